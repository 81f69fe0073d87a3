import type { PlainTable } from '../base/table.ts';
import { compileImport } from '../ingest/statements.ts';
import type { ImportPlan, Reader, Survey } from '../ingest/types.ts';
import { ledgerOf, ledgerQueries, type Ledger } from '../model/ledger.ts';
import { modelOf, modelQuery, type Model } from '../model/model.ts';
import { EngineError, type Engine } from '../ports/engine.ts';

/** A file with the plan that reads it: with both, the tables can be made again at any time. */
export interface Planned {
  readonly file: Blob;
  readonly plan: ImportPlan;
  /** Counted on the import page already, or null. */
  readonly survey: Survey | null;
}

export interface Imported {
  readonly surveys: readonly Survey[];
  readonly model: Model;
  readonly ledger: Ledger;
}

export interface ImportProgress {
  readonly stage: 'counting' | 'engine' | 'rewriting' | 'loading' | 'checking';
  /** 0 to 1 of this stage; null when unknown. */
  readonly fraction: number | null;
}

interface Prepared extends Planned {
  readonly survey: Survey;
  readonly rewritten: Blob | null;
}

/** Shown to nobody: a unique name per file, so that no file name reaches SQL. */
const engineName = (index: number): string => `source_${index}.csv`;

/**
 * Counts, rewrites where needed, loads and reconciles. Rejects with ReadError, EngineError or AbortError; the tables
 * of the import before stay as they were until the last statement.
 */
export async function importFiles(
  engine: Engine,
  reader: Reader,
  planned: readonly Planned[],
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Imported> {
  // The engine starts while the file is counted: the two do not wait for each other.
  const opening = engine.open();
  opening.catch(() => undefined);
  const prepared: Prepared[] = [];
  for (const { file, plan, survey: counted } of planned) {
    const share = (bytes: number): number => (file.size ? Math.min(1, bytes / file.size) : 1);
    report({ stage: 'counting', fraction: counted ? 1 : 0 });
    const survey =
      counted ??
      (await reader.survey(
        file,
        plan.reading,
        (bytes) => report({ stage: 'counting', fraction: share(bytes) }),
        signal,
      ));
    prepared.push({ file, plan, survey, rewritten: survey.regular ? null : await rewrite(reader, { file, plan, survey }, report, signal) }); // prettier-ignore
  }
  report({ stage: 'engine', fraction: null });
  await opening;
  signal.throwIfAborted();
  try {
    return await load(engine, prepared, report, signal);
  } catch (thrown) {
    // A file that looked regular but that the engine reads otherwise is rewritten, so that only one reader decides.
    const disagrees =
      prepared.some((p) => p.rewritten === null) &&
      (thrown instanceof Disagreement || (thrown instanceof EngineError && thrown.fault === 'sql'));
    if (!disagrees) throw thrown;
    const again: Prepared[] = [];
    for (const p of prepared)
      again.push({ ...p, rewritten: p.rewritten ?? (await rewrite(reader, p, report, signal)) });
    return await load(engine, again, report, signal);
  }
}

class Disagreement extends Error {}

async function rewrite(
  reader: Reader,
  { file, plan, survey }: { file: Blob; plan: ImportPlan; survey: Survey },
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Blob> {
  return reader.rewrite(
    file,
    plan.reading,
    survey,
    plan.columns.length,
    (bytes) => report({ stage: 'rewriting', fraction: file.size ? Math.min(1, bytes / file.size) : 1 }),
    signal,
  );
}

async function load(
  engine: Engine,
  prepared: readonly Prepared[],
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Imported> {
  await engine.register(
    prepared.map(({ file, rewritten }, i) => ({ name: engineName(i), blob: rewritten ?? file })),
  );
  report({ stage: 'loading', fraction: 0 });
  await engine.run(
    compileImport(
      prepared.map(({ plan, survey, rewritten }, i) => ({
        engineName: engineName(i),
        plan,
        survey,
        rewritten: rewritten !== null,
      })),
    ),
    ({ fraction }) => report({ stage: 'loading', fraction }),
    signal,
  );
  report({ stage: 'checking', fraction: null });
  const surveys = prepared.map((p) => p.survey);
  const tables: Record<string, PlainTable> = {};
  for (const [name, sql] of Object.entries(ledgerQueries)) tables[name] = await engine.query(sql, signal);
  let ledger: Ledger;
  try {
    ledger = ledgerOf(tables, surveys);
  } catch (thrown) {
    throw new Disagreement(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const shape = prepared.every((p) => p.plan.shape === 'customers') ? 'customers' : 'lines';
  return { surveys, ledger, model: modelOf(await engine.query(modelQuery(), signal), shape) };
}

/** A dead worker is started again once, from the same bytes and plans; a second death is the user's to know. */
export async function importTwice(...args: Parameters<typeof importFiles>): Promise<Imported> {
  try {
    return await importFiles(...args);
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.fault === 'died') return importFiles(...args);
    throw thrown;
  }
}
