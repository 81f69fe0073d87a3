import type { MetricId, MetricNeeds, TextId } from '../metrics/types.ts';
import type { Condition, Quantity, Rules } from './types.ts';

/** What rules look at. The value itself is part of every frame and needs no asking. */
export function needsOf(rules: Rules): MetricNeeds {
  const numbers = new Set<MetricId>();
  const texts = new Set<TextId>();
  let silence = false;
  const number = (of: Quantity): void => {
    if (!of.startsWith('score:') && of !== 'value') numbers.add(of as MetricId);
  };
  const look = (condition: Condition): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return condition.parts.forEach(look);
      case 'text':
        texts.add(condition.field);
        return;
      case 'number':
        silence ||= condition.than === 'silence_days';
        return number(condition.of);
      case 'top_count':
      case 'top_share':
        if (condition.within) texts.add(condition.within.field);
        return number(condition.of);
      default:
        return number(condition.of);
    }
  };
  for (const score of rules.scores) {
    if (score.kind === 'bins') number(score.of);
    else if (score.kind === 'weighted') score.parts.forEach((part) => number(part.of));
    else score.axes.forEach((axis) => number(axis.of));
  }
  rules.tiers.forEach(({ when }) => look(when));
  // In a fixed order, so that rules that look at the same have the same needs.
  return { numbers: [...numbers].sort(), texts: [...texts].sort(), options: rules.options, silence };
}
