import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../../src/app/data.ts';
import { formatter } from '../../../src/format/format.ts';
import { insight } from '../../../src/lenses/tiers/insight.ts';
import { figures, result } from '../../../src/lenses/tiers/result.ts';
import { rowsOf } from '../../../src/lenses/tiers/rows.ts';
import { strings } from '../../../src/lenses/tiers/strings.ts';
import { ranksOf } from '../../../src/lenses/ranks.ts';
import { plain } from '../../../src/lenses/say.ts';
import { defaultMetricOptions } from '../../../src/model/metrics/types.ts';
import type { Rules, Scheme } from '../../../src/model/schemes/types.ts';
import { dataOf, frameOf } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { ten } from '../ten.ts';

const engine = nodeEngine();
let data: Data;
beforeAll(async () => {
  await engine.open();
  data = await dataOf(engine, ten);
});
afterAll(() => engine.close());

const rules: Rules = {
  population: 'ranked',
  scores: [],
  tiers: [
    { id: 'top', name: 'Three largest', when: { kind: 'top_count', of: 'value', count: 3 } },
    { id: 'four', name: null, when: { kind: 'number', of: 'value', is: 'gte', than: 4 } },
  ],
  rest: { id: 'rest', name: 'Others' },
  options: defaultMetricOptions,
};
const own: Scheme = {
  id: 'own1',
  version: 1,
  preset: 'abc',
  name: 'Mine',
  settings: {},
  rules,
  overrides: {},
};

const look = async (scheme: Scheme) => {
  const { frame, live } = await frameOf(data, { active: scheme.id, schemes: [scheme] });
  const made = result({}, frame);
  if (made.state !== 'ok') throw new Error(made.state);
  return {
    frame,
    live,
    figures: figures(made.value, live),
    say: (lang: 'en' | 'zh-Hans') =>
      plain(insight(made.value, live, frame, null, formatter(lang), strings[lang], lang === 'en' ? 'revenue' : '收入')), // prettier-ignore
  };
};

describe('rules of one’s own on ten customers of 55, 20, 10, 5, 4, 2, 1, 1, 1, 1', () => {
  it('figures are named by the tiers of the scheme in force', async () => {
    const { figures: all } = await look(own);
    expect(all).toMatchObject({
      'tiers.top.customers': 3, 'tiers.top.value': 85, 'tiers.top.share_customers': 0.3, 'tiers.top.share_value': 0.85, 'tiers.top.cut': 10,
      'tiers.four.customers': 2, 'tiers.four.value': 9, 'tiers.four.cut': 4,
      'tiers.rest.customers': 5, 'tiers.rest.value': 6, 'tiers.rest.cut': 1, 'tiers.rest.fragile': null,
      'tiers.unknown': 0,
    }); // prettier-ignore
    expect(Object.keys(all).some((name) => name.startsWith('tiers.A'))).toBe(false);
  });

  it('rows open exactly the tier’s customers; the median is the mean of the two middle values', async () => {
    const { frame, live } = await look(own);
    const rows = rowsOf(live.active, frame, 'en');
    expect(rows.map((row) => [row.title, row.colour, [...ranksOf(row.set)], row.median])).toEqual([
      ['Three largest', 'a', [0, 1, 2], 200_000],
      ['four', 'b', [3, 4], 45_000],
      ['Others', 'c', [5, 6, 7, 8, 9], 10_000],
    ]);
  });

  it('a customer set by hand is in that tier, and the row says so', async () => {
    const { frame } = await look(own);
    const last = frame.customers.ids.at(9)!;
    const { live, figures: all } = await look({ ...own, overrides: { [last]: { tier: 'top', reason: 'asked for' } } }); // prettier-ignore
    expect([all['tiers.top.customers'], all['tiers.rest.customers']]).toEqual([4, 4]);
    expect(live.active.tiers[0]!.byHand).toBe(1);
    expect(live.active.explain(9).override).toEqual({ reason: 'asked for' });
  });

  it('the sentence tells the tiers in their order', async () => {
    const { say } = await look(own);
    expect(say('en')).toBe(
      '“Mine” puts 3 customers into Three largest (85.0% of revenue), 2 into four (9.0%), 5 into Others (6.0%).',
    );
    expect(say('zh-Hans')).toBe(
      '按“Mine”：Three largest有3个客户（占收入的85.0%），four有2个（9.0%），Others有5个（6.0%）。',
    );
  });

  it('more than four tiers: the best three, and how many are left', async () => {
    const five = { ...rules, tiers: [1, 2, 3, 4].map((count) => ({ id: `t${count}`, name: null, when: { kind: 'top_count', of: 'value', count } as const })) }; // prettier-ignore
    const { say } = await look({ ...own, rules: five });
    expect(say('en')).toBe('“Mine” puts 1 customer into t1 (55.0% of revenue), 1 into t2 (20.0%), 1 into t3 (10.0%), and 7 into other tiers.'); // prettier-ignore
    expect(say('zh-Hans')).toMatch(/，其余等级共7个。$/);
  });

  it('a rule on what the file lacks is unknown for everybody, and nobody is lost', async () => {
    const asks: Rules = { ...rules, tiers: [{ id: 'loyal', name: null, when: { kind: 'number', of: 'loyalty', is: 'gte', than: 4 } }] }; // prettier-ignore
    const { live, figures: all } = await look({ ...own, rules: asks });
    expect(live.active.missing).toEqual(['loyalty']);
    expect([all['tiers.loyal.customers'], all['tiers.rest.customers'], all['tiers.unknown']]).toEqual([
      0, 10, 10,
    ]);
  });

  it('another scheme still places customers where shares have no meaning', async () => {
    const losses = await dataOf(
      engine,
      ['A', 'B'].map((customer) => ({ customer, amount: '-5' })),
    );
    const everyone: Scheme = { ...own, rules: { ...rules, population: 'all' } };
    const { frame, live } = await frameOf(losses, { active: 'own1', schemes: [everyone] });
    expect(result({}, frame)).toMatchObject({ state: 'ok', value: { shape: 'all_apart' } });
    expect(live.active.placed).toBe(2);
    const shares = await frameOf(losses);
    const made = result({}, shares.frame);
    if (made.state !== 'ok') throw new Error(made.state);
    const sentence = (lang: 'en' | 'zh-Hans') =>
      plain(insight(made.value, shares.live, shares.frame, null, formatter(lang), strings[lang], ''));
    expect(sentence('en')).toMatch(/^Every customer has a net value of zero or less/);
    expect(sentence('zh-Hans')).toMatch(/^所有客户的净额都为零或负/);
    data = await dataOf(engine, ten);
  });
});
