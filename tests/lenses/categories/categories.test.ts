import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Data } from '../../../src/app/data.ts';
import {
  cellOf,
  cellSet,
  comparisonOf,
  figures,
  shown,
  type Categories,
} from '../../../src/lenses/categories/result.ts';
import { columnsOf, schemeIdOf } from '../../../src/lenses/categories/query.ts';
import { params } from '../../../src/lenses/categories/params.ts';
import { shadeOf } from '../../../src/lenses/categories/shade.ts';
import { strings } from '../../../src/lenses/categories/strings.ts';
import type { Scope } from '../../../src/model/scope.ts';
import { bookFor, type Choices, noCoverage, plainLedger } from '../../support/lenses.ts';
import { look } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { type DimensionLine, putTables, type Tables } from '../../support/sideTables.ts'; // prettier-ignore

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const open = async (tables: Tables): Promise<Data> =>
  new Data(engine, {
    model: await putTables(engine, tables),
    ledger: plainLedger(tables.lines.length),
    coverage: noCoverage,
  });

async function seen(data: Data, choices: Choices = {}) {
  const found = await look<Categories>('categories', data, choices);
  if (found.result.state !== 'ok') throw new Error(found.result.reason);
  return { ...found, c: found.result.value, figures: figures(found.result.value) };
}

const sale = (customer: string | null, category: string | null, amount: number): DimensionLine => ({
  customer,
  day: '2024-01-01',
  amount: String(amount),
  dimensions: { category },
});
const by = (values: Record<string, unknown>, more: Choices = {}): Choices => ({ ...more, values: { categories: values } }); // prettier-ignore

// A: K0 with 60; B: K1 with 30; C: K2 with 10. K3 nets to −1 and has no tier; nobody bought for 99.
const lines = [
  sale('K0', 'jewels', 50), sale('K0', 'food', 10), sale('K1', 'food', 24), sale('K1', 'jewels', 5), sale('K1', null, 1),
  sale('K2', 'food', 11), sale('K2', 'jewels', -1), sale('K3', 'food', -1), sale(null, 'jewels', 99),
]; // prettier-ignore
const cuts: Choices = { tiers: { cut1: 5000, cut2: 8000 } };

describe('categories by hand', () => {
  it('shares of each tier add up to one; index and lift against all in tiers', async () => {
    const { c, figures } = await seen(await open({ lines }), cuts);
    expect(c.rows.map(({ kind, name }) => [kind, name])).toEqual([['named', 'jewels'], ['named', 'food'], ['blank', '']]); // prettier-ignore
    expect(figures).toMatchObject({
      'categories.count': 2,
      'categories.customers': 3,
      'categories.value': 100,
      'categories.unplaced_customers': 1,
      'categories.all.1.share': 0.54,
      'categories.all.2.share': 0.45,
      'categories.all.blank.share': 0.01,
      'categories.A.1.share': 50 / 60,
      'categories.C.1.share': -0.1,
      'categories.C.2.share': 1.1,
      'categories.A.1.customers': 1,
      // K2 only brought jewels back.
      'categories.all.1.customers': 2,
      'categories.all.2.customers': 3,
      'categories.C.1.customers': 0,
      'categories.C.1.lift': 0,
      'categories.A.2.lift': 1,
    });
    expect(figures['categories.A.1.index']).toBeCloseTo(50 / 60 / 0.54, 12);
    expect(figures['categories.B.2.index']).toBeCloseTo(24 / 30 / 0.45, 12);
    expect(figures['categories.A.1.lift']).toBeCloseTo(1.5, 12);
    expect(figures).not.toHaveProperty(['categories.A.1.segment_index']);
  });

  it('the sentence says what the best tier lives on', async () => {
    const { say } = await seen(await open({ lines }), cuts);
    expect(say('en')).toBe('A, one customer, leans most towards jewels: 83.3% of its revenue, 1.5 times the share in all.'); // prettier-ignore
    expect(say('zh-Hans')).toBe('A类（一个客户）最偏重jewels：占其收入的83.3%，是整体占比的1.5倍。');
  });

  it('of several customers it says how many bought it', async () => {
    const { say } = await seen(await open({ lines }), { tiers: { cut1: 9000, cut2: 9500 } });
    expect(say('en')).toBe('A leans most towards jewels: 61.1% of its revenue, 1.1 times the share in all; 2 of its 2 customers bought it.'); // prettier-ignore
    expect(say('zh-Hans')).toBe(
      'A类客户最偏重jewels：占其收入的61.1%，是整体占比的1.1倍；其2个客户中有2个买过。',
    );
  });

  it('where no category has much, it says so', async () => {
    const many = Array.from({ length: 60 }, (_, i) => [
      sale('K0', `c${i}`, 20 - i / 10),
      sale('K1', `c${i}`, 1 + i / 10),
    ]).flat();
    const { say } = await seen(await open({ lines: many }), cuts);
    expect(say('en')).toMatch(/^A, one customer, lives on many things: c0, its largest difference, brings only 2\.0% of its revenue, 1\.2 times the share in all\.$/); // prettier-ignore
    expect(say('zh-Hans')).toMatch(/^A类（一个客户）的来源分散：差别最大的c0只占其收入的2\.0%/);
  });

  it('cells open who bought it in the tier, rows who bought it in any', async () => {
    const { c, frame } = await seen(await open({ lines }), cuts);
    const ids = (row: number, tier: number | null): unknown[] => {
      const set = cellSet(c, row, tier);
      return set.kind === 'list' ? [...set.ranks].map((k) => frame.customers.ids.at(k)) : [];
    };
    expect([ids(0, 0), ids(0, 2), ids(0, null), ids(1, null), ids(2, 1)]).toEqual([['K0'], [], ['K0', 'K1'], ['K0', 'K1', 'K2'], ['K1']]); // prettier-ignore
  });

  it('another scheme makes other columns; one that is gone gives way to the active one', async () => {
    const data = await open({ lines });
    const { c } = await seen(data, by({ scheme: 'value_levels' }, cuts));
    expect(c.tiering.scheme.id).toBe('value_levels');
    const book = bookFor({ active: 'lifecycle' });
    expect(schemeIdOf({ book }, params.parse({ scheme: 'own9' }))).toBe('lifecycle');
    expect((await seen(data, by({ scheme: 'own9' }, cuts))).c.tiering.scheme.id).toBe('abc');
  });
});

