import { defaultMetricOptions } from '../../metrics/types.ts';
import { choice, number } from '../../setting.ts';
import { basisPoints, definePreset } from '../definePreset.ts';
import type { Condition } from '../types.ts';
import { relationshipLevels, relationshipNames, type RelationshipLevel } from './relationship.ts';

const all = (...parts: readonly Condition[]): Condition => ({ kind: 'all', parts });
const any = (...parts: readonly Condition[]): Condition => ({ kind: 'any', parts });
const margin = (is: 'gte' | 'lt', than: number): Condition => ({ kind: 'number', of: 'margin', is, than });

/** Percentile ranks from which a margin is medium and high: thirds of the customers. */
const thirds = [100 / 3, 200 / 3] as const;

/**
 * Kotler's levels of relationship by number of customers and margin. The few are tier A of the curve, some are B, the
 * many are C.
 *
 *              high margin   medium        low
 *   few        partner       proactive     accountable
 *   some       proactive     accountable   reactive
 *   many       accountable   reactive      basic or reactive
 */
export const preset = definePreset({
  id: 'relationship_wanted',
  order: 14,
  settings: {
    cut1: number('cut1', 0.1, 100, 80, 2),
    cut2: number('cut2', 0.1, 100, 95, 2),
    margins: choice('margins', ['thirds', 'own'], 'thirds'),
    margin_high: number('margin_high', -100, 100, 40, 2),
    margin_mid: number('margin_mid', -100, 100, 20, 2),
    lowest: choice('lowest', ['basic', 'reactive'], 'basic'),
    no_profit: choice('no_profit', ['unknown', 'mid'], 'unknown'),
  },
  rules: ({ cut1, cut2, margins, margin_high, margin_mid, lowest, no_profit }, model) => {
    const share = (percent: number): Condition => ({ kind: 'share', of: 'value', cut: basisPoints(percent), crossing: 'better' }); // prettier-ignore
    const few = share(cut1);
    const some = share(Math.max(cut1, cut2));
    const from = (percent: number, percentile: number): Condition =>
      margins === 'own'
        ? margin('gte', basisPoints(percent) / 10_000)
        : { kind: 'percentile', of: 'margin', atLeast: percentile };
    const always: Condition = { kind: 'number', of: 'orders', is: 'gte', than: 0 };
    // Without a profit column every margin is the same to us, if the reader says so; never by itself.
    const alike = no_profit === 'mid' && !model.profit;
    const high = from(Math.max(margin_high, margin_mid), thirds[1]);
    const mid = alike ? always : from(margin_mid, thirds[0]);
    const known = alike ? always : any(margin('gte', 0), margin('lt', 0));
    const conditions: Readonly<Record<RelationshipLevel, Condition>> = {
      partner: all(few, high),
      proactive: any(all(few, mid), all(some, high)),
      accountable: any(all(few, known), all(some, mid), high),
      reactive: any(all(some, known), lowest === 'reactive' ? known : mid),
      basic: known,
    };
    return {
      population: 'ranked',
      scores: [],
      tiers: relationshipLevels.map((id) => ({ id, name: null, when: conditions[id] })),
      rest: { id: 'unknown', name: null },
      options: defaultMetricOptions,
    };
  },
  strings: {
    en: {
      title: 'Recommended relationship',
      rule: 'The fewer customers there are of a kind and the higher their margin, the closer the relationship: from partner for the few with a high margin to basic for the many with a low one.',
      tiers: { ...relationshipNames.en, unknown: 'Margin not known' },
      settings: {
        cut1: {
          label: 'The few bring, %',
          definition: 'The few are the largest customers who together bring this share of the value.',
        },
        cut2: {
          label: 'The few and some bring, %',
          definition: 'Some are the next customers, up to this share of the value; all others are the many.',
        },
        margins: {
          label: 'Margins are cut at',
          definition:
            'Where a margin is high, medium or low: thirds of the customers, or limits of your own.',
          options: { thirds: 'thirds of the customers', own: 'limits of your own' },
        },
        margin_high: {
          label: 'High margin from, %',
          definition: 'Profit divided by revenue from which a margin is high.',
        },
        margin_mid: {
          label: 'Medium margin from, %',
          definition: 'Profit divided by revenue from which a margin is medium.',
        },
        lowest: {
          label: 'Many customers, low margin',
          definition: 'The matrix leaves this corner open: basic or reactive.',
          options: { basic: 'basic', reactive: 'reactive' },
        },
        no_profit: {
          label: 'Without a profit column',
          definition: 'What is recommended where the file has neither cost nor profit.',
          options: { unknown: 'nothing is recommended', mid: 'every margin counts as medium' },
        },
      },
      scores: {},
    },
    'zh-Hans': {
      title: '建议的关系类型',
      rule: '同类客户越少、利润率越高，关系就越近：客户少、利润率高的用伙伴型，客户多、利润率低的用基本型。',
      tiers: { ...relationshipNames['zh-Hans'], unknown: '利润率未知' },
      settings: {
        cut1: { label: '“少数”合计贡献（%）', definition: '“少数”是合计贡献这一价值占比的最大客户。' },
        cut2: {
          label: '“少数”与“中等”合计贡献（%）',
          definition: '“中等”是其后直到这一价值占比的客户，其余为“多数”。',
        },
        margins: {
          label: '利润率的分界',
          definition: '利润率的高、中、低：按客户三等分，或自定下限。',
          options: { thirds: '按客户三等分', own: '自定下限' },
        },
        margin_high: { label: '高利润率下限（%）', definition: '利润除以销售额，不低于此为高。' },
        margin_mid: { label: '中利润率下限（%）', definition: '利润除以销售额，不低于此为中。' },
        lowest: {
          label: '客户多、利润率低',
          definition: '矩阵在这一角留有余地：基本型或被动型。',
          options: { basic: '基本型', reactive: '被动型' },
        },
        no_profit: {
          label: '没有利润列时',
          definition: '文件既没有成本也没有利润时怎样建议。',
          options: { unknown: '不作建议', mid: '利润率一律算中等' },
        },
      },
      scores: {},
    },
  },
});
