import { numbers, texts, type PlainTable } from '../base/table.ts';
import type { Contacted } from '../ingest/identity.ts';
import { compileImport, type CompiledImport } from '../ingest/statements.ts';
import type { ImportPlan, Part, Reader, Survey, Together } from '../ingest/types.ts';
import { coverageOf, type Coverage } from '../model/coverage.ts';
import { ledgerOf, ledgerQueries, type Ledger } from '../model/ledger.ts';
import { modelOf, modelQuery, type Model } from '../model/model.ts';
import { EngineError, type Engine } from '../ports/engine.ts';
import { earlyFrom, expected, isAsExpected } from './early.ts';

/** A table's text with the plan that reads it: with both, the engine's tables can be made again at any time. */
export interface Planned {
  /** The text after extraction: what the plan's reading is about. */
  readonly file: Blob;
  /** The dropped file and which table of it this is; null where the text was made here (a sample). */
  readonly original: { readonly file: File; readonly part: Part } | null;
  readonly plan: ImportPlan;
  /** Counted, or being counted, on the import page already; else null. */
  readonly survey: Survey | Promise<Survey> | null;
}

export interface Imported {
  readonly surveys: readonly Survey[];
  readonly model: Model;
  readonly ledger: Ledger;
  readonly coverage: Coverage;
}

export interface ImportProgress {
  readonly stage: 'counting' | 'engine' | 'rewriting' | 'loading' | 'merging' | 'checking';
  /** 0 to 1 of this stage; null when unknown. */
  readonly fraction: number | null;
}

interface Prepared extends Omit<Planned, 'original'> {
  readonly survey: Survey;
  readonly rewritten: Blob | null;
}

type Report = (progress: ImportProgress) => void;

/** Shown to nobody: a unique name per file, so that no file name reaches SQL. */
const engineName = (index: number): string => `source_${index}.csv`;

/**
 * Counts, rewrites where needed, loads and reconciles. A file that looks regular is loaded while it is counted. Rejects
 * with ReadError, EngineError or AbortError; the tables of the import before stay as they were until the last statement.
 */
export async function importFiles(
  engine: Engine,
  reader: Reader,
  planned: readonly Planned[],
  together: Together,
  report: Report,
  signal: AbortSignal,
): Promise<Imported> {
  // The engine starts while the file is counted: the two do not wait for each other.
  const opening = engine.open();
  opening.catch(() => undefined);
  const early = await loadEarly(engine, reader, planned, together, report, signal);
  const prepared: Prepared[] = [];
  for (const { file, plan, survey: counted } of early?.planned ?? planned) {
    const survey = await countOf(reader, { file, plan, survey: counted }, report, signal);
    prepared.push({ file, plan, survey, rewritten: survey.regular ? null : await rewrite(reader, { file, plan, survey }, report, signal) }); // prettier-ignore
  }
  report({ stage: 'engine', fraction: null });
  await opening;
  signal.throwIfAborted();
  try {
    return await load(engine, prepared, together, report, signal, early?.loaded === true);
  } catch (thrown) {
    // A file that looked regular but that the engine reads otherwise is rewritten, so that only one reader decides.
    const disagrees =
      prepared.some((p) => p.rewritten === null) &&
      (thrown instanceof Disagreement || (thrown instanceof EngineError && thrown.fault === 'sql'));
    if (!disagrees) throw thrown;
    const again: Prepared[] = [];
    for (const p of prepared)
      again.push({ ...p, rewritten: p.rewritten ?? (await rewrite(reader, p, report, signal)) });
    return await load(engine, again, together, report, signal, false);
  }
}

async function countOf(
  reader: Reader,
  { file, plan, survey }: Pick<Planned, 'file' | 'plan' | 'survey'>,
  report: Report,
  signal: AbortSignal,
): Promise<Survey> {
  const share = (bytes: number): number => (file.size ? Math.min(1, bytes / file.size) : 1);
  const known = survey !== null && !(survey instanceof Promise);
  report({ stage: 'counting', fraction: known ? 1 : survey ? null : 0 });
  return (
    survey ??
    reader.survey(
      file,
      plan.reading,
      (bytes) => report({ stage: 'counting', fraction: share(bytes) }),
      signal,
    )
  );
}

/**
 * Loads files that look regular while they are counted, in the hope that they are: with the counts, and `loaded` where
 * the hope came true. Null when nothing can be done early. Rejects when a file cannot be counted.
 */
