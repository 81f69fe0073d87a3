/** Tiers by cumulative share; cuts in basis points (1 = 0.01 %) so that 55 % is exactly 55 %. */
export interface TierRule {
  readonly cut1: number;
  readonly cut2: number;
  /** Where the customer goes who crosses a cut: `better` = a tier is never empty above it. */
  readonly crossing: 'better' | 'worse';
}

export const defaultTierRule: TierRule = { cut1: 8000, cut2: 9500, crossing: 'better' };

/** Smallest and largest cut, basis points. */
export const cutRange = { min: 10, max: 10_000 } as const;

/** Cuts in order and inside 0.1 % to 100 %: the one that was moved pushes the other along. */
export function orderCuts(rule: TierRule, moved: 'cut1' | 'cut2'): TierRule {
  const inside = (bp: number): number => Math.min(cutRange.max, Math.max(cutRange.min, Math.round(bp)));
  const cut1 = inside(rule.cut1);
  const cut2 = inside(rule.cut2);
  if (cut1 <= cut2) return { ...rule, cut1, cut2 };
  return moved === 'cut1' ? { ...rule, cut1, cut2: cut1 } : { ...rule, cut1: cut2, cut2 };
}
