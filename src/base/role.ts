/** What a column of a file can mean. The ids are public (role menus, links, exported mappings) and never change. */
// prettier-ignore
export const roleIds = [
  'customer_id', 'customer_name', 'order_id', 'order_date', 'amount', 'quantity', 'unit_price', 'cost', 'profit',
  'margin', 'discount', 'refund', 'status', 'product', 'category', 'channel', 'region', 'industry', 'size',
  'satisfaction', 'recommend', 'repurchase_prob', 'expectation', 'member_level', 'customer_type', 'cooperation',
  'loyalty', 'potential', 'due_date', 'paid_date', 'paid_amount', 'overdue_days', 'credit_limit', 'account_manager',
  'contact_date', 'contact_direction', 'contact_purpose', 'currency', 'lifecycle', 'campaign', 'group', 'exposed_at',
  'outcome', 'birthday', 'tenure', 'churned', 'year', 'attribute',
] as const;

export type Role = (typeof roleIds)[number];
export type RoleChoice = Role | 'ignore';
