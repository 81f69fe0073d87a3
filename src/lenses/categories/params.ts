import type { Role } from '../../base/role.ts';
import { choice, paramSpec, schemeId } from '../params.ts';

/** Texts of sales or of customers that can be held against tiers, what was bought first. */
export const roles = [
  'category', 'product', 'channel', 'region', 'industry', 'customer_type', 'member_level', 'size', 'account_manager',
  'lifecycle', 'campaign', 'group', 'status', 'currency',
] as const satisfies readonly Role[]; // prettier-ignore

/** Columns of the customer list without a role of their own. */
export const attributes = [
  'attribute_0', 'attribute_1', 'attribute_2', 'attribute_3', 'attribute_4', 'attribute_5', 'attribute_6', 'attribute_7',
  'attribute_8', 'attribute_9', 'attribute_10', 'attribute_11', 'attribute_12', 'attribute_13', 'attribute_14', 'attribute_15',
] as const; // prettier-ignore

export const columns = [...roles, ...attributes] as const;
export type Column = (typeof columns)[number];

/** What a cell compares: README §3. */
export const comparisons = ['value', 'customers', 'segment'] as const;
export type Comparison = (typeof comparisons)[number];

export interface CategoriesParams {
  /** `auto` = the first of what the file has. */
  readonly by: Column | 'auto';
  /** Id of a scheme; null = the active one. */
  readonly scheme: string | null;
  readonly compare: Comparison;
}

export const params = paramSpec<CategoriesParams>({
  by: choice('categories_by', ['auto', ...columns], 'auto'),
  scheme: schemeId('categories_scheme'),
  compare: choice('categories_compare', comparisons, 'value'),
});
