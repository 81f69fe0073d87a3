import { choice, paramSpec } from '../params.ts';

/** What can be said of a product in each tier. */
export const popularities = ['reach', 'customers', 'orders', 'repeat', 'value'] as const;
export type Popularity = (typeof popularities)[number];

/** Columns of lines that name what was bought. */
export type Column = 'product' | 'category';

export interface ProductsParams {
  /** Column whose texts are the products; what the file lacks gives way to the other. */
  readonly by: Column;
  /** Rows of customers, or those without one too. */
  readonly rows: 'customers' | 'all';
  readonly popularity: Popularity;
}

export const params = paramSpec<ProductsParams>({
  by: choice('products_by', ['product', 'category'], 'product'),
  rows: choice('products_rows', ['customers', 'all'], 'customers'),
  popularity: choice('products_popularity', popularities, 'reach'),
});
