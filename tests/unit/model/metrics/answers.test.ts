import { describe, expect, it } from 'vitest';
import { gradesOf, satisfactionScale } from '../../../../src/model/metrics/answers.ts';
import type { AnswerId } from '../../../../src/model/metrics/catalogue.ts';
import { raised } from '../../../../src/model/metrics/flags.ts';
import { flagKind } from '../../../../src/model/metrics/headers.ts';
import { sizesOf } from '../../../../src/model/metrics/sizes.ts';
import { parseIsoDay } from '../../../../src/base/day.ts';

const grades = (id: AnswerId, values: readonly string[], satisfaction: 'auto' | 'three_positive' | 'with_neutral' = 'auto') =>
  gradesOf(id, values, { satisfaction }); // prettier-ignore

describe('satisfaction', () => {
  it('ranks the five words of the document in its order, 比较满意 above 满意', () => {
    const words = ['很满意', '比较满意', '满意', '不满意', '很不满意'];
    expect(satisfactionScale(words)).toBe('three_positive');
    expect(grades('satisfaction', words)).toEqual([5, 4, 3, 2, 1]);
    expect(grades('satisfaction', ['很滿意', '比較滿意', '滿意', '不滿意', '很不滿意'])).toEqual([
      5, 4, 3, 2, 1,
    ]);
  });

  it('ranks the scale with 一般 as its middle, and finds it by that word', () => {
    const words = ['很满意', '满意', '一般', '不满意', '很不满意'];
    expect(satisfactionScale(words)).toBe('with_neutral');
    expect(grades('satisfaction', words)).toEqual([5, 4, 3, 2, 1]);
    expect(grades('satisfaction', ['非常满意', '比较满意', '一般', '比较不满意', '非常不满意'])).toEqual([5, 4, 3, 2, 1]); // prettier-ignore
    expect(grades('satisfaction', words, 'three_positive')).toEqual([5, 3, NaN, 2, 1]);
    expect(grades('satisfaction', ['滿意', '普通'])).toEqual([4, 3]);
  });

  it('does not mix the two: words of both leave 一般 unknown', () => {
    const words = ['比较满意', '满意', '一般'];
    expect(satisfactionScale(words)).toBe('mixed');
    expect(grades('satisfaction', words)).toEqual([4, 3, NaN]);
    expect(grades('satisfaction', words, 'with_neutral')).toEqual([4, 4, 3]);
  });

  it('reads English answers, also the scale whose second best is very satisfied', () => {
    expect(grades('satisfaction', ['Very satisfied', 'satisfied', 'Neutral', 'Dissatisfied', 'VERY DISSATISFIED'])).toEqual([5, 4, 3, 2, 1]); // prettier-ignore
    expect(grades('satisfaction', ['Extremely satisfied', 'Very satisfied', 'Somewhat satisfied', 'Not so satisfied', 'Not at all satisfied'])).toEqual([5, 4, 3, 2, 1]); // prettier-ignore
    expect(grades('satisfaction', ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'])).toEqual([5, 4, 3, 2, 1]); // prettier-ignore
  });

  it('keeps marks of 1 to 5, stretches those to 10 and to 100, and knows nothing of others', () => {
    expect(grades('satisfaction', ['1', '3.5', '5', '0', 'n/a'])).toEqual([1, 3.5, 5, NaN, NaN]);
    expect(grades('satisfaction', ['0', '5', '10'])).toEqual([1, 3, 5]);
    expect(grades('satisfaction', ['25', '100'])).toEqual([2, 5]);
    expect(grades('satisfaction', ['★★★☆☆', '4分', '5 - very satisfied', '３'])).toEqual([3, 4, 5, 3]);
  });
});

describe('recommendation', () => {
  it('has three answers in both languages', () => {
    expect(grades('recommend', ['很大可能', '有可能', '不可能', '不太可能', '一定会', '不会'])).toEqual([3, 2, 1, 1, 3, 1]); // prettier-ignore
    expect(grades('recommend', ['Very likely', 'maybe', 'No', 'yes', 'Unlikely', 'likely'])).toEqual([3, 2, 1, 3, 1, 2]); // prettier-ignore
    expect(grades('recommend', ['Promoter', 'Passive', 'Detractor', '？'])).toEqual([3, 2, 1, NaN]);
  });

  it('takes 0 to 10 as promoters from 9, passives from 7', () => {
    expect(grades('recommend', ['10', '9', '8', '7', '6', '0', '11'])).toEqual([3, 3, 2, 2, 1, 1, NaN]);
  });

  it('takes a column of 1 to 3 as the three answers, of 1 to 5 by its two highest', () => {
    expect(grades('recommend', ['1', '2', '3'])).toEqual([1, 2, 3]);
    expect(grades('recommend', ['1', '3', '4', '5'])).toEqual([1, 1, 2, 3]);
  });
});

describe('repurchase', () => {
  it('is the same as 0.7, 70 % and 70, by column', () => {
    expect(grades('repurchase', ['0.7', '0.3', '0', '1'])).toEqual([0.7, 0.3, 0, 1]);
    expect(grades('repurchase', ['0.6999', '0.2999'])).toEqual([0.6999, 0.2999]);
    expect(grades('repurchase', ['70', '30', '0.5', '120'])).toEqual([0.7, 0.3, 0.005, NaN]);
    expect(grades('repurchase', ['70%', '29.99％', '100 %'])).toEqual([0.7, 0.2999, 1]);
  });

  it('takes a band by its lower edge', () => {
    expect(grades('repurchase', ['70%以上', '70 - 30%', '30%以下', '30%-70%', '≥70%', '<30%', 'above 70%', 'below 30%'])).toEqual([0.7, 0.3, 0, 0.3, 0.7, 0, 0.7, 0]); // prettier-ignore
    expect(grades('repurchase', ['很大可能', '有可能', '不可能', '高', 'low', '?'])).toEqual([0.7, 0.3, 0, 0.7, 0, NaN]); // prettier-ignore
  });
});

it('grades of cooperation and loyalty: 高 5, 中 3, 低 1, in steps between, and marks', () => {
  expect(grades('cooperation', ['很高', '高', '较高', '中', '较低', '低', '待定'])).toEqual([5, 5, 4, 3, 2, 1, NaN]); // prettier-ignore
  expect(grades('loyalty', ['High', 'medium', 'LOW', '忠誠', '不忠诚'])).toEqual([5, 3, 1, 5, 1]);
  expect(grades('loyalty', ['4', '3.9', '6'])).toEqual([2.6, 1 + 0.4 * 3.9, 1 + 0.4 * 6]);
  expect(grades('cooperation', ['4', '3.9'])).toEqual([4, 3.9]);
});

describe('size, standing, influence', () => {
  const of = (id: Parameters<typeof sizesOf>[0], values: string[], counts = values.map(() => 1)) => sizesOf(id, values, counts); // prettier-ignore

  it('reads numbers with their marks, ranges by the middle, open ends by the edge', () => {
    expect(of('size', ['1,200', '3.2万', '500人', '100-499人', '500人以上', '<50', '1-5万', '1000+'])).toEqual([1200, 32_000, 500, 299.5, 500, 25, 30_000, 1000]); // prettier-ignore
  });

  it('reads words, also traditional and English ones', () => {
    expect(of('size', ['大型', '中型企業', '小', '微型', 'Large', 'SMB'])).toEqual([4, 3, 2, 1, 4, 2]);
    expect(of('standing', ['行业龙头', '知名', '中', 'niche'])).toEqual([5, 4, 3, 1]);
    expect(of('innovation', ['高', '中', '低'])).toEqual([5, 3, 1]);
    expect(of('influence', ['高', '中', '低'])).toEqual([100, 50, 0]);
    expect(of('influence', ['12', '0'])).toEqual([12, 0]);
  });

  it('never mixes the two: what most customers have decides', () => {
    expect(of('size', ['200', '大型'], [3, 1])).toEqual([200, NaN]);
    expect(of('size', ['200', '大型'], [1, 3])).toEqual([NaN, 4]);
  });
});

describe('flags', () => {
  const asOf = parseIsoDay('2024-06-30')!;
  const flag = (header: string, answer: string) => raised(answer, flagKind(header), asOf);

  it('a yes is bad of sanctions, a no of compliance', () => {
    expect([flag('制裁', '是'), flag('制裁', '否'), flag('投诉次数', '3'), flag('投訴次數', '0')]).toEqual([true, false, true, false]); // prettier-ignore
    expect([flag('是否合规', '是'), flag('是否合规', '否'), flag('Compliance', 'ok'), flag('合規', '不合規')]).toEqual([false, true, false, true]); // prettier-ignore
    expect([flag('Sanction flag', 'Y'), flag('Non-compliant', 'no'), flag('compliance', 'under review')]).toEqual([true, false, null]); // prettier-ignore
  });

  it('a licence is expired from the day after its last', () => {
    expect([flag('资质到期日', '2024-06-29'), flag('资质到期日', '2024/6/30'), flag('Licence expiry', '20240629'), flag('证照到期日', '2024年7月1日')]).toEqual([true, false, true, false]); // prettier-ignore
    expect([flag('资质', '已过期'), flag('资质', '有效'), flag('是否过期', '是'), flag('资质到期日', '2024-13-01')]).toEqual([true, false, true, null]); // prettier-ignore
    expect(raised('2024-01-01', 'valid', null)).toBeNull();
  });
});