describe('segments of customers', () => {
  // Ten customers; three of industry "food" bring 60 of the 100 of tier A, which is everybody.
  const industry = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`K${i}`, i < 3 ? 'food' : 'steel']),
  );
  const sales = Array.from({ length: 10 }, (_, i) => ({ customer: `K${i}`, day: '2024-01-01', amount: String(i < 3 ? 200 : i < 9 ? 60 : 40) })); // prettier-ignore
  const all: Choices = { tiers: { cut1: 10_000, cut2: 10_000 } };

  it('a segment with 30 % of the customers and 60 % of A’s value has the index 2.0', async () => {
    const data = await open({ lines: sales, attributes: [{ role: 'industry', values: industry }] });
    const { c, figures, say } = await seen(data, by({ compare: 'segment' }, all));
    expect([c.column, c.ofSales]).toEqual(['industry', false]);
    expect(figures['categories.A.1.segment_index']).toBeCloseTo(2, 12);
    expect(figures['categories.A.1.index']).toBeCloseTo(1, 12);
    expect(shown(cellOf(c, 0, 0), comparisonOf(c, params.parse({ compare: 'segment' }))).times).toBeCloseTo(2, 12); // prettier-ignore
    expect(say('en')).toContain('A lives on the same as everybody: food');
  });

  it('is not offered for what belongs to sales, where a customer is in several', () => {
    expect(comparisonOf({ ofSales: true }, params.parse({ compare: 'segment' }))).toBe('value');
  });

  it('columns without a role are there, blanks a row of their own', async () => {
    const values = { K0: 'x', K1: 'y' };
    const data = await open({ lines: sales, attributes: [{ header: 'Old tier', values }] });
    expect(columnsOf(data.model)).toEqual(['attribute_0']);
    const { figures } = await seen(data, all);
    expect(figures['categories.all.blank.share']).toBeCloseTo(0.6, 12);
    expect(figures['categories.all.blank.reach']).toBeCloseTo(0.8, 12);
  });
});

describe('states', () => {
  it('no column, nobody in scope, nothing above zero, one category', async () => {
    const bare = await look<Categories>('categories', await open({ lines: [{ customer: 'A', day: '2024-01-01', amount: '5' }] })); // prettier-ignore
    expect(bare.result).toEqual({ state: 'unusable', reason: 'no_column' });
    const walkins = await look<Categories>('categories', await open({ lines: [sale(null, 'x', 5)] }));
    expect(walkins.result).toEqual({ state: 'empty', reason: 'no_customers' });
    const below = await open({ lines: [sale('A', 'x', -5)] });
    expect((await look<Categories>('categories', below)).result).toEqual({ state: 'empty', reason: 'nobody_placed' }); // prettier-ignore
    const kept = await look<Categories>('categories', below, by({ scheme: 'lifecycle' }, { scope: { nonpositive: 'keep' } })); // prettier-ignore
    expect(kept.result.state).toBe('empty');
    const one = await seen(await open({ lines: [sale('A', 'x', 5), sale('B', 'x', 1)] }));
    expect(one.say('en')).toBe(strings.en.single('x'));
    const unnamed = await seen(await open({ lines: [sale('A', null, 5)] }));
    expect(unnamed.say('en')).toBe(strings.en.unnamed);
  });

  it('the largest thirty have rows, the rest one together, with each customer once', async () => {
    const many = Array.from({ length: 33 }, (_, i) => sale(i < 30 ? `K${i}` : 'L', `c${i}`, 100 - i));
    const { c, figures, say } = await seen(await open({ lines: many }), by({ compare: 'customers' }));
    expect(c.rows.length).toBe(31);
    expect(c.rows[30]).toMatchObject({ kind: 'other', places: [30, 31, 32] });
    expect(figures['categories.all.other.customers']).toBe(1);
    expect(figures['categories.count']).toBe(33);
    expect(say('en')).not.toBe('');
  });
});

