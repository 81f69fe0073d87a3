import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/base/day.ts';
import { texts } from '../../src/base/table.ts';
import { formatter } from '../../src/format/format.ts';
import { frameWords } from '../../src/i18n/frame.ts';
import { langs } from '../../src/i18n/lang.ts';
import { liveOf } from '../../src/lenses/frame.ts';
import { lenses } from '../../src/lenses/registry.ts';
import { plain } from '../../src/lenses/say.ts';
import { defaultScope, type Scope } from '../../src/model/scope.ts';
import { defaultTierRule, type TierRule } from '../../src/model/tierRule.ts';
import type { Engine } from '../../src/ports/engine.ts';
import { bookFor, dataOf } from '../support/lenses.ts';
import { nodeEngine } from '../support/nodeEngine.ts';
import { wasmEngine } from '../support/wasmEngine.ts';
import { cjk, everyText, keysOf } from '../support/words.ts';
import { degenerate, ordinary } from './tables.ts';

const engines: Readonly<Record<string, Engine>> = {
  'native DuckDB': nodeEngine(),
  'the page’s WebAssembly engine': wasmEngine(),
};
const node = engines['native DuckDB']!;
beforeAll(async () => {
  for (const engine of Object.values(engines)) await engine.open();
}, 60_000);
afterAll(async () => {
  for (const engine of Object.values(engines)) await engine.close();
});

/** Values that reach every branch of a lens's SQL; others get their defaults. */
const variants: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  matrix: [
    { potential: 'growth' },
    { potential: 'column' },
    { cut1: 0, cut2: 100 },
    { cut1: 90, cut2: 10 },
    { grid: '2x2', cut2: 50 },
    { potential: 'score' },
    { potential: 'score', grid: '2x2', weights: [0, 0, 0, 0, 0, 0, 0] },
    { potential: 'score', weights: [0, 0, 0, 0, 0, 0, 1] },
  ],
  value_risk: [
    { cut1: 0, cut2: 0 },
    { cut1: 100, cut2: 10.5 },
    { weights: [0, 0, 0, 0, 0, 100, 0, 0] },
    { weights: [0, 0, 0, 0, 0, 0, 0, 0], byValue: 0, byPotential: 0, byRisk: 0, top: 1 },
    { weights: [1, 0, 0, 0, 0, 0, 0, 1] },
  ],
  cross: [
    { first: 'xyz', second: 'abc', share: 'row', of: 'customers' },
    { first: 'lifecycle', second: 'distributor', share: 'column' },
    { first: 'abc', second: 'abc' },
  ],
  pareto: [
    { view: 'lorenz', without: '1', top: 0.1 },
    { by: 'margin', without: '3' },
    { by: 'average_order', view: 'lorenz', without: '10', top: 100 },
  ],
  products: [{ by: 'category', rows: 'all', popularity: 'repeat' }, { popularity: 'value' }],
  categories: [
    { by: 'region', scheme: 'rfm', compare: 'customers' },
    { by: 'attribute_3', compare: 'segment' },
  ],
  compare: [
    { by: 'year', axis: 'log' },
    { by: 'sample', axis: 'rank' },
    { by: 'region' },
    { by: 'attribute_3' },
    { by: 'period' },
    {
      by: 'period',
      from1: dayOf(2024, 1, 1),
      to1: dayOf(2024, 1, 31),
      from2: dayOf(2024, 1, 15),
      to2: dayOf(2024, 3, 31),
      cut: 'keep',
    },
    { by: 'period', from1: dayOf(2030, 1, 1), to1: dayOf(2029, 1, 1) },
  ],
  migration: [
    { cuts: 'recompute', count: '4', after: '3', pair: 'ends' },
    { unit: 'month', partial: 'mark', count: '3', after: '2', pair: '1' },
    { unit: 'season', season: 12 },
    { unit: 'rolling', days: 10, scheme: 'rfm' },
    {
      scheme: 'lifecycle',
      from1: dayOf(2024, 1, 1),
      to1: dayOf(2024, 1, 31),
      from2: dayOf(2024, 3, 31),
      to2: dayOf(2024, 2, 1),
    },
    { from1: dayOf(2030, 1, 1), to1: dayOf(2030, 1, 2), from2: dayOf(1950, 1, 1), to2: dayOf(1950, 1, 2) },
  ],
  churn: [
    { silenceDays: 1 },
    { silenceDays: 36_500, backtestWindow: 36_500 },
    { backtestCut: dayOf(1950, 1, 1) },
    { silenceDays: 30, backtestCut: dayOf(2024, 1, 15), backtestWindow: 30 },
    { silenceDays: 5, backtestCut: dayOf(9999, 12, 31) },
  ],
};
const valuesOf = (lens: string): readonly Record<string, unknown>[] => [{}, ...(variants[lens] ?? [])];

