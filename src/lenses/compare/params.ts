import type { Role } from '../../base/role.ts';
import { choice, optionalDay, paramSpec } from '../params.ts';

/** Texts that say what kind of customer or sale it is, the most telling first. */
export const groupRoles = [
  'region', 'channel', 'customer_type', 'member_level', 'industry', 'category', 'size', 'account_manager', 'lifecycle',
  'campaign', 'group', 'currency', 'status', 'product',
] as const satisfies readonly Role[]; // prettier-ignore

/** Columns of the customer list without a role of their own. */
export const groupAttributes = [
  'attribute_0', 'attribute_1', 'attribute_2', 'attribute_3', 'attribute_4', 'attribute_5', 'attribute_6', 'attribute_7',
  'attribute_8', 'attribute_9', 'attribute_10', 'attribute_11', 'attribute_12', 'attribute_13', 'attribute_14', 'attribute_15',
] as const; // prettier-ignore

export const ways = [...groupRoles, ...groupAttributes, 'year', 'period', 'sample'] as const;
/** What stands beside what. */
export type Way = (typeof ways)[number];

export interface CompareParams {
  /** `auto` = the first of what the file has. */
  readonly by: Way | 'auto';
  /** Share of the customers, their number, or their number on a logarithmic scale. */
  readonly axis: 'percent' | 'rank' | 'log';
  /** First and last day of both periods; null = as suggested. */
  readonly from1: number | null;
  readonly to1: number | null;
  readonly from2: number | null;
  readonly to2: number | null;
  /** Whether the vital few of the second period are cut anew, or by the first one's smallest value. */
  readonly cut: 'recompute' | 'keep';
}

export const params = paramSpec<CompareParams>({
  by: choice('compare_by', ['auto', ...ways], 'auto'),
  axis: choice('compare_axis', ['percent', 'rank', 'log'], 'percent'),
  from1: optionalDay('compare_from_1'),
  to1: optionalDay('compare_to_1'),
  from2: optionalDay('compare_from_2'),
  to2: optionalDay('compare_to_2'),
  cut: choice('compare_cut', ['recompute', 'keep'], 'recompute'),
});