describe('any sales', () => {
  const line = fc.record({
    customer: fc.constantFrom('K0', 'K1', 'K2', 'K3', 'K4', 'K5', null),
    category: fc.constantFrom('c0', 'c1', 'c2', 'c3 ', 'c3', '', null),
    amount: fc.integer({ min: -30, max: 80 }),
  });
  const choices = fc.record({
    nonpositive: fc.constantFrom<Scope['nonpositive']>('apart', 'zero', 'keep'),
    walkin: fc.constantFrom<Scope['walkin']>('apart', 'one'),
    returns: fc.constantFrom<Scope['returns']>('net', 'ignore'),
    cut1: fc.integer({ min: 1, max: 9000 }),
  });

  it('are as counted line by line', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 30 }), choices, async (rows, { cut1, ...scope }) => {
        const data = await open({ lines: rows.map(({ customer, category, amount }) => sale(customer, category, amount)) });
        const found = await look<Categories>('categories', data, { scope, tiers: { cut1, cut2: 9500 } });
        if (found.result.state !== 'ok') return;
        told++;
        const c = found.result.value;
        const { customers } = found.frame;
        const tierById = new Map(Array.from({ length: customers.n }, (_, k) => [customers.ids.at(k), c.tiering.of(k)]));
        const used = rows
          .filter((r) => scope.returns === 'net' || r.amount > 0)
          .map((r) => ({ ...r, id: r.customer ?? (scope.walkin === 'one' ? '(walk-in)' : null), name: (r.category ?? '').trim() }))
          .filter((r) => r.id !== null && (tierById.get(r.id) ?? -1) >= 0)
          .map((r) => ({ ...r, tier: tierById.get(r.id)! }));
        const sum = (list: typeof used): number => list.reduce((total, r) => total + r.amount, 0);
        const people = (list: typeof used): number => new Set(list.map((r) => r.id)).size;
        const bought = (list: typeof used): number => people(list.filter((r) => r.amount > 0));
        expect(c.all.value / 10_000).toBe(sum(used));
        expect(c.all.customers).toBe(people(used));
        c.rows.forEach((row, i) => {
          const inRow = used.filter((r) => r.name === row.name);
          c.tiering.tiers.forEach((_, tier) => {
            const inTier = used.filter((r) => r.tier === tier);
            const cell = cellOf(c, i, tier);
            const both = inRow.filter((r) => r.tier === tier);
            expect(cell.customers).toBe(bought(both));
            expect(cell.value / 10_000).toBe(sum(both));
            const share = sum(inTier) > 0 ? sum(both) / sum(inTier) : null;
            const whole = sum(inRow) / sum(used);
            if (share === null) expect(cell.share).toBeNull();
            else expect(cell.share).toBeCloseTo(share, 12);
            if (share === null || whole <= 0) expect(cell.index).toBeNull();
            else expect(cell.index).toBeCloseTo(share / whole, 9);
            if (people(inTier) === 0 || bought(inRow) === 0) expect(cell.lift).toBeNull();
            else expect(cell.lift).toBeCloseTo(bought(both) / people(inTier) / (bought(inRow) / people(used)), 9);
          });
        });
        // Every tier's mix is whole, and the tiers weighted by their value make the mix of all.
        c.tiers.forEach(({ value }, tier) => {
          if (value > 0) expect(c.rows.reduce((total, _, row) => total + cellOf(c, row, tier).share!, 0)).toBeCloseTo(1, 9);
        });
        c.rows.forEach((_, row) => {
          const mixed = c.tiers.reduce((total, { value }, tier) => total + (value > 0 ? value * cellOf(c, row, tier).share! : c.rows[row]!.tiers[tier]!.value), 0);
          expect(mixed / c.all.value).toBeCloseTo(cellOf(c, row, null).share!, 9);
        });
        for (const lang of ['en', 'zh-Hans'] as const) expect(found.say(lang)).not.toMatch(/NaN|undefined|null/);
      }),
      { numRuns: 60, seed: 36 },
    ); // prettier-ignore
    expect(told).toBeGreaterThan(30);
  }, 60_000);
});

describe('colours', () => {
  it('are alike in both directions around one', () => {
    expect([0, 0.5, 0.67, 0.9, 1, 1.14, 1.15, 1.5, 2, 9].map(shadeOf)).toEqual([
      0, 1, 2, 3, 3, 3, 4, 5, 6, 6,
    ]);
    expect(shadeOf(null)).toBeNull();
    expect(shadeOf(-1)).toBe(0);
  });
});
