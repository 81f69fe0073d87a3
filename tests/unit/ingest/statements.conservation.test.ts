import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../../src/ingest/problems.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import type { ImportInput } from '../../../src/ingest/statements.ts';
import {
  noRepairs,
  type Repairs,
  type SetAsideReason,
  type StatusChoice,
} from '../../../src/ingest/types.ts';
import { Duck, load } from './duck.ts';

const duck = await Duck.open();
afterAll(() => duck.close());

/** What the cells of the random tables say, written down by hand: ten-thousandths, or why not. */
interface Money {
  readonly value: number | 'missing' | 'unreadable';
  readonly brackets?: true;
  readonly currency?: string;
}
const moneys: Readonly<Record<string, Money>> = {
  '10': { value: 100_000 },
  '-2.5': { value: -25_000 },
  '1,000.25': { value: 10_002_500 },
  '(3)': { value: -30_000, brackets: true },
  '': { value: 'missing' },
  'n/a': { value: 'missing' },
  ten: { value: 'unreadable' },
  $4: { value: 40_000, currency: 'USD' },
  '€4': { value: 40_000, currency: 'EUR' },
};
const refunds: Readonly<Record<string, number | null | 'unreadable'>> = { '': null, '1': 10_000, '-0.5': -5_000, no: 'unreadable' }; // prettier-ignore
const days: Readonly<Record<string, string | null>> = { '2024-01-05': '2024-01-05', '2024/1/6': '2024-01-06', '': null, soon: null, '2024-02-31': 'impossible' }; // prettier-ignore
const rates: Readonly<Record<string, number>> = { CNY: 1, USD: 7 };

