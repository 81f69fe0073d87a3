import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Data } from '../../../src/app/data.ts';
import { texts } from '../../../src/base/table.ts';
import { paintSvg } from '../../../src/charts/echarts.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { formatter } from '../../../src/format/format.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { belongsQuery, boughtOf, boughtQuery, buyers } from '../../../src/lenses/bought.ts';
import { chart, extent } from '../../../src/lenses/products/chart.ts';
import { nameAt } from '../../../src/lenses/products/insight.ts';
import { matching, ordered, repeatRate } from '../../../src/lenses/products/order.ts';
import { byTier, figures, popularity, tiersOf, type Products } from '../../../src/lenses/products/result.ts';
import { strings } from '../../../src/lenses/products/strings.ts';
import type { Scope } from '../../../src/model/scope.ts';
import { ident } from '../../../src/sql/sql.ts';
import { rank } from '../../../src/stats/ranked.ts';
import { type Choices, frameOf, noCoverage, plainLedger } from '../../support/lenses.ts';
import { look, paintedTexts } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { wasmEngine } from '../../support/wasmEngine.ts';
import { type DimensionLine, putTables, type Tables } from '../../support/sideTables.ts';

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
  const found = await look<Products>('products', data, choices);
  if (found.result.state !== 'ok') throw new Error(found.result.reason);
  return { ...found, p: found.result.value, figures: figures(found.result.value, found.live) };
}

const sale = (customer: string | null, order: string, product: string | null, amount: number): DimensionLine => ({
  customer,
  order,
  day: '2024-01-01',
  amount: String(amount),
  dimensions: { product },
}); // prettier-ignore

// tea 60, cup 30, pot 10 on the curve; lid -5 apart; 7 without a name; 50 of tea to nobody. K0 45, K1 30, K2 27.
const shop = [
  sale('K0', 'O1', 'tea', 25), sale('K0', 'O1', ' tea', 10), sale('K0', 'O2', 'tea', 5), sale('K0', 'O2', 'cup', 10),
  sale('K0', 'O2', 'lid', -5), sale('K1', 'O3', 'tea', 20), sale('K1', 'O4', 'pot', 10), sale('K2', 'O5', 'cup', 22),
  sale('K2', 'O6', 'cup', -2), sale('K2', 'O5', null, 3), sale('K2', 'O5', '  ', 4), sale(null, 'O9', 'tea', 50),
]; // prettier-ignore
/** One customer, and one product, in each tier. */
const cuts = { tiers: { cut1: 4000, cut2: 7000 } } as const;

