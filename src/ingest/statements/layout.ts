import type { Role } from '../../base/role.ts';
import type { ImportPlan, Together } from '../types.ts';
import { isSales } from '../types.ts';

/** A column of the table `customers`: a role, or the header of a column that is an attribute without a role. */
export interface AttributeColumn {
  /** The role's name, or attribute_0, attribute_1 …, so that no header reaches SQL. */
  readonly column: string;
  readonly role: Role | null;
  /** As read in the first file that has it. */
  readonly header: string;
}

/** Which columns the tables have beside the fixed ones; the same for all files of an import. */
export interface Layout {
  /** Text columns of `lines`, by role. */
  readonly dimensions: readonly Role[];
  readonly attributes: readonly AttributeColumn[];
  /** Columns of `lines` that are attributes without a role, until `customers` is made of them. */
  readonly lineAttributes: readonly AttributeColumn[];
  /** Whether e-mail addresses and telephone numbers are loaded, to merge customers by them. */
  readonly contacts: boolean;
  /** What the sales know their customers by: files that are joined are joined by that where they have it. */
  readonly knownBy: 'id' | 'name' | 'email' | 'phone';
}

const dimensionRoles: readonly Role[] = [
  'status', 'product', 'category', 'channel', 'region', 'industry', 'size', 'member_level', 'customer_type', 'cooperation',
  'loyalty', 'account_manager', 'currency', 'lifecycle', 'campaign', 'group', 'satisfaction', 'recommend', 'repurchase_prob',
  'expectation', 'birthday', 'tenure', 'churned',
]; // prettier-ignore

/** Dimensions that are said of the customer, not of the sale. */
const customerRoles: ReadonlySet<Role> = new Set<Role>([
  'region', 'industry', 'size', 'member_level', 'customer_type', 'cooperation', 'loyalty', 'account_manager', 'lifecycle',
  'satisfaction', 'recommend', 'repurchase_prob', 'expectation', 'birthday', 'tenure', 'churned',
]); // prettier-ignore

/** In a profile these say who and when; every other mapped column is an attribute. */
const notAttributes: ReadonlySet<string> = new Set<Role | 'ignore'>(['ignore', 'customer_id', 'order_id', 'order_date', 'contact_date']); // prettier-ignore

/** Headers that differ in case and blanks are one attribute. */
const key = (header: string): string => header.normalize('NFKC').trim().toLowerCase();

/** The columns that the plans of one import need beside the fixed ones. */
export function layoutOf(plans: readonly ImportPlan[], together: Together): Layout {
  const sales = plans.filter((plan) => isSales(plan.shape));
  const mapped = (role: Role): boolean => sales.some((plan) => plan.columns.some((c) => c.role === role));
  const attributes: AttributeColumn[] = [];
  const seen = new Set<string>();
  const free = new Set<string>();
  const lineAttributes: AttributeColumn[] = [];
  for (const plan of plans) {
    if (!isSales(plan.shape) && plan.shape !== 'profile') continue;
    const profile = plan.shape === 'profile';
    for (const { role, header } of plan.columns) {
      if (role === 'ignore' || (profile ? notAttributes.has(role) : role !== 'attribute' && !customerRoles.has(role))) continue; // prettier-ignore
      const name = role === 'attribute' ? `attribute ${key(header)}` : role;
      if (!seen.has(name)) {
        seen.add(name);
        const own = role === 'attribute' ? `attribute_${free.size}` : role;
        if (role === 'attribute') free.add(name);
        attributes.push({ column: own, role: role === 'attribute' ? null : role, header });
      }
      const found = attributes.find((a) => a.role === null && key(a.header) === key(header));
      if (!profile && role === 'attribute' && found && !lineAttributes.includes(found))
        lineAttributes.push(found);
    }
  }
  return {
    dimensions: dimensionRoles.filter(mapped),
    attributes,
    lineAttributes,
    contacts: together.merge.includes('same_email') || together.merge.includes('same_phone'),
    knownBy: knownBy(sales),
  };
}

/** Only what all files with sales agree in; else the column that is called the customer's id. */
function knownBy(sales: readonly ImportPlan[]): Layout['knownBy'] {
  const kinds = new Set(
    sales.map((plan): Layout['knownBy'] => {
      const id = plan.columns.find(({ role }) => role === 'customer_id');
      return id ? (id.contact ?? 'id') : 'name';
    }),
  );
  return kinds.size === 1 ? [...kinds][0]! : 'id';
}

/** Position of the column by which a file is joined to the sales; null when it has no customer. */
export function joinIndex(plan: ImportPlan, layout: Layout): number | null {
  const role = (wanted: Role): number | null => plan.columns.find((c) => c.role === wanted)?.index ?? null;
  const own = role('customer_id') ?? role('customer_name');
  switch (layout.knownBy) {
    case 'id':
      return own;
    case 'name':
      return role('customer_name') ?? own;
    case 'email':
    case 'phone':
      return contactIndex(plan, layout.knownBy) ?? own;
  }
}

/** Position of the column that holds an attribute in a file; null when it has none. */
export function attributeIndex(plan: ImportPlan, { role, header }: AttributeColumn): number | null {
  const found = plan.columns.find((column) =>
    role === null ? column.role === 'attribute' && key(column.header) === key(header) : column.role === role,
  );
  return found?.index ?? null;
}

/** Position of the column with addresses or numbers; null when the file has none. */
export const contactIndex = (plan: ImportPlan, contact: 'email' | 'phone'): number | null =>
  plan.columns.find((column) => column.contact === contact)?.index ?? null;

/** Text columns of a file by the column of the table that they fill, beside the fixed ones. */
export function extraTexts(plan: ImportPlan, layout: Layout): { column: string; index: number }[] {
  const found = (column: string, index: number | null): { column: string; index: number }[] =>
    index === null ? [] : [{ column, index }];
  const index = (role: Role): number | null => plan.columns.find((c) => c.role === role)?.index ?? null;
  return [
    ...layout.dimensions.flatMap((role) => found(role, index(role))),
    ...layout.lineAttributes.flatMap((a) => found(a.column, attributeIndex(plan, a))),
    ...(layout.contacts ? (['email', 'phone'] as const).flatMap((c) => found(c, contactIndex(plan, c))) : []),
  ];
}
