import { defaultMetricOptions } from '../../metrics/types.ts';
import { partsOf, potentialScore, riskScore, weightsSetting } from '../../scores/components.ts';
import { choice, numbers } from '../../setting.ts';
import { basisPoints, definePreset } from '../definePreset.ts';
import type { Condition, Score } from '../types.ts';
import { strings } from './words/keyAccount.ts';

/**
 * Key accounts by a score of current value, potential, influence and priority, each 0 to 100. Priority falls with risk:
 * 100 minus the risk score. A part that is unknown leaves its weight to the others, so influence counts only where it
 * is mapped. An expert's judgement is an override of the scheme, so everyone is placed.
 */
export const preset = definePreset({
  id: 'key_account',
  order: 8,
  settings: {
    weights: numbers('weights', 0, 100, [40, 30, 10, 20]),
    by: choice('by', ['score', 'share'], 'score'),
    score_cuts: numbers('score_cuts', 0, 100, [75, 50], 1),
    share_cuts: numbers('share_cuts', 0, 100, [20, 50], 2),
    value_weights: numbers('value_weights', 0, 100, [50, 30, 20]),
    potential_weights: weightsSetting('potential', 'potential_weights'),
    risk_weights: weightsSetting('risk', 'risk_weights'),
  },
  rules: (settings, model) => {
    const [value = 0, potential = 0, influence = 0, priority = 0] = settings.weights;
    const [amount = 0, margin = 0, quantity = 0] = settings.value_weights;
    const percentile = 'percentile';
    const points = { from: 0, to: 100 };
    const current: Score = {
      id: 'value',
      kind: 'weighted',
      parts: partsOf([
        { of: 'amount', weight: amount, scale: percentile },
        { of: 'margin', weight: margin, scale: percentile },
        { of: 'quantity', weight: quantity, scale: percentile },
      ]),
    };
    const account: Score = {
      id: 'account',
      kind: 'weighted',
      parts: partsOf([
        { of: 'score:value', weight: value, scale: points },
        { of: 'score:potential', weight: potential, scale: points },
        { of: 'influence', weight: influence, scale: percentile },
        { of: 'score:risk', weight: priority, scale: { from: 100, to: 0 } },
      ]),
    };
    const when = (i: 0 | 1): Condition =>
      settings.by === 'score'
        ? { kind: 'number', of: 'score:account', is: 'gte', than: settings.score_cuts[i]! }
        : {
            kind: 'top_share',
            of: 'score:account',
            // Cuts ascend: a second one below the first takes nobody.
            basisPoints: basisPoints(Math.max(...settings.share_cuts.slice(0, i + 1))),
            rounding: 'up',
          };
    return {
      population: 'all',
      // What weighs nothing is not computed. The account score looks at the others, so it is the last.
      scores: [
        ...(value > 0 ? [current] : []),
        ...(potential > 0 ? [potentialScore(settings.potential_weights, model)] : []),
        ...(priority > 0 ? [riskScore(settings.risk_weights, model)] : []),
        account,
      ],
      tiers: [
        { id: 'key', name: null, when: when(0) },
        { id: 'major', name: null, when: when(1) },
      ],
      rest: { id: 'ordinary', name: null },
      options: defaultMetricOptions,
    };
  },
  strings,
});
