import { describe, expect, it } from 'vitest';
import { customerWords } from '../../../src/i18n/customer/index.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { cjk, everyText, keysOf } from '../../support/words.ts';

const { en } = customerWords;
const zh = customerWords['zh-Hans'];

describe('words of the customer page', () => {
  it('both languages have the same keys and no blank or unfinished text', () => {
    expect(keysOf(zh)).toEqual(keysOf(en));
    for (const lang of langs)
      for (const { at, text } of everyText(customerWords[lang])) {
        expect(text.trim(), `${lang} ${at}`).not.toBe('');
        expect(text, `${lang} ${at}`).not.toMatch(/NaN|Infinity|\[object|=>|undefined/);
      }
  });

  it('English has no Chinese sign, Chinese no English word', () => {
    for (const { at, text } of everyText(en)) expect(text, at).not.toMatch(cjk);
    for (const { at, text } of everyText(zh)) expect(text, at).not.toMatch(/[A-Za-z]{2,}/);
  });

  it('states the finding in numbers, as much of it as is known', () => {
    const all = {
      rank: { rank: '12', of: '1,169' },
      value: '−123',
      measure: 'revenue',
      tier: 'A',
      orders: { text: '14', count: 14 },
      silence: '96 days',
      gap: { times: '4 times', usual: '24 days' },
    };
    expect(en.finding(all)).toBe('Rank 12 of 1,169, tier A; 14 orders, the last 96 days ago, 4 times the usual gap of 24 days.'); // prettier-ignore
    expect(en.finding({ ...all, orders: { text: '1', count: 1 }, gap: null })).toBe('Rank 12 of 1,169, tier A; 1 order, 96 days ago.'); // prettier-ignore
    expect(en.finding({ ...all, silence: null, gap: null })).toBe('Rank 12 of 1,169, tier A; 14 orders.');
    expect(en.finding({ ...all, orders: null })).toBe('Rank 12 of 1,169, tier A.');
    expect(en.finding({ ...all, rank: null, tier: null, orders: { text: '0', count: 0 } })).toBe('Listed apart from the ranked customers, with net revenue of −123; no order above zero.'); // prettier-ignore
    expect(zh.finding({ ...all, measure: '收入', silence: '96天', gap: { times: '4倍', usual: '24天' } })).toBe('在1,169个客户中排第12，等级A；14个订单，最近一次距今96天，是通常间隔24天的4倍。'); // prettier-ignore
  });
});
