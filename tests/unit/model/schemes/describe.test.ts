import { describe, expect, it } from 'vitest';
import { formatter } from '../../../../src/format/format.ts';
import { langs, type Lang } from '../../../../src/i18n/lang.ts';
import { metricWords } from '../../../../src/i18n/metrics.ts';
import { roleNames } from '../../../../src/i18n/roles.ts';
import { schemeWords } from '../../../../src/i18n/schemes.ts';
import { metricUnits } from '../../../../src/model/metrics/catalogue.ts';
import type { MetricId } from '../../../../src/model/metrics/types.ts';
import { applyRules } from '../../../../src/model/schemes/apply.ts';
import { describeCheck, describeCondition, describeReport, describeWhy, type Telling } from '../../../../src/model/schemes/describe.ts'; // prettier-ignore
import type { Condition, Report } from '../../../../src/model/schemes/types.ts';
import { rulesWith, schemeWith, sourceOf } from './world.ts';

const telling = (lang: Lang, more: Partial<Telling['names']> = {}): Telling => ({
  words: schemeWords[lang],
  format: formatter(lang),
  names: {
    quantity: (of) =>
      of === 'value' ? (lang === 'en' ? 'revenue' : '销售额') : metricWords[lang].name[of as MetricId],
    unit: (of) => metricUnits[of as MetricId],
    text: (field) => roleNames[lang][field as keyof (typeof roleNames)[Lang]],
    ...more,
  },
});

const report = (condition: Condition, holds: Report['holds'], actual: Report['actual'], wanted: number | null): Report => ({
  condition,
  holds,
  actual,
  wanted,
  by: typeof actual === 'number' && wanted !== null ? actual - wanted : null,
  parts: [],
}); // prettier-ignore

const said = (lang: Lang, one: Report, more: Partial<Telling['names']> = {}): string => describeReport(one, telling(lang, more)); // prettier-ignore

const share: Condition = { kind: 'share', of: 'value', cut: 8000, crossing: 'better' };
const grown = (of: MetricId): Condition => ({ kind: 'number', of, is: 'gte', than: 0.1 });

describe('reports in sentences', () => {
  it('cumulative share', () => {
    const far = report(share, false, 81.2, 80);
    expect(said('en', far)).toBe(
      'cumulative share of revenue before is 81.2%, the cut is 80%: 1.2 pts too far',
    );
    expect(said('zh-Hans', far)).toBe('在其之前销售额已累计81.2%，分界为80%，超出1.2个百分点');
    expect(said('en', report(share, true, 62.25, 80))).toBe('cumulative share of revenue before is 62.3%, the cut is 80%'); // prettier-ignore
  });

  it('a grade', () => {
    const low = report({ kind: 'number', of: 'cooperation', is: 'gte', than: 4 }, false, 3, 4);
    expect(said('en', low)).toBe('Cooperation is 3; at least 4 needed: 1 short');
    expect(said('zh-Hans', low)).toBe(`${metricWords['zh-Hans'].name.cooperation}为3；要求不低于4，差1`);
  });

  it('a near miss is written with as many decimals as show it', () => {
    const name = metricWords.en.name.year_growth_1;
    expect(said('en', report(grown('year_growth_1'), false, 0.09996, 0.1))).toBe(`${name} is 9.996%; at least 10.000% needed: <0.1 pts short`); // prettier-ignore
    expect(said('en', report(grown('year_growth_1'), false, 0.08, 0.1))).toBe(`${name} is 8.0%; at least 10.0% needed: 2.0 pts short`); // prettier-ignore
  });

  it('unknown says why where it can', () => {
    const unknown = report(grown('year_growth_1'), null, null, 0.1);
    const name = metricWords.en.name.year_growth_1;
    expect(said('en', unknown)).toBe(`${name} is unknown`);
    expect(said('en', unknown, { why: () => 'no sales in 2023' })).toBe(
      `${name} is unknown: no sales in 2023`,
    );
    expect(said('en', unknown, { missing: () => true })).toBe(
      `${name} is unknown: the files have no column for it`,
    );
    expect(said('en', report({ kind: 'number', of: 'recency_days', is: 'gt', than: 'silence_days' }, null, 5, null))).toBe('the silence limit is unknown: nobody has bought on two days'); // prettier-ignore
    expect(said('en', report(share, null, null, null))).toBe('shares of revenue are undefined: it adds up to zero or less'); // prettier-ignore
  });

  it('texts', () => {
    const test: Condition = { kind: 'text', field: 'customer_type', values: ['代理商', '代理'] };
    expect(said('en', report(test, false, '加盟商', null))).toBe(
      'Customer type is 加盟商: 代理商, or 代理 needed',
    );
    expect(said('zh-Hans', report(test, false, '加盟商', null))).toBe(
      '客户类型为加盟商，要求为代理商，或代理',
    );
    expect(said('en', report(test, true, '代理', null))).toBe('Customer type is 代理');
  });

  it('of several parts those that settle the matter', () => {
    const parts: Condition[] = [
      { kind: 'number', of: 'cooperation', is: 'gte', than: 4 },
      { kind: 'number', of: 'loyalty', is: 'gte', than: 4 },
      grown('year_growth_1'),
    ];
    const rules = rulesWith([{ kind: 'all', parts }]);
    const source = sourceOf({
      value: [10_000],
      numbers: { cooperation: [5], loyalty: [2], year_growth_1: [NaN] },
    });
    const why = describeWhy(applyRules(schemeWith(), rules, source).explain(0), telling('en'));
    expect(why).toEqual({
      own: 'No rule holds',
      above: `${metricWords.en.name.loyalty} is 2; at least 4 needed: 2 short; ${metricWords.en.name.year_growth_1} is unknown`, // prettier-ignore
    });
  });

  it('a tier set by hand says the reason', () => {
    const scheme = schemeWith({ c0: { tier: 't0', reason: 'strategic' } });
    const { explain } = applyRules(scheme, rulesWith([share]), sourceOf({ value: [10_000] }));
    expect(describeWhy(explain(0), telling('en'))).toEqual({ own: 'Set by hand: strategic', above: null });
    expect(describeWhy(explain(7), telling('en')).own).toBe(schemeWords.en.notPlaced);
  });
});

