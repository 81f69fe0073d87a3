import { roleIds, type RoleChoice } from '../../base/role.ts';

/** Roles that answer the first questions. */
const firstRoles: readonly RoleChoice[] = [
  'ignore', 'customer_id', 'customer_name', 'order_date', 'amount', 'quantity', 'unit_price', 'order_id', 'profit',
  'cost', 'potential', 'refund', 'status', 'currency',
]; // prettier-ignore

/** All roles in the order of the menus. */
export const menuRoles: readonly RoleChoice[] = [
  ...firstRoles,
  ...roleIds.filter((role) => !firstRoles.includes(role)),
];
