import { choice, number } from '../../setting.ts';
import { defaultMetricOptions } from '../../metrics/types.ts';
import { basisPoints, definePreset } from '../definePreset.ts';

/** ABC by cumulative share. Its settings are the document's tier rule, which the handle of the curve moves. */
export const preset = definePreset({
  id: 'abc',
  order: 1,
  settings: {
    cut1: number('cut1', 0.1, 100, 80, 2),
    cut2: number('cut2', 0.1, 100, 95, 2),
    crossing: choice('crossing', ['better', 'worse'], 'better'),
  },
  shortcuts: {
    '80_95': { cut1: 80, cut2: 95 },
    '70_90': { cut1: 70, cut2: 90 },
    '55_85': { cut1: 55, cut2: 85 },
  },
  rules: ({ cut1, cut2, crossing }) => ({
    population: 'ranked',
    scores: [],
    tiers: [
      { id: 'A', name: null, when: { kind: 'share', of: 'value', cut: basisPoints(cut1), crossing } },
      // A second cut below the first takes nobody.
      {
        id: 'B',
        name: null,
        when: { kind: 'share', of: 'value', cut: basisPoints(Math.max(cut1, cut2)), crossing },
      },
    ],
    rest: { id: 'C', name: null },
    options: defaultMetricOptions,
  }),
  strings: {
    en: {
      title: 'ABC by share of value',
      rule: 'A: the largest customers who together bring 80%; B: the next, up to 95%; C: all others.',
      tiers: { A: 'A', B: 'B', C: 'C' },
      settings: {
        cut1: { label: 'A ends at, %', definition: 'Cumulative share of value at which tier A ends.' },
        cut2: { label: 'B ends at, %', definition: 'Cumulative share of value at which tier B ends.' },
        crossing: {
          label: 'Customer who crosses a cut',
          definition:
            'Whoever reaches a cut belongs to the better tier, so that it is never empty, or to the worse one.',
          options: { better: 'to the better tier', worse: 'to the worse tier' },
        },
      },
      scores: {},
      shortcuts: { '80_95': '80/95', '70_90': '70/90', '55_85': '55/85' },
    },
    'zh-Hans': {
      title: '按累计占比的ABC',
      rule: 'A：合计贡献80%的最大客户；B：其后直到95%的客户；C：其余客户。',
      tiers: { A: 'A', B: 'B', C: 'C' },
      settings: {
        cut1: { label: 'A级止于（%）', definition: 'A级结束处的累计价值占比。' },
        cut2: { label: 'B级止于（%）', definition: 'B级结束处的累计价值占比。' },
        crossing: {
          label: '跨线的客户',
          definition: '恰好跨过分界的客户归入较高一级（该级因此不会为空），或归入较低一级。',
          options: { better: '归入较高一级', worse: '归入较低一级' },
        },
      },
      scores: {},
      shortcuts: { '80_95': '80/95', '70_90': '70/90', '55_85': '55/85' },
    },
  },
});
