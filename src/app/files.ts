import { numbers, texts } from '../base/table.ts';
import { defaultScheme } from '../document/schema.ts';
import type { Scheme, Tiering } from '../model/schemes/types.ts';
import type { Matrix } from '../lenses/matrix/result.ts';
import type { Churn } from '../lenses/churn/result.ts';
import type { RankSet } from '../lenses/types.ts';
import { sql } from '../sql/sql.ts';
import { version } from './about.ts';
import type { PlanColumn } from '../ingest/types.ts';
import { withoutPeople } from '../document/withoutPeople.ts';
import { analysis } from './analysing.ts';
import type { Scores } from './export.ts';
import { setAsideColumns } from './mended.ts';
import type { Session } from './session.svelte.ts';

const stem = (session: Session): string =>
  (session.opened?.name ?? 'vital-few').replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}_-]+/gu, '-') ||
  'vital-few';

async function scores(session: Session): Promise<Scores> {
  const ok = (lens: string): unknown => {
    const cell = session.notebook.cells.find((c) => c.lens === lens);
    const result = cell && session.results[cell.id]?.result;
    return result?.state === 'ok' ? result.value : null;
  };
  const matrix = ok('matrix') as Matrix | null;
  const churn = ok('churn') as Churn | null;
  return {
    potentialLevel: matrix
      ? (k) =>
          k < matrix.levels.length ? ((['low', 'mid', 'high'] as const)[matrix.levels[k] ?? 3] ?? null) : null
      : null,
    silenceDays: churn?.rule?.silenceDays ?? null,
    tierings: await otherTierings(session),
  };
}

/** The schemes beside the active one that the file has what they need for. */
async function otherTierings({ frame, opened, active }: Session): Promise<readonly Tiering[]> {
  const tierings: Tiering[] = [];
  const shown = active?.scheme.id ?? defaultScheme;
  for (const scheme of frame?.book.schemes ?? []) {
    if (scheme.id === shown || !frame || !opened?.data) continue;
    const tiering = await opened.data.tiering(scheme, frame);
    if (tiering.missing.length === 0 && tiering.placed > 0) tierings.push(tiering);
  }
  return tierings;
}

/** The customers of a set (all without one) with their tiers and scores. */
export async function saveCustomers(session: Session, set?: RankSet): Promise<void> {
  const { frame, live, look, ports } = session;
  if (!frame || !live) return;
  const { customersCsv } = await import('./export.ts');
  const all: RankSet = { kind: 'range', start: 0, end: frame.customers.n };
  const text = await customersCsv(frame, live, set ?? all, await scores(session), look.lang);
  ports.download(`${stem(session)}-customers.csv`, 'text/csv;charset=utf-8', text);
}

/** A scheme as a file that another notebook can take over; tiers set by hand stay here. */
export function saveScheme({ ports }: Session, scheme: Scheme): void {
  const text = `${JSON.stringify(analysis().writeScheme(scheme), null, 1)}\n`;
  ports.download(`${scheme.id}-scheme.json`, 'application/json', text);
}

export const figuresJson = (session: Session): object => ({
  schema: 1,
  app: version,
  document: withoutPeople(session.notebook),
  figures: session.figures(),
});

export function saveFigures(session: Session): void {
  session.ports.download(
    `${stem(session)}-figures.json`,
    'application/json',
    `${JSON.stringify(figuresJson(session), null, 1)}\n`,
  );
}

/** Rows that are asked for at once: a file with millions set aside does not stop the page. */
const groupRows = 50_000;

/**
 * The rows that were set aside, as they stand in their files, each with its reason. Mended and dropped again, the file
 * joins what is open (see mended.ts). Files with other columns stand below each other, columns of one name in one.
 */
export async function saveSetAside(session: Session): Promise<void> {
  const { opened, ports } = session;
  if (!opened) return;
  const { toCsv } = await import('./export.ts');
  const rows: (string | number | null)[][] = [];
  const places = new Map<string, number>();
  for (const [source, { file, plan }] of opened.planned.entries()) {
    const own = placesOf(plan.columns, places);
    for (let after = 0; ;) {
      const table = await ports.engine.query(
        sql`SELECT row_no, reason, raw FROM set_aside WHERE source = ${source} AND row_no > ${after} ORDER BY row_no LIMIT ${groupRows}`
          .text,
      );
      if (table.rows === 0) break;
      const at = numbers(table, 'row_no');
      const reasons = texts(table, 'reason');
      const raw = texts(table, 'raw');
      const records = await ports.reader.records(file, plan.reading, Array.from(at));
      const cells = new Map(records.map((record) => [record.record, record.cells]));
      for (let i = 0; i < table.rows; i++) {
        const row: (string | number | null)[] = [plan.fileName, at[i] ?? null, reasons.at(i), raw.at(i)];
        cells
          .get(at[i] ?? -1)
          ?.forEach((cell, c) => (row[setAsideColumns.length + (own[c] ?? places.size)] = cell));
        rows.push(row);
      }
      after = at[table.rows - 1] ?? Infinity;
    }
  }
  const header = [...setAsideColumns, ...[...places.keys()].map((key) => key.slice(key.indexOf(' ') + 1))];
  const even = rows.map((row) =>
    Array.from({ length: Math.max(header.length, row.length) }, (_, i) => row[i] ?? ''),
  );
  ports.download(`${stem(session)}-set-aside.csv`, 'text/csv;charset=utf-8', await toCsv(header, even));
}

/** Where a file's columns stand in the list of all files' columns, which grows; the n-th of a name with the n-th. */
function placesOf(columns: readonly PlanColumn[], places: Map<string, number>): number[] {
  const seen = new Map<string, number>();
  return columns.map(({ header }) => {
    const nth = (seen.get(header) ?? 0) + 1;
    seen.set(header, nth);
    const key = `${nth} ${header}`;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    return place;
  });
}