const scopes: readonly Partial<Scope>[] = [
  {},
  { nonpositive: 'zero' },
  { nonpositive: 'keep' },
  { returns: 'ignore', walkin: 'one', duplicates: 'drop' },
  { measure: 'profit' },
  { measure: 'quantity', nonpositive: 'keep' },
  { measure: 'orders' },
  { from: dayOf(2024, 2, 1), to: dayOf(2024, 2, 29) },
  { from: dayOf(2024, 3, 1), to: dayOf(2024, 1, 1) },
  { asOf: dayOf(2030, 1, 1) },
];

const rules: readonly TierRule[] = [
  defaultTierRule,
  { cut1: 10, cut2: 10, crossing: 'worse' },
  { cut1: 10_000, cut2: 10_000, crossing: 'better' },
  { cut1: 5000, cut2: 8000, crossing: 'worse' },
];

const portTypes = ['DOUBLE', 'BIGINT', 'VARCHAR', 'BOOLEAN', 'DATE'];
const nothingSaid = /NaN|Infinity|undefined|null|\[object|=>/;

describe.each(Object.entries(engines))('statements of every lens on %s', (_, engine) => {
  it.each(lenses.map((lens) => [lens.id, lens] as const))(
    '%s: they bind, and give only types of the port',
    async (id, lens) => {
      let asked = 0;
      for (const { lines, shape } of [ordinary, ...degenerate.slice(0, 3)]) {
        const data = await dataOf(engine, lines, shape);
        for (const values of valuesOf(id)) {
          const frame = await data.frame(defaultScope, bookFor());
          await engine.run(frame.rollup.dayStatements);
          const params = lens.params.parse(values);
          const first = lens.query(frame, params);
          const tables = Object.fromEntries(
            await Promise.all(Object.entries(first).map(async ([name, text]) => [name, await engine.query(text)] as const)),
          ); // prettier-ignore
          for (const text of Object.values({ ...first, ...lens.follow?.(tables, frame, params) })) {
            asked++;
            expect(await engine.explain(text)).not.toBe('');
            const described = await engine.query(`DESCRIBE ${text}`);
            const types = texts(described, 'column_type');
            for (let i = 0; i < types.length; i++) expect(portTypes, text).toContain(types.at(i));
          }
        }
      }
      const own = Object.keys(lens.query(await (await dataOf(engine, ordinary.lines)).frame(defaultScope, bookFor()), lens.params.defaults)); // prettier-ignore
      expect(asked > 0).toBe(own.length > 0);
    },
  );

  it('the rollup’s own tables can be read', async () => {
    const data = await dataOf(engine, ordinary.lines);
    expect((await data.frame(defaultScope, bookFor())).customers.n).toBe(10);
  });
});

describe.each([ordinary, ...degenerate])('$name', ({ lines, shape }) => {
  it('every lens gives a state with words for it, finite figures and whole sentences', async () => {
    const data = await dataOf(node, lines, shape);
    for (const change of scopes) {
      const scope = { ...defaultScope, ...change };
      const frame = await data.frame(scope, bookFor());
      for (const lens of lenses)
        for (const values of valuesOf(lens.id)) {
          const where = `${lens.id} ${JSON.stringify({ change, values })}`;
          const result = await data.result(lens, frame, values);
          if (result.state !== 'ok') {
            expect(['empty', 'unusable'], where).toContain(result.state);
            for (const lang of langs)
              expect(lens.strings[lang].reasons[result.reason] ?? '', `${where} ${result.reason}`).not.toBe(
                '',
              );
            continue;
          }
          const params = lens.params.parse(values);
          for (const rule of rules) {
            const live = liveOf(frame, rule);
            const figures = lens.figures(result.value, live, frame, params);
            const broken = Object.entries(figures).filter(
              ([, value]) => value !== null && !Number.isFinite(value),
            );
            expect(broken, where).toEqual([]);
            for (const lang of langs) {
              const measure = frameWords[lang].measures[scope.measure];
              const sentence = lens.insight(result.value, live, frame, params, formatter(lang), lens.strings[lang], measure); // prettier-ignore
              expect(plain(sentence), where).not.toMatch(nothingSaid);
              expect(plain(sentence), where).not.toBe('');
              for (const piece of sentence)
                if (typeof piece !== 'string' && piece.metric) {
                  expect(figures, where).toHaveProperty([piece.metric]);
                  expect(piece.value, `${where} ${piece.metric}`).toBe(figures[piece.metric]);
                }
            }
          }
        }
    }
  });
});

describe.each(lenses.map((lens) => [lens.id, lens] as const))('settings of %s', (id, lens) => {
  const { params } = lens;
  const fields = Object.keys(params.defaults as object);
  const proper = (variants[id] ?? []).map((values) => params.parse(values) as Record<string, unknown>);
  const odd = fc.oneof(
    fc.anything(),
    fc.constantFrom(NaN, Infinity, -1, 0, 1e308, '', 'auto', '__proto__', 1e15, dayOf(2024, 1, 1)),
  );
  const anyValues = fc.dictionary(fc.constantFrom(...fields, 'other'), odd);

  it('parsing takes anything, gives every field, and changes nothing the second time', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const once = params.parse(values) as Record<string, unknown>;
        expect(Object.keys(once)).toEqual(fields);
        expect(params.parse(once)).toEqual(once);
        for (const text of Object.values(params.write(values))) expect(text).not.toMatch(nothingSaid);
      }),
      { seed: 11 },
    );
    expect(params.parse({})).toEqual(params.defaults);
    expect(params.write(params.defaults as Record<string, unknown>)).toEqual({});
  });

  it('what a link says of them reads back as the same', () => {
    for (const values of proper) {
      const back: Record<string, unknown> = {};
      for (const [key, text] of Object.entries(params.write(values)))
        Object.assign(back, params.read(key, text));
      expect(params.parse(back)).toEqual(values);
    }
  });

  it('a key that is not theirs is nobody’s, a text that is no value is none', () => {
    expect(params.read('nowhere', '1')).toBeNull();
    for (const key of Object.keys(Object.assign({}, ...proper.map((values) => params.write(values)))))
      for (const text of ['', 'NaN', '1e308', '-1', '<img>', '2024-02-30', '99999999999'])
        expect(params.read(key, text), `${key}=${text}`).toBeUndefined();
  });
});