const all: readonly Condition[] = [
  share,
  { ...share, crossing: 'worse' },
  { kind: 'top_count', of: 'amount', count: 10 },
  { kind: 'top_share', of: 'year_value', basisPoints: 2000, rounding: 'down', within: { field: 'customer_type', values: ['1'] } },
  { kind: 'percentile', of: 'orders', atLeast: 70 },
  { kind: 'computed', of: 'value', point: 'pareto' },
  { kind: 'computed', of: 'value', point: 'submarginal' },
  ...(['gte', 'gt', 'lte', 'lt', 'eq'] as const).map((is): Condition => ({ kind: 'number', of: 'recency_days', is, than: 90 })),
  { kind: 'number', of: 'recency_days', is: 'gt', than: 'silence_days' },
  { kind: 'text', field: 'region', values: [] },
  { kind: 'text', field: 'region', values: ['1', '2'], anyOther: true },
  { kind: 'all', parts: [share, { kind: 'any', parts: [grown('year_growth_1'), grown('margin')] }] },
]; // prettier-ignore

describe('conditions in words', () => {
  it('some of them', () => {
    expect(describeCondition(all[3]!, telling('en'))).toBe(`among the best 20% of customers by ${metricWords.en.name.year_value}, rounded down, counted where Customer type is 1`); // prettier-ignore
    expect(describeCondition(all.at(-1)!, telling('en'))).toBe(
      `among the largest by revenue, who bring the first 80% of it, and (${metricWords.en.name.year_growth_1} at least 10.0%, or ${metricWords.en.name.margin} at least 10.0%)`,
    );
  });

  it.each(langs)('all of them, and all checks, in %s only', (lang) => {
    const told = telling(lang);
    const texts = all.map((condition) => describeCondition(condition, told));
    expect(new Set(texts).size).toBe(all.length);
    const tier = (i: number): string => `${i}`;
    const checks = [
      { code: 'no_rules' }, { code: 'rest_empty' }, { code: 'rest_all' }, { code: 'duplicate_id', id: '1' },
      { code: 'missing', id: 'margin' }, { code: 'missing', id: 'region' }, { code: 'implied', tier: 1, by: 0 },
      { code: 'never_reached', tier: 0 }, { code: 'nobody', tier: 0 }, { code: 'overlap', tier: 0, customers: 1, of: 2 },
      { code: 'tied', tier: 0, customers: 1 }, { code: 'near', tier: 0, customers: 3 }, { code: 'unknown', tier: 0, customers: 1 },
    ] as const; // prettier-ignore
    texts.push(...checks.map((check) => describeCheck(check, tier, '9', told)));
    for (const text of texts) expect(text).not.toMatch(lang === 'en' ? /[\u4e00-\u9fff]/ : /[A-Za-z]{2,}/);
  });
});
