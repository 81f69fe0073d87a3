import type { RoleChoice } from '../../../src/base/role.ts';
import type { Examination, Problem } from '../../../src/ingest/problems.ts';
import { textReader } from '../../../src/ingest/textReader.ts';
import { noRepairs } from '../../../src/ingest/types.ts';
import type { ImportPlan, Reading, Repairs, Shape } from '../../../src/ingest/types.ts';

interface Options {
  readonly repairs?: Partial<Repairs>;
  readonly reading?: Partial<Reading>;
  readonly shape?: Shape;
  /** Headers of columns with addresses and numbers. */
  readonly contacts?: Readonly<Record<string, 'email' | 'phone'>>;
}

export const plain: Reading = {
  encoding: 'utf-8', delimiter: ',', quote: '"', decimal: '.', thousands: ',', dateOrder: 'ymd', headerRow: 1,
}; // prettier-ignore

/** The examination of a table whose headers are roles, or of `roles` by header. */
export async function examined(
  text: string | Blob,
  { repairs = {}, reading = {}, shape = 'lines', contacts = {} }: Options = {},
  roles: Readonly<Record<string, RoleChoice>> = {},
): Promise<Examination> {
  const file = typeof text === 'string' ? new Blob([text]) : text;
  const read = { ...plain, ...reading };
  const survey = await textReader.survey(file, read, () => undefined);
  const headers = (await textReader.records(file, read, [1]))[0]!.cells;
  const plan: ImportPlan = {
    version: 2,
    fileName: 'file.csv',
    bytes: file.size,
    lastModified: 0,
    path: [],
    shape,
    reading: read,
    columns: headers.map((header, index) => ({
      index,
      header,
      role: roles[header] ?? short[header] ?? 'ignore',
      contact: contacts[header] ?? null,
    })),
    repairs: { ...noRepairs, ...repairs },
  };
  return textReader.examine(file, plan, survey, () => undefined);
}

/** Headers of the small tables here. */
export const short: Readonly<Record<string, RoleChoice>> = {
  who: 'customer_id', name: 'customer_name', order: 'order_id', day: 'order_date', amount: 'amount', n: 'quantity', price: 'unit_price',
  status: 'status', back: 'refund', money: 'currency', '2023': 'year', '2024': 'year',
}; // prettier-ignore

export const rows = (...lines: readonly string[]): string => lines.join('\n') + '\n';
export const of = (found: Examination, kind: Problem['kind']): readonly Problem[] =>
  found.problems.filter((problem) => problem.kind === kind);
export const one = (found: Examination, kind: Problem['kind']): Problem | undefined => of(found, kind)[0];
/** Kind, detail, rows, whole units of money, customers. */
export const table = (found: Examination): unknown[][] =>
  found.problems.map((p) => [
    p.kind,
    p.detail,
    p.rows,
    p.value === null ? null : p.value / 10_000,
    p.customers,
  ]);
