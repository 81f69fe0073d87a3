import type { Engine, Progress, SupervisedEngine } from '../../ports/engine.ts';
import { texts } from '../../base/table.ts';
import type { EngineLimits } from './lockdown.ts';
import { engineError } from './faults.ts';
import { Supervisor } from './supervisor.ts';

/**
 * DuckDB in a worker. After a death the next open() starts anew, with no tables and no files. close() rejects what
 * waits with `died` but is no death: nobody is called back.
 */
export interface DuckdbEngine extends SupervisedEngine {
  /** Terminates the worker abruptly, as a crash would. */
  kill(): void;
}

/** Share of a list of statements that is done; never falls, though each statement's own estimate may. */
function listProgress(statements: number, report: ((progress: Progress) => void) | undefined) {
  let highest = 0;
  return (done: number, fraction: number): void => {
    highest = Math.max(highest, (done + fraction) / statements);
    report?.({ fraction: highest });
  };
}

/** The engine of the page. Nothing of DuckDB is loaded before open(). */
export function duckdbEngine(limits: EngineLimits = {}): DuckdbEngine {
  const supervisor = new Supervisor(limits);

  const query: Engine['query'] = async (sql, signal) => {
    const { session, queries, code } = await supervisor.running();
    return session.guard(
      () => queries.take(async () => code.decode(await queries.execute(sql, signal)), signal),
      sql,
    );
  };

  return {
    async open(progress) {
      await supervisor.open((fraction) => progress?.({ fraction }));
    },

    async register(files) {
      const { session, db, code } = await supervisor.running();
      await session.guard(() => code.registerFiles(db, files));
    },

    async run(statements, progress, signal) {
      const { session, imports } = await supervisor.running();
      const tell = listProgress(statements.length, progress);
      let current: string | undefined;
      const work = async (): Promise<void> => {
        try {
          for (const [done, statement] of statements.entries()) {
            current = statement;
            supervisor.importProgress = (fraction) => tell(done, fraction);
            await imports.execute(statement, signal);
            tell(done, 1);
          }
        } catch (thrown) {
          const error = engineError(thrown, current);
          if (error.fault !== 'died') await imports.rollback();
          throw error;
        } finally {
          supervisor.importProgress = () => undefined;
        }
      };
      await session.guard(() => imports.take(work, signal));
    },

    query,

    async explain(sql) {
      const plan = texts(await query(`EXPLAIN ${sql}`), 'explain_value');
      return plan.at(0) ?? '';
    },

    async close() {
      supervisor.end('closed', false);
    },

    onDeath: (died) => supervisor.onDeath(died),
    kill: () => supervisor.end('killed', true),
  };
}
