import type { RoleChoice } from '../base/role.ts';
import type { Confidence, ImportPlan, Inspection, Reading, Shape, Survey } from '../ingest/types.ts';
import { guessRoles } from '../model/guess.ts';

/** A dropped file on the import page: what was read, what was guessed, what the user chose. */
export interface Draft {
  readonly file: File;
  /** Choices of the user; the rest of the reading is guessed. */
  readonly chosen: Partial<Reading>;
  readonly inspection: Inspection;
  readonly roles: readonly RoleChoice[];
  /** How sure each guess is; `sure` where the user chose. */
  readonly confidence: readonly Confidence[];
  readonly shape: Shape;
  readonly survey: Survey | null;
}

export function draftOf(file: File, chosen: Partial<Reading>, inspection: Inspection): Draft {
  const guess = guessRoles(inspection.columns);
  return {
    file,
    chosen,
    inspection,
    roles: guess.roles.map((r) => r.role),
    confidence: guess.roles.map((r) => r.confidence),
    shape: guess.shape,
    survey: null,
  };
}

/** Roles that many columns of a file can have; choosing any other takes it from the column that had it. */
const shared: readonly RoleChoice[] = ['ignore', 'attribute', 'year'];

export function withRole(draft: Draft, index: number, role: RoleChoice): Draft {
  const roles = draft.roles.map((old, i) =>
    i === index ? role : old === role && !shared.includes(role) ? 'ignore' : old,
  );
  return {
    ...draft,
    roles,
    confidence: draft.confidence.map((c, i) => (i === index ? 'sure' : c)),
    shape: shapeOf(draft, roles),
  };
}

/** A draft whose columns mean what is known of them, by header: a sample's. */
export const withRoles = (draft: Draft, roles: Readonly<Record<string, RoleChoice>>): Draft => ({
  ...draft,
  roles: draft.inspection.columns.map((column) => roles[column.header] ?? 'ignore'),
  confidence: draft.confidence.map(() => 'sure'),
});

/** One row per customer where there is no date and every sampled customer is another one. */
function shapeOf(draft: Draft, roles: readonly RoleChoice[]): Shape {
  if (roles.includes('order_date') || roles.includes('order_id')) return 'lines';
  const at = roles.includes('customer_id') ? roles.indexOf('customer_id') : roles.indexOf('customer_name');
  const evidence = draft.inspection.columns[at]?.evidence;
  return evidence && evidence.distinct === evidence.sampled - evidence.blank ? 'customers' : 'lines';
}

/** What keeps the import from starting; every item is one thing for the user to choose. */
export type Missing =
  | { readonly kind: 'customer' | 'amount' }
  | { readonly kind: 'reading'; readonly key: keyof Reading }
  | { readonly kind: 'confirm'; readonly role: RoleChoice };

export function missingOf(draft: Draft): Missing[] {
  const has = (role: RoleChoice): boolean => draft.roles.includes(role);
  const missing: Missing[] = [];
  if (!has('customer_id') && !has('customer_name')) missing.push({ kind: 'customer' });
  if (!has('amount') && !(has('quantity') && has('unit_price'))) missing.push({ kind: 'amount' });
  for (const key of draft.inspection.ask)
    if (draft.chosen[key] === undefined) missing.push({ kind: 'reading', key });
  return missing;
}

export const planOf = (draft: Draft): ImportPlan => ({
  version: 1,
  fileName: draft.file.name,
  bytes: draft.file.size,
  lastModified: draft.file.lastModified,
  shape: draft.shape,
  reading: draft.inspection.reading,
  columns: draft.inspection.columns.map((column, i) => ({
    index: column.index,
    header: column.header,
    role: draft.roles[i] ?? 'ignore',
  })),
});
