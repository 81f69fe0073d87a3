import { choice, number } from '../../setting.ts';
import { defaultMetricOptions } from '../../metrics/types.ts';
import { basisPoints, definePreset } from '../definePreset.ts';

/** ABC by number of customers: 20, 30 and 50% of them, the largest first. */
export const preset = definePreset({
  id: 'abc_count',
  order: 2,
  settings: {
    share_a: number('share_a', 0, 100, 20, 2),
    share_b: number('share_b', 0, 100, 30, 2),
    rounding: choice('rounding', ['up', 'down'], 'up'),
  },
  shortcuts: {
    '20_30_50': { share_a: 20, share_b: 30 },
    '10_20_70': { share_a: 10, share_b: 20 },
  },
  rules: ({ share_a, share_b, rounding }) => {
    const best = (percent: number) =>
      ({ kind: 'top_share', of: 'value', basisPoints: basisPoints(percent), rounding }) as const;
    return {
      population: 'ranked',
      scores: [],
      tiers: [
        { id: 'A', name: null, when: best(share_a) },
        { id: 'B', name: null, when: best(share_a + share_b) },
      ],
      rest: { id: 'C', name: null },
      options: defaultMetricOptions,
    };
  },
  strings: {
    en: {
      title: 'ABC by number of customers',
      rule: 'A: the largest 20% of customers; B: the next 30%; C: the other 50%.',
      tiers: { A: 'A', B: 'B', C: 'C' },
      settings: {
        share_a: {
          label: 'A, % of customers',
          definition: 'Share of all ranked customers who are in A; equal values share a tier.',
        },
        share_b: { label: 'B, % of customers', definition: 'Share of all ranked customers who follow in B.' },
        rounding: {
          label: 'Part of a customer',
          definition: '20% of 11 customers are 2.2: rounded up to 3, or down to 2.',
          options: { up: 'rounded up', down: 'rounded down' },
        },
      },
      scores: {},
      shortcuts: { '20_30_50': '20/30/50', '10_20_70': '10/20/70' },
    },
    'zh-Hans': {
      title: '按客户数的ABC',
      rule: 'A：最大的20%客户；B：其后30%；C：其余50%。',
      tiers: { A: 'A', B: 'B', C: 'C' },
      settings: {
        share_a: {
          label: 'A级占客户数（%）',
          definition: 'A级在全部排名客户中的占比；价值相同的客户归入同一级。',
        },
        share_b: { label: 'B级占客户数（%）', definition: '其后归入B级的客户占比。' },
        rounding: {
          label: '不足一个客户时',
          definition: '11个客户的20%是2.2个：向上取为3个，或向下取为2个。',
          options: { up: '向上取整', down: '向下取整' },
        },
      },
      scores: {},
      shortcuts: { '20_30_50': '20/30/50', '10_20_70': '10/20/70' },
    },
  },
});