describe('a shop by hand', () => {
  it('ranks the named products; those at or below zero and rows without a name stand apart', async () => {
    const { figures } = await seen(await open({ lines: shop }), cuts);
    expect(figures).toMatchObject({
      'products.count': 3,
      'products.value': 100,
      'products.largest_share': 0.6,
      'products.cut_share': 0.4,
      'products.cut_products': 1,
      'products.cut_value_share': 0.6,
      'products.apart_products': 1,
      'products.apart_value': -5,
      'products.blank_value': 7,
      'products.A.products': 1,
      'products.B.products': 1,
      'products.B.value': 30,
      'products.C.share_value': 0.1,
    });
    expect(figures['products.top20_share']).toBeCloseTo(0.6 * 0.6, 12);
    // 2(1·10 + 2·30 + 3·60) / (3·100) − 4/3
    expect(figures['products.gini']).toBeCloseTo(1 / 3, 12);
  });

  it('counts customers, orders and who came back for it', async () => {
    const { p, frame } = await seen(await open({ lines: shop }), cuts);
    expect([0, 1, 2, 3].map((i) => nameAt(p, i))).toEqual(['tea', 'cup', 'pot', 'lid']);
    expect([...p.customers]).toEqual([2, 2, 1, 0]);
    // K0's two lines of tea in one order are one; K2's return of a cup is none.
    expect([...p.orders]).toEqual([3, 2, 1, 0]);
    expect([0, 1, 2, 3].map((i) => repeatRate(p, i))).toEqual([0.5, 0, 0, null]);
    const ids = (i: number): unknown[] => [...buyers(p.bought, [p.places[i]!])].map((k) => frame.customers.ids.at(k)); // prettier-ignore
    expect([0, 1, 2, 3].map(ids)).toEqual([['K0', 'K1'], ['K0', 'K2'], ['K1'], []]);
  });

  it('says how popular each is in every tier', async () => {
    const { p } = await seen(await open({ lines: shop }), cuts);
    expect(p.tierSizes).toEqual([1, 1, 1]);
    expect(byTier(p, 0)).toEqual([
      { customers: 1, repeaters: 1, orders: 2, value: 400_000 },
      { customers: 1, repeaters: 0, orders: 1, value: 200_000 },
      { customers: 0, repeaters: 0, orders: 0, value: 0 },
    ]);
    const all = (of: Parameters<typeof popularity>[4]): unknown[] =>
      byTier(p, 0).map((cell, tier) => popularity(p, 0, tier, cell, of));
    expect(all('reach')).toEqual([1, 1, 0]);
    expect(all('repeat')).toEqual([1, 0, null]);
    expect(all('value')).toEqual([40 / 60, 20 / 60, 0]);
    expect(all('orders')).toEqual([2, 1, 0]);
    // Of a product that nets to less than zero no share can be said.
    expect(popularity(p, 3, 0, byTier(p, 3)[0]!, 'value')).toBeNull();
  });

  it('with all rows, sales to nobody count in value and orders, not in customers', async () => {
    const { p, figures } = await seen(await open({ lines: shop }), { ...cuts, values: { products: { rows: 'all' } } }); // prettier-ignore
    expect(figures).toMatchObject({ 'products.value': 150, 'products.largest_share': 110 / 150 });
    expect([p.customers[0], p.orders[0], repeatRate(p, 0)]).toEqual([2, 4, 0.5]);
    expect(byTier(p, 0).reduce((sum, tier) => sum + tier.value, 0)).toBe(600_000);
  });

  it('the rule for values at or below zero holds for products too', async () => {
    const data = await open({ lines: shop });
    const keep = await seen(data, { ...cuts, scope: { nonpositive: 'keep' } });
    expect(keep.figures).toMatchObject({ 'products.count': 4, 'products.value': 95, 'products.apart_products': 0 }); // prettier-ignore
    expect(extent(keep.p.ranked)).toEqual({ bottom: expect.closeTo(-0.2, 9), top: expect.closeTo(1.2, 9), step: 0.2 }); // prettier-ignore
    const zero = await seen(data, { ...cuts, scope: { nonpositive: 'zero' } });
    expect(zero.figures).toMatchObject({ 'products.count': 4, 'products.value': 100 });
  });

  it('says it in both languages', async () => {
    const { say } = await seen(await open({ lines: shop }), cuts);
    expect(say('en')).toBe(
      '1 of 3 products (33.3%) brings 60.0% of the revenue; the largest, tea, brings 60.0%. 1 other product nets to zero or less (−5) and stands apart.',
    );
    expect(say('zh-Hans')).toBe(
      '3种商品中，1种（33.3%）带来60.0%的收入；最大的是tea，占60.0%。另有1种净额为零或负（−5），单列。',
    );
  });

  it('finds by name and sorts, unknown rates last either way', async () => {
    const { p } = await seen(await open({ lines: shop }), cuts);
    expect([...matching(p, ' TE ')]).toEqual([0]);
    const names = (by: Parameters<typeof ordered>[2], down: boolean): string[] =>
      [...ordered(p, matching(p, ''), by, down)].map((i) => nameAt(p, i));
    expect(names('rank', false)).toEqual(['tea', 'cup', 'pot', 'lid']);
    expect(names('name', false)).toEqual(['cup', 'lid', 'pot', 'tea']);
    expect(names('name', true)).toEqual(['tea', 'pot', 'lid', 'cup']);
    expect(names('customers', true)).toEqual(['tea', 'cup', 'pot', 'lid']);
    expect(names('repeat', true)).toEqual(['tea', 'cup', 'pot', 'lid']);
    expect(names('repeat', false)).toEqual(['cup', 'pot', 'tea', 'lid']);
  });
});

