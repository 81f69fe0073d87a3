import type { ComponentDefinition, ScoreKind } from './types.ts';

/**
 * Potential: what a customer may become, 0 to 100. Every component is a percentile rank, since growth, grades and
 * mapped numbers have no common scale.
 */
const potential: readonly ComponentDefinition[] = [
  { id: 'mapped', group: 'judged', of: 'potential', weight: 30, scale: 'percentile' },
  { id: 'growth', group: 'behaviour', of: 'growth_rate', weight: 20, scale: 'percentile' },
  { id: 'trend', group: 'behaviour', of: 'trend', weight: 15, scale: 'percentile' },
  { id: 'breadth', group: 'behaviour', of: 'categories', weight: 10, scale: 'percentile' },
  { id: 'size', group: 'firm', of: 'size', weight: 10, scale: 'percentile' },
  { id: 'standing', group: 'firm', of: 'standing', weight: 10, scale: 'percentile' },
  { id: 'innovation', group: 'firm', of: 'innovation', weight: 5, scale: 'percentile' },
];

/**
 * Risk: what may be lost with a customer, 0 (none seen) to 100. Every component is linear between two fixed ends, so
 * that a score means the same in every file and never falls when a customer gets worse:
 * - 90 days is where the last bucket of an ageing of receivables begins; a credit line that is half used is no risk;
 * - sales that fell by half, and an industry that fell by a fifth, count in full;
 * - a customer with 10 % of all value counts in full: such customers must be disclosed under IFRS 8.34;
 * - a coefficient of variation up to 0.5 is steady and from 1.0 on irregular, as in XYZ;
 * - two compliance flags count in full.
 */
const risk: readonly ComponentDefinition[] = [
  { id: 'overdue_days', group: 'credit', of: 'overdue_days', weight: 20, scale: { from: 0, to: 90 } },
  { id: 'overdue_share', group: 'credit', of: 'overdue_share', weight: 15, scale: { from: 0, to: 1 } },
  { id: 'limit_use', group: 'credit', of: 'limit_use', weight: 15, scale: { from: 0.5, to: 1 } },
  { id: 'decline', group: 'market', of: 'growth_rate', weight: 10, scale: { from: 0, to: -0.5 } },
  { id: 'industry', group: 'market', of: 'industry_growth', weight: 5, scale: { from: 0, to: -0.2 } },
  { id: 'concentration', group: 'market', of: 'value_share', weight: 10, scale: { from: 0, to: 0.1 } },
  { id: 'volatility', group: 'market', of: 'cv', weight: 5, scale: { from: 0.5, to: 1 } },
  { id: 'flags', group: 'compliance', of: 'flags', weight: 20, scale: { from: 0, to: 2 } },
];

export const scoreDefinitions: Readonly<Record<ScoreKind, readonly ComponentDefinition[]>> = {
  potential,
  risk,
};
