import type { TextId } from '../../../model/metrics/types.ts';
import type { Condition, Quantity } from '../../../model/schemes/types.ts';

export type Kind = Condition['kind'];

/** Kinds in the order of the builder's menu. */
export const kinds: readonly Kind[] = [
  'share', 'top_share', 'top_count', 'percentile', 'number', 'text', 'computed', 'all', 'any',
]; // prettier-ignore

/** The quantity that a condition looks at, where it looks at one. */
export const quantityOf = (condition: Condition): Quantity | null =>
  'of' in condition ? condition.of : null;

/**
 * A condition of another kind that keeps what both have: the quantity, the text column, the parts. A group made of a
 * single condition begins with that condition.
 */
export function ofKind(kind: Kind, before: Condition, field: TextId): Condition {
  if (kind === before.kind) return before;
  const of = quantityOf(before) ?? 'value';
  switch (kind) {
    case 'share':
      return { kind, of, cut: 8000, crossing: 'better' };
    case 'top_count':
      return { kind, of, count: 10 };
    case 'top_share':
      return { kind, of, basisPoints: 2000, rounding: 'up' };
    case 'percentile':
      return { kind, of, atLeast: 80 };
    case 'computed':
      return { kind, of, point: 'pareto' };
    case 'number':
      return { kind, of, is: 'gte', than: 0 };
    case 'text':
      return { kind, field: before.kind === 'text' ? before.field : field, values: [] };
    case 'all':
    case 'any':
      return { kind, parts: before.kind === 'all' || before.kind === 'any' ? before.parts : [before] };
  }
}

/** Whether the builder can change it: one level of groups, and no ranking inside a text. */
export const editable = (condition: Condition, depth = 0): boolean =>
  condition.kind === 'all' || condition.kind === 'any'
    ? depth === 0
    : !('within' in condition && condition.within !== undefined);

/** Texts as one types them: apart by commas of either width, by 、 or by lines. */
export const textsOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,，、;；\n]/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
  ),
];

/** A number from an input, inside bounds; null where it is none. */
export function numberIn(typed: string, min: number, max: number): number | null {
  const value = Number(typed);
  return typed.trim() === '' || !Number.isFinite(value) ? null : Math.min(max, Math.max(min, value));
}
