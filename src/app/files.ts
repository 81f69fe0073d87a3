import { numbers, texts } from '../base/table.ts';
import { lensOf } from '../lenses/registry.ts';
import { everyone } from '../lenses/ranks.ts';
import type { Matrix } from '../lenses/matrix/result.ts';
import type { Churn } from '../lenses/churn/result.ts';
import type { RankSet } from '../lenses/types.ts';
import { sql } from '../sql/sql.ts';
import { version } from './about.ts';
import { customersCsv, toCsv, type Scores } from './export.ts';
import type { Session } from './session.svelte.ts';

const stem = (session: Session): string =>
  (session.opened?.name ?? 'vital-few').replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-') ||
  'vital-few';

function scores(session: Session): Scores {
  const ok = (lens: string): unknown => {
    const cell = session.notebook.cells.find((c) => c.lens === lens);
    const result = cell && session.results[cell.id]?.result;
    return result?.state === 'ok' && lensOf(lens) ? result.value : null;
  };
  const matrix = ok('matrix') as Matrix | null;
  const churn = ok('churn') as Churn | null;
  return {
    potentialLevel: matrix
      ? (k) =>
          k < matrix.levels.length ? ((['low', 'mid', 'high'] as const)[matrix.levels[k] ?? 3] ?? null) : null
      : null,
    silenceDays: churn?.rule?.silenceDays ?? null,
  };
}

/** The customers of a set (all without one) with their tiers and scores. */
export async function saveCustomers(session: Session, set?: RankSet): Promise<void> {
  const { frame, live, look, ports } = session;
  if (!frame || !live) return;
  const text = await customersCsv(frame, live, set ?? everyone(frame), scores(session), look.lang);
  ports.download(`${stem(session)}-customers.csv`, 'text/csv;charset=utf-8', text);
}

export const figuresJson = (session: Session): object => ({
  schema: 1,
  app: version,
  document: session.notebook,
  figures: session.figures(),
});

export function saveFigures(session: Session): void {
  session.ports.download(
    `${stem(session)}-figures.json`,
    'application/json',
    `${JSON.stringify(figuresJson(session), null, 1)}\n`,
  );
}

/** Rows are asked for in groups, so that a file with millions set aside does not stop the page. */
const mostSetAside = 100_000;

/** The rows that were set aside, as they stand in the file, each with its reason. */
export async function saveSetAside(session: Session): Promise<void> {
  const { opened, ports } = session;
  if (!opened) return;
  const rows: (string | number | null)[][] = [];
  let header: string[] = [];
  for (const [source, { file, plan }] of opened.planned.entries()) {
    const table = await ports.engine.query(
      sql`SELECT row_no, reason, raw FROM set_aside WHERE source = ${source} ORDER BY row_no LIMIT ${mostSetAside}`
        .text,
    );
    const at = numbers(table, 'row_no');
    const reasons = texts(table, 'reason');
    const raw = texts(table, 'raw');
    const records = await ports.reader.records(file, plan.reading, Array.from(at));
    const cells = new Map(records.map((record) => [record.record, record.cells]));
    if (header.length === 0)
      header = ['file', 'record', 'reason', 'text', ...plan.columns.map((c) => c.header)];
    for (let i = 0; i < table.rows; i++)
      rows.push([plan.fileName, at[i] ?? null, reasons.at(i), raw.at(i), ...(cells.get(at[i] ?? -1) ?? [])]);
  }
  ports.download(`${stem(session)}-set-aside.csv`, 'text/csv;charset=utf-8', await toCsv(header, rows));
}