/** Latin words that stand in Chinese sentences: names of keys on the keyboard and of formats. */
const latin = ['CSV', 'Shift', 'Page', 'Up', 'Down', 'Home', 'End', 'ABC', 'XYZ', 'RFM', 'VIP'];

describe.each(lenses.map((lens) => [lens.id, lens.strings] as const))('words of %s', (_, strings) => {
  it('both languages have the same keys, down to the last', () => {
    expect(keysOf(strings['zh-Hans'])).toEqual(keysOf(strings.en));
  });

  it('no text is blank or unfinished', () => {
    for (const lang of langs) {
      const said = everyText(strings[lang]);
      expect(said.length).toBeGreaterThan(2);
      for (const { at, text } of said) {
        expect(text.trim(), `${lang} ${at}`).not.toBe('');
        expect(text, `${lang} ${at}`).not.toMatch(/NaN|Infinity|\[object|=>/);
      }
    }
  });

  it('English has no Chinese character or mark', () => {
    for (const { at, text } of everyText(strings.en)) expect(text, at).not.toMatch(cjk);
  });

  it('Chinese has no English word', () => {
    for (const { at, text } of everyText(strings['zh-Hans']))
      expect((text.match(/[A-Za-z]{2,}/g) ?? []).filter((word) => !latin.includes(word)), `${at}: ${text}`).toEqual([]); // prettier-ignore
  });
});