describe('states', () => {
  it('without a column of products it says which to map; categories stand in for them', async () => {
    const bare = await look<Products>('products', await open({ lines: [{ customer: 'A', day: '2024-01-01', amount: '5' }] })); // prettier-ignore
    expect(bare.result).toEqual({ state: 'unusable', reason: 'no_product' });
    const lines = shop.map((line) => ({
      ...line,
      dimensions: { category: line.dimensions?.product ?? null },
    }));
    const { p, say } = await seen(await open({ lines }), cuts);
    expect(p.column).toBe('category');
    expect(say('en')).toContain('1 of 3 categories');
  });

  it('one product, equal products, none above zero, none named, nothing in scope', async () => {
    const one = await seen(await open({ lines: [sale('A', 'O1', 'tea', 5), sale('B', 'O2', 'tea', 5)] }));
    expect(one.say('en')).toBe('There is one product, tea, and it brings all of the revenue.');
    const equal = await seen(await open({ lines: [sale('A', 'O1', 'tea', 5), sale('B', 'O2', 'cup', 5)] }));
    expect(equal.say('en')).toBe('All 2 products bring the same revenue, so their order says nothing.');
    const below = await seen(await open({ lines: [sale('A', 'O1', 'tea', -5), sale('B', 'O2', 'cup', 0)] }));
    expect(below.p.shape).toBe('none');
    expect(below.figures['products.gini']).toBeNull();
    expect(below.say('en')).toBe('Nothing brings more than zero: 2 products net to zero or less, so there are no shares.'); // prettier-ignore
    const blank = await look<Products>('products', await open({ lines: [sale('A', 'O1', null, 5)] }));
    expect(blank.result).toEqual({ state: 'empty', reason: 'no_names' });
    const walkins = await open({ lines: [sale(null, 'O1', 'tea', 5)] });
    expect((await look<Products>('products', walkins)).result).toEqual({ state: 'empty', reason: 'no_rows' });
    expect((await seen(walkins, { values: { products: { rows: 'all' } } })).figures['products.value']).toBe(
      5,
    );
  });
});

describe('any shop', () => {
  const line = fc.record({
    customer: fc.constantFrom('K0', 'K1', 'K2', 'K3', 'K4', null),
    order: fc.constantFrom('O0', 'O1', 'O2', 'O3', null),
    product: fc.constantFrom('p0', 'p1', 'p2', ' p1', '', null),
    day: fc.constantFrom('2024-01-01', '2024-01-02', '2024-02-01'),
    amount: fc.integer({ min: -30, max: 60 }),
  });
  const choices = fc.record({
    returns: fc.constantFrom<Scope['returns']>('net', 'ignore'),
    nonpositive: fc.constantFrom<Scope['nonpositive']>('apart', 'zero', 'keep'),
    walkin: fc.constantFrom<Scope['walkin']>('apart', 'one'),
    measure: fc.constantFrom<Scope['measure']>('amount', 'orders'),
    rows: fc.constantFrom('customers', 'all'),
    cut1: fc.integer({ min: 1, max: 9000 }),
  });

  it('is as counted line by line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 25 }), choices, async (lines, { rows, cut1, ...scope }) => {
        const data = await open({
          lines: lines.map(({ product, amount, ...rest }) => ({ ...rest, amount: String(amount), dimensions: { product } })),
        }); // prettier-ignore
        const walkin = rows === 'all' || scope.walkin === 'one';
        const used = lines.filter((l) => (l.customer !== null || walkin) && (scope.returns === 'net' || l.amount > 0));
        const found = await look<Products>('products', data, { scope, tiers: { cut1, cut2: 9500 }, values: { products: { rows } } }); // prettier-ignore
        const nameOf = (l: (typeof lines)[number]): string => (l.product ?? '').trim();
        const names = [...new Set(used.map(nameOf))].filter((name) => name !== '');
        if (names.length === 0) {
          expect(found.result.state).toBe('empty');
          return;
        }
        if (found.result.state !== 'ok') throw new Error(found.result.reason);
        const p = found.result.value;
        const wholes = names.map((name) => {
          const mine = used.filter((l) => nameOf(l) === name);
          const people = [...new Set(mine.map((l) => l.customer))].map((customer) => {
            const theirs = mine.filter((l) => l.customer === customer);
            const orders = new Set(theirs.filter((l) => l.amount > 0).map((l) => l.order ?? l.day)).size;
            return { customer, orders, value: scope.measure === 'orders' ? orders : theirs.reduce((sum, l) => sum + l.amount, 0) };
          }); // prettier-ignore
          const known = people.filter(({ customer, orders }) => orders > 0 && (customer !== null || scope.walkin === 'one')); // prettier-ignore
          return {
            name,
            value: people.reduce((sum, { value }) => sum + value, 0),
            orders: people.reduce((sum, { orders }) => sum + orders, 0),
            customers: known.length,
            repeaters: known.filter(({ orders }) => orders >= 2).length,
          };
        });
        wholes.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
        expect(wholes).toEqual(
          wholes.map((_, i) => ({
            name: nameAt(p, i),
            value: Number(p.bought.value[p.places[i]!]) / 10_000,
            orders: p.orders[i],
            customers: p.customers[i],
            repeaters: p.repeaters[i],
          })),
        );
        const curve = wholes
          .map(({ value }) => (scope.nonpositive === 'zero' ? Math.max(0, value) : value))
          .filter((value) => scope.nonpositive !== 'apart' || value > 0);
        const total = curve.reduce((sum, value) => sum + value, 0);
        const all = figures(p, found.live);
        expect(all['products.count']).toBe(curve.length);
        expect(all['products.value']).toBe(total);
        expect(all['products.apart_products']).toBe(wholes.length - curve.length);
        if (total <= 0) {
          expect(all['products.cut_products']).toBeNull();
          return;
        }
        let k = 0;
        for (let sum = 0; sum * 10_000 < total * cut1; k++) sum += curve[k]!;
        expect(all['products.cut_products']).toBe(k);
        expect(all['products.largest_share']).toBeCloseTo(curve[0]! / total, 12);
        const differences = curve.flatMap((a) => curve.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        expect(all['products.gini']).toBeCloseTo(differences / (2 * curve.length * total), 9);
        const tiers = tiersOf(p, found.live);
        expect(tiers.reduce((sum, tier) => sum + tier.customers, 0)).toBe(curve.length);
      }),
      { numRuns: 60, seed: 27 },
    ); // prettier-ignore
  }, 60_000);
});

