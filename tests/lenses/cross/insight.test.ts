import { describe, expect, it } from 'vitest';
import { formatter } from '../../../src/format/format.ts';
import { insight } from '../../../src/lenses/cross/insight.ts';
import { pairOf } from '../../../src/lenses/cross/pair.ts';
import { params } from '../../../src/lenses/cross/params.ts';
import { cross } from '../../../src/lenses/cross/result.ts';
import { strings } from '../../../src/lenses/cross/strings.ts';
import { plain } from '../../../src/lenses/say.ts';
import type { Model } from '../../../src/model/model.ts';
import { bookOf } from '../../../src/model/schemes/registry.ts';
import { frameOfTable, tieringOf } from './tierings.ts';

const say = (lang: 'en' | 'zh-Hans', table: ReturnType<typeof cross>): string =>
  plain(insight(table, null as never, null as never, null, formatter(lang), strings[lang], lang === 'en' ? 'revenue' : '收入')); // prettier-ignore

describe('the sentence', () => {
  const frame = frameOfTable([500_000, 300_000, 100_000, 100_000]);
  const value = tieringOf(['A', 'B', 'C'], [0, 0, 1, 2], frame);

  it('names the largest group off the diagonal with its share', () => {
    const table = cross(value, tieringOf(['X', 'Y', 'Z'], [0, 2, 1, 2], frame), frame);
    expect(say('en', table)).toBe(
      '1 A customer is Z: 30.0% of revenue, the largest group that the two schemes place differently.',
    );
    expect(say('zh-Hans', table)).toBe('A类客户中有1个属于Z类，占收入的30.0%，是两种分级不一致的最大一组。');
  });

  it('says that both agree, and how many customers that is', () => {
    const table = cross(value, tieringOf(['X', 'Y', 'Z'], [0, 0, 1, 2], frame), frame);
    expect(say('en', table)).toMatch(/^The two schemes place nobody differently: 4 customers have/);
    expect(say('zh-Hans', table)).toMatch(/4个客户/);
  });

  it('says that there is nothing to compare when one scheme judges nobody', () => {
    const table = cross(value, tieringOf(['X', 'Y', 'short'], [2, 2, 2, 2], frame), frame);
    expect(say('en', table)).toMatch(/^Nobody is judged by both/);
    expect(say('zh-Hans', table)).toMatch(/^没有客户同时被/);
  });
});

describe('the pair that is crossed', () => {
  const book = bookOf([], 'abc', null);
  const model = (change: Partial<Model>): Model => ({ dates: true, dimensions: [], attributes: [], ...change }) as Model; // prettier-ignore
  const chosen = (values: Record<string, unknown>, change: Partial<Model> = {}) =>
    pairOf({ book, model: model(change) }, params.parse(values));

  it('is ABC by XYZ where there are dates', () => {
    expect(chosen({})).toEqual(['abc', 'xyz']);
  });

  it('follows what the files say of the customers where there are none', () => {
    expect(chosen({}, { dates: false, dimensions: ['customer_type'] })[1]).toBe('distributor');
    expect(chosen({}, { dates: false })[0]).toBe('abc');
    expect(chosen({}, { dates: false })[1]).not.toBe('abc');
  });

  it('keeps a choice while the scheme exists', () => {
    expect(chosen({ first: 'xyz', second: 'abc' })).toEqual(['xyz', 'abc']);
    expect(chosen({ first: 'own9', second: 'own7' })).toEqual(['abc', 'xyz']);
  });
});
