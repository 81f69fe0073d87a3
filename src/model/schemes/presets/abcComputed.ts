import { defaultMetricOptions } from '../../metrics/types.ts';
import { definePreset } from '../definePreset.ts';

/**
 * ABC with limits that the curve itself gives: A up to its point nearest to the ideal corner, C from its point nearest
 * to where the break-even customer would bring everything. Ultsch & Lötsch 2015, PLoS ONE 10(6) e0129767, discrete.
 */
export const preset = definePreset({
  id: 'abc_computed',
  order: 3,
  settings: {},
  rules: () => ({
    population: 'ranked',
    scores: [],
    tiers: [
      { id: 'A', name: null, when: { kind: 'computed', of: 'value', point: 'pareto' } },
      { id: 'B', name: null, when: { kind: 'computed', of: 'value', point: 'submarginal' } },
    ],
    rest: { id: 'C', name: null },
    options: defaultMetricOptions,
  }),
  strings: {
    en: {
      title: 'Computed ABC',
      rule: 'The curve sets the limits: A ends where it is nearest to all value from no customers, B where it is nearest to all value from the customers above average.',
      tiers: { A: 'A', B: 'B', C: 'C' },
      settings: {},
      scores: {},
    },
    'zh-Hans': {
      title: '计算得出的ABC',
      rule: '分界由曲线决定：A级止于离“零个客户带来全部价值”最近的点，B级止于离“仅高于平均值的客户就带来全部价值”最近的点。',
      tiers: { A: 'A', B: 'B', C: 'C' },
      settings: {},
      scores: {},
    },
  },
});