const cellsOf = (table: object): fc.Arbitrary<string> => fc.constantFrom(...Object.keys(table));
const row = fc.record({
  order: fc.constantFrom<string>('', '1', '2', 'C3', ' 1'),
  id: fc.constantFrom<string>('A', 'B', '', 'NULL'),
  day: cellsOf(days),
  money: cellsOf(moneys),
  status: fc.constantFrom<string>('', 'ok', ' ok', 'closed', 'back'),
  refund: cellsOf(refunds),
  cur: fc.constantFrom<string>('', 'CNY', 'usd', 'XYZ'),
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

const repairs: fc.Arbitrary<Repairs> = fc.record({
  brackets: fc.constantFrom('negative', 'set_aside'),
  impossibleDates: fc.constantFrom('set_aside', 'month_end'),
  status: fc.dictionary(fc.constantFrom('', 'ok', 'closed', 'back'), fc.constantFrom<StatusChoice>('use', 'set_aside', 'negate'), { maxKeys: 3 }), // prettier-ignore
  cancelled: fc.constantFrom('net', 'set_aside'),
  refunds: fc.constantFrom('subtract', 'ignore'),
  orderTotals: fc.constantFrom('sum', 'once'),
  fillDown: fc.boolean(),
  duplicateOrders: fc.constantFrom('keep', 'first', 'sum'),
  scale: fc.constantFrom(1, 1000),
  year: fc.constant(null),
});

interface Read {
  readonly row: number;
  readonly customer: string | null;
  readonly day: string;
  amount: number;
}

/** The repairs once more, row by row, without a database. */
function reference(rows: readonly Row[], r: Repairs, converted: boolean) {
  const now = rows.map((cells, i) => ({ ...cells, row: i + 2 }));
  const orderOf = (cells: Row): string | null => cells.order.trim() || null;
  const isBlank = (cell: string): boolean => ['', 'NULL', 'n/a'].includes(cell.trim());
  if (r.fillDown) {
    const above = new Map<string, (typeof now)[number]>();
    let named = '';
    for (const cells of now) {
      if (orderOf(cells) === null && isBlank(cells.id) && isBlank(cells.day)) cells.order = named;
      else if (orderOf(cells) !== null) named = cells.order;
      const order = orderOf(cells);
      if (order === null) continue;
      const last = above.get(order);
      if (last) {
        for (const key of ['id', 'day', 'status', 'cur'] as const)
          if (isBlank(cells[key]) && !isBlank(last[key])) cells[key] = last[key];
        if (isBlank(cells.money)) cells.money = '0';
      }
      above.set(order, cells);
    }
  }
  const used: (Read & { order: string | null })[] = [];
  const aside: [number, SetAsideReason][] = [];
  for (const cells of now) {
    const money = cells.money === '0' ? { value: 0 } : moneys[cells.money]!;
    const refund = r.refunds === 'subtract' ? refunds[cells.refund]! : null;
    const choice = r.status[cells.status.trim()] ?? 'use';
    const code = cells.cur ? cells.cur.toUpperCase() : (money.currency ?? 'CNY');
    let day = days[cells.day] ?? null;
    if (day === 'impossible') day = r.impossibleDates === 'month_end' ? '2024-02-29' : null;
    const reason = ((): SetAsideReason | null => {
      if (choice === 'set_aside') return 'status';
      if (r.cancelled === 'set_aside' && orderOf(cells) === 'C3') return 'cancelled';
      if (r.brackets === 'set_aside' && 'brackets' in money) return 'brackets';
      if (typeof money.value === 'string') return `amount_${money.value}`;
      if (refund === 'unreadable') return 'amount_unreadable';
      if (converted && rates[code] === undefined) return 'currency_unknown';
      if (day === null)
        return days[cells.day] === null && cells.day === '' ? 'date_missing' : 'date_unreadable';
      return null;
    })();
    if (reason !== null) aside.push([cells.row, reason]);
    else {
      let amount = ((money.value as number) - Math.abs(Number(refund ?? 0))) * r.scale;
      // Not with a minus sign: the engine has no -0.
      if (choice === 'negate') amount = 0 - Math.abs(amount);
      if (converted) amount *= rates[code]!;
      const customer = isBlank(cells.id) ? null : cells.id;
      used.push({ row: cells.row, customer, day: day!, amount, order: orderOf(cells) });
    }
  }
  const first = new Map<string, (typeof used)[number]>();
  const lines: Read[] = [];
  for (const line of used) {
    const before = line.order === null ? undefined : first.get(line.order);
    if (line.order !== null && !before) first.set(line.order, line);
    if (before && r.orderTotals === 'once') line.amount = 0;
    if (before && r.duplicateOrders === 'first') aside.push([line.row, 'duplicate_order']);
    else if (before && r.duplicateOrders === 'sum') before.amount += line.amount;
    else lines.push(line);
  }
  return { lines: lines.map(({ row, customer, day, amount }) => [row, customer, day, amount]), aside: aside.toSorted((a, b) => a[0] - b[0]), folded: used.length }; // prettier-ignore
}

describe('whatever the table and the repairs', () => {
  const roles = { order: 'order_id', id: 'customer_id', day: 'order_date', money: 'amount', status: 'status', refund: 'refund', cur: 'currency' } as const; // prettier-ignore
  it('used + set aside = data, and every row is what a second implementation says', async () => {
    const property = fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.oneof(repairs, fc.constant(noRepairs)),
      fc.boolean(),
      async (rows, chosen, converted) => {
        const names = Object.keys(roles) as (keyof Row)[];
        const text = Papa.unparse([names, ...rows.map((cells) => names.map((name) => cells[name]))], { newline: '\n' }); // prettier-ignore
        const reading = { encoding: 'utf-8', delimiter: ',', headerRow: 1, decimal: '.', thousands: ',', dateOrder: 'ymd' } as const; // prettier-ignore
        const currency = converted ? { base: 'CNY', rates: { USD: '7' } } : null;
        const { ledger, inputs } = await load(duck, [{ text, roles, repairs: chosen, reading }], {
          currency,
        });
        const expected = reference(rows, chosen, converted);
        expect(ledger.rowsUsed + ledger.rowsSetAside).toBe(rows.length);
        expect(ledger.rowsSetAside).toBe(expected.aside.length);
        expect(await duck.rows('SELECT CAST(row_no AS INTEGER), reason FROM set_aside ORDER BY row_no')).toEqual(expected.aside); // prettier-ignore
        expect(await duck.rows('SELECT CAST(row_no AS INTEGER), customer_id, day, CAST(amount * 10000 AS DOUBLE) FROM lines ORDER BY row_no')).toEqual(expected.lines); // prettier-ignore
        if (converted) return;
        // Looking at the file before the import says the same as the import does.
        const [{ plan, survey }] = inputs as [ImportInput];
        const { problems } = await blobReader.examine(new Blob([text]), plan, survey, () => undefined);
        const found = (kind: ProblemKind): { rows: number; value: number | null } =>
          problems.find((problem) => problem.kind === kind) ?? { rows: 0, value: 0 };
        const aside = (reason: SetAsideReason): number => ledger.setAsideBy.find((one) => one.reason === reason)?.rows ?? 0; // prettier-ignore
        for (const kind of ['amount_missing', 'amount_unreadable', 'date_missing'] as const)
          expect([kind, found(kind).rows]).toEqual([kind, aside(kind)]);
        const impossible = chosen.impossibleDates === 'set_aside' ? found('impossible_date').rows : 0;
        expect(found('date_unreadable').rows + impossible).toBe(aside('date_unreadable'));
        if (chosen.duplicateOrders !== 'sum') expect(found('walkin').rows).toBe(ledger.walkinRows);
        // Null where rows name several currencies: no sum is said to be any money.
        expect(found('walkin').value ?? ledger.walkinValue).toBe(ledger.walkinValue);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  }, 120_000);
});
