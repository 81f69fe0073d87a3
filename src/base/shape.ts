/** Files that bring sales: what lenses rank. */
export const salesShapes = ['lines', 'customers', 'periods'] as const;

/** Files that are joined to the sales by customer. */
export const sideShapes = ['profile', 'survey', 'contacts', 'tickets', 'receivables', 'exposures'] as const;

/**
 * `lines` = order lines or orders, many rows a customer; `customers` = one row per customer with an amount, without
 * dates; `periods` = one row per customer and one column per year or month; `profile` = attributes of customers;
 * the others are logs by customer.
 */
export type SalesShape = (typeof salesShapes)[number];
export type SideShape = (typeof sideShapes)[number];
export type Shape = SalesShape | SideShape;

/** Whether a file is joined to the sales by customer. */
export const isSide = (shape: string): shape is SideShape =>
  (sideShapes as readonly string[]).includes(shape);

/** Whether a file brings sales; the others are joined to them. */
export const isSales = (shape: Shape): shape is SalesShape =>
  (salesShapes as readonly Shape[]).includes(shape);