describe('the page’s own engine', () => {
  it('gives the same, in types that may leave it', async () => {
    const page = wasmEngine();
    await page.open();
    const attributes = [{ role: 'industry', values: { K0: 'food' } }] as const;
    const told = [];
    for (const one of [engine, page]) {
      const model = await putTables(one, { lines: shop, attributes });
      const data = new Data(one, { model, ledger: plainLedger(shop.length), coverage: noCoverage });
      const { frame } = await frameOf(data);
      for (const text of [
        boughtQuery(ident('product'), frame, true),
        boughtQuery(ident('product'), { ...frame, scope: { ...frame.scope, measure: 'orders' } }, false),
        belongsQuery(ident('industry'), frame),
      ]) {
        const types = texts(await one.query(`DESCRIBE ${text}`), 'column_type');
        expect([0, 1, 2, 3, 4].map((i) => types.at(i))).toEqual(['BIGINT', 'BIGINT', 'VARCHAR', 'BIGINT', 'BIGINT']); // prettier-ignore
        const { n, name, value, start, ranks, orders, values } = boughtOf(await one.query(text));
        const pairs = Array.from(ranks, (rank, i) => [rank, orders[i], values[i]]);
        told.push({
          names: Array.from({ length: n }, (_, i) => name(i)),
          value: [...value],
          start: [...start],
          pairs: Array.from({ length: n }, (_, i) => pairs.slice(start[i], start[i + 1]).sort((a, b) => a[0]! - b[0]!)), // prettier-ignore
        });
      }
    }
    await page.close();
    expect(told.slice(0, 3)).toEqual(told.slice(3));
  }, 60_000);
});

describe('the picture', () => {
  it('paints axes and curve in both languages, bars only where they can be told apart', async () => {
    for (const lang of langs) {
      const theme = chartTheme('light', lang, { motion: false });
      const option = chart(
        rank(Float64Array.of(6e5, 3e5, 1e5)),
        theme,
        formatter(lang),
        strings[lang],
        'X',
        String,
      );
      const words = paintedTexts(paintSvg(option, { width: 600, height: 400 }));
      expect(words).toContain(strings[lang].xAxis);
      expect(words).toContain(strings[lang].yAxis('X'));
      expect((option.series as { id: string }[]).map(({ id }) => id)).toEqual(['bars', 'equality', 'curve']);
    }
    const many = chart(rank(new Float64Array(61).fill(1)), chartTheme('dark', 'en'), formatter('en'), strings.en, 'X', String); // prettier-ignore
    expect((many.series as { id: string }[]).map(({ id }) => id)).toEqual(['equality', 'curve']);
  });
});