async function loadEarly(
  engine: Engine,
  reader: Reader,
  planned: readonly Planned[],
  together: Together,
  report: Report,
  signal: AbortSignal,
): Promise<{ planned: readonly (Planned & { survey: Survey })[]; loaded: boolean } | null> {
  const bytes = planned.reduce((sum, { file }) => sum + file.size, 0);
  const uncounted = planned.some(({ survey }) => survey === null || survey instanceof Promise);
  if (!uncounted || bytes < earlyFrom) return null;
  const hopes: Prepared[] = [];
  for (const { file, plan } of planned) {
    const survey = await expected(reader, file, plan, signal);
    if (!survey) return null;
    hopes.push({ file, plan, survey, rewritten: null });
  }
  report({ stage: 'engine', fraction: null });
  await engine.open();
  signal.throwIfAborted();
  const stop = new AbortController();
  const halt = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', halt);
  const loading = fill(engine, hopes, together, report, stop.signal).then(
    () => true,
    (thrown: unknown) => {
      // Whatever is wrong with it is found out again, and told, when it is loaded as it was counted.
      if (thrown instanceof EngineError && thrown.fault === 'sql') return false;
      if (stop.signal.aborted && !signal.aborted) return false;
      throw thrown;
    },
  );
  loading.catch(() => undefined);
  try {
    const counted: (Planned & { survey: Survey })[] = [];
    for (const one of planned) counted.push({ ...one, survey: await countOf(reader, one, () => undefined, stop.signal) }); // prettier-ignore
    const asHoped = counted.every(({ survey, plan }, i) => isAsExpected(hopes[i]!.survey, survey, plan));
    if (!asHoped) stop.abort();
    return { planned: counted, loaded: (await loading) && asHoped };
  } catch (thrown) {
    stop.abort();
    await loading.catch(() => undefined);
    throw thrown;
  } finally {
    signal.removeEventListener('abort', halt);
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

/** Registers the files and compiles what turns them into tables. */
async function compiled(
  engine: Engine,
  prepared: readonly Prepared[],
  together: Together,
  registers: boolean,
): Promise<CompiledImport> {
  if (registers)
    await engine.register(
      prepared.map(({ file, rewritten }, i) => ({ name: engineName(i), blob: rewritten ?? file })),
    );
  return compileImport(
    prepared.map(({ plan, survey, rewritten }, i) => ({
      engineName: engineName(i),
      plan,
      survey,
      rewritten: rewritten !== null,
    })),
    together,
  );
}

/** Reports a list of statements as a part of the whole load. */
const part =
  (report: Report, from: number, to: number) =>
  ({ fraction }: { readonly fraction: number | null }): void =>
    report({ stage: 'loading', fraction: fraction === null ? null : from + (to - from) * fraction });

async function fill(
  engine: Engine,
  prepared: readonly Prepared[],
  together: Together,
  report: Report,
  signal: AbortSignal,
): Promise<CompiledImport> {
  const made = await compiled(engine, prepared, together, true);
  report({ stage: 'loading', fraction: 0 });
  // Making empty tables is no progress worth telling.
  const begin = made.load.findIndex((statement) => statement.includes('read_csv'));
  await engine.run(made.load.slice(0, begin), undefined, signal);
  await engine.run(made.load.slice(begin), part(report, 0, 0.9), signal);
  return made;
}

async function load(
  engine: Engine,
  prepared: readonly Prepared[],
  together: Together,
  report: Report,
  signal: AbortSignal,
  loaded: boolean,
): Promise<Imported> {
  const made = loaded
    ? await compiled(engine, prepared, together, false)
    : await fill(engine, prepared, together, report, signal);
  const { careful, settle, merge, finish } = made;
  const left = numbers(await engine.query(careful.query, signal), 'source');
  const rest = [...[...left].flatMap((source) => careful.statements[source] ?? []), ...settle];
  await engine.run(rest, part(report, 0.9, 0.95), signal);
  if (merge) await mergeCustomers(engine, merge, together, report, signal);
  await engine.run(finish, part(report, 0.95, 1), signal);
  report({ stage: 'checking', fraction: null });
  const surveys = prepared.map((p) => p.survey);
  const shapes = prepared.map((p) => p.plan.shape);
  const tables: Record<string, PlainTable> = {};
  for (const [name, sql] of Object.entries(ledgerQueries)) tables[name] = await engine.query(sql, signal);
  let ledger: Ledger;
  try {
    ledger = ledgerOf(tables, surveys, shapes);
  } catch (thrown) {
    throw new Disagreement(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const model = modelOf(await engine.query(modelQuery(), signal), shapes, made);
  return { surveys, ledger, model, coverage: await coverageOf(model, (sql) => engine.query(sql, signal)) };
}

/** Finds the ids of one customer in all tables and makes them one, before the tables take their names. */
async function mergeCustomers(
  engine: Engine,
  step: NonNullable<CompiledImport['merge']>,
  together: Together,
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<void> {
  report({ stage: 'merging', fraction: null });
  const table = await engine.query(step.query, signal);
  const [ids, emails, phones] = [texts(table, 'id'), texts(table, 'email'), texts(table, 'phone')];
  const weights = numbers(table, 'rows');
  const rows = function* (): Iterable<Contacted> {
    for (let i = 0; i < table.rows; i++)
      yield { id: ids.at(i) ?? '', email: emails.at(i), phone: phones.at(i), rows: weights[i] ?? 1 };
  };
  const { mergeIds } = await import('../ingest/identity.ts');
  const map = mergeIds(rows(), together.merge);
  signal.throwIfAborted();
  await engine.register([{ name: step.file, blob: new Blob([step.csv(map)], { type: 'text/csv' }) }]);
  await engine.run(step.statements, undefined, signal);
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
