import type { RoleChoice } from '../base/role.ts';
import type { Examination } from '../ingest/problems.ts';
import { isSales } from '../ingest/types.ts';
import type {
  Confidence, Extracted, ImportPlan, Inspection, Part, PlanColumn, Reading, Repairs, Shape, Survey,
} from '../ingest/types.ts'; // prettier-ignore
import type { MappingGuess } from '../model/guess.ts';

/** A table of a dropped file on the import page: what was read, what was guessed, what the user chose. */
export interface Draft {
  /** Stays the same while the draft changes. */
  readonly id: number;
  readonly file: File;
  /** The file's name, with the sheet or entry when it holds several tables. */
  readonly name: string;
  /** All tables of the file, and which of them this is. */
  readonly parts: readonly Part[];
  readonly part: Part;
  readonly extracted: Extracted;
  /** Choices of the user; the rest of the reading is guessed. */
  readonly chosen: Partial<Reading>;
  readonly inspection: Inspection;
  readonly guess: MappingGuess;
  readonly roles: readonly RoleChoice[];
  /** How sure each guess is; `sure` where the user chose. */
  readonly confidence: readonly Confidence[];
  readonly contacts: readonly PlanColumn['contact'][];
  readonly shape: Shape;
  readonly repairs: Repairs;
  /** Repairs that the user has chosen: what the whole file says later does not change them. */
  readonly settled: ReadonlySet<keyof Repairs>;
  readonly survey: Survey | null;
  readonly examination: Examination | null;
  /** How far the examination is, 0 to 1; null = it does not run. */
  readonly examining: number | null;
  /** The examination failed: what is doubtful in the rows is not known before the import. */
  readonly unexamined: boolean;
  /** Whether the whole file has had its say in the repairs. */
  readonly refined: boolean;
  /** The roles come from an import of a file with the same columns. */
  readonly remembered: boolean;
}

export type Origin = Pick<Draft, 'id' | 'file' | 'parts' | 'part' | 'extracted'>;

/** The name of a table for people: `orders.xlsx › Sheet1`. */
export const nameOf = (file: File, parts: readonly Part[], part: Part): string =>
  parts.length > 1 && part.path.length > 0 ? [file.name, ...part.path].join(' › ') : file.name;

/** The draft of a table under a reading. What guesses is fetched with the first file: the empty page does without. */
export async function draftOf(
  origin: Origin,
  chosen: Partial<Reading>,
  inspection: Inspection,
): Promise<Draft> {
  const { guessRoles } = await import('../model/guess.ts');
  const { preamble } = inspection;
  const guess = guessRoles(inspection.columns, inspection.preview, { fileName: origin.file.name, preamble });
  return {
    ...origin,
    name: nameOf(origin.file, origin.parts, origin.part),
    chosen,
    inspection,
    guess,
    roles: guess.roles.map((r) => r.role),
    confidence: guess.roles.map((r) => r.confidence),
    contacts: guess.contacts,
    shape: guess.shape,
    repairs: guess.repairs,
    settled: new Set(),
    survey: null,
    examination: null,
    examining: null,
    unexamined: false,
    refined: false,
    remembered: false,
  };
}

/** The same table read again: what was chosen for its columns stays while they are the same columns. */
export async function redrafted(
  draft: Draft,
  chosen: Partial<Reading>,
  inspection: Inspection,
): Promise<Draft> {
  const next = await draftOf(draft, chosen, inspection);
  const headers = (d: Draft): string => d.inspection.columns.map((c) => c.header).join('\u0000');
  if (headers(next) !== headers(draft)) return next;
  const { roles, confidence, contacts, shape, repairs, settled, remembered } = draft;
  return { ...next, roles, confidence, contacts, shape, repairs, settled, remembered };
}

/** The repairs that the user has chosen, with those of a change. */
export const settledWith = (
  settled: Draft['settled'],
  change: Partial<Repairs>,
): ReadonlySet<keyof Repairs> => new Set([...settled, ...(Object.keys(change) as (keyof Repairs)[])]);

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
    refined: false,
  };
}

/** A draft whose columns mean what is known of them, by header: a sample's. */
export const withRoles = (draft: Draft, roles: Readonly<Record<string, RoleChoice>>): Draft => ({
  ...draft,
  roles: draft.inspection.columns.map((column) => roles[column.header] ?? 'ignore'),
  confidence: draft.confidence.map(() => 'sure'),
});

/** The kind of table under other roles: one row per customer where there is no date and every sampled customer differs. */
function shapeOf(draft: Draft, roles: readonly RoleChoice[]): Shape {
  if (!isSales(draft.shape)) {
    // A side file that is told its amount is a sales file after all.
    const told = roles.includes('amount') && !draft.roles.includes('amount') && draft.shape === 'profile';
    if (!told) return draft.shape;
  }
  if (roles.includes('order_date') || roles.includes('order_id')) return 'lines';
  if (roles.includes('year') && !roles.includes('amount')) return 'periods';
  const at = roles.includes('customer_id') ? roles.indexOf('customer_id') : roles.indexOf('customer_name');
  const evidence = draft.inspection.columns[at]?.evidence;
  return evidence && evidence.distinct === evidence.sampled - evidence.blank ? 'customers' : 'lines';
}

/** What keeps the import from starting; every item is one thing for the user to choose. */
export type Missing =
  | { readonly kind: 'customer' | 'amount' | 'sales' }
  | { readonly kind: 'reading'; readonly key: keyof Reading };

export function missingOf(draft: Draft): Missing[] {
  const has = (role: RoleChoice): boolean => draft.roles.includes(role);
  const missing: Missing[] = [];
  if (!has('customer_id') && !has('customer_name')) missing.push({ kind: 'customer' });
  const money = has('amount') || (has('quantity') && has('unit_price'));
  if (draft.shape === 'periods' ? !has('year') : isSales(draft.shape) && !money)
    missing.push({ kind: 'amount' });
  for (const key of draft.inspection.ask)
    if (draft.chosen[key] === undefined) missing.push({ kind: 'reading', key });
  return missing;
}

/** The same over all files: side files alone have no sales to join to. */
export const missingOver = (drafts: readonly Draft[]): Missing[] => [
  ...drafts.flatMap(missingOf),
  ...(drafts.length > 0 && !drafts.some((draft) => isSales(draft.shape)) ? [{ kind: 'sales' } as const] : []),
];

export const planOf = (draft: Draft): ImportPlan => ({
  version: 2,
  fileName: draft.file.name,
  bytes: draft.file.size,
  lastModified: draft.file.lastModified,
  path: draft.part.path,
  shape: draft.shape,
  reading: draft.inspection.reading,
  columns: draft.inspection.columns.map((column, i) => ({
    index: column.index,
    header: column.header,
    role: draft.roles[i] ?? 'ignore',
    contact: draft.contacts[i] ?? null,
  })),
  repairs: draft.repairs,
});

/** Marks of money in the first cells of the amount: its currency may differ from row to row. */
const marked = /[¥￥$€£₩₽₹]|元|[A-Z]{3}/;

/**
 * Whether the import needs to know the whole file first, because a choice that changes figures is proposed from all of
 * its rows: status values, currencies, and amounts that may stand on each row of an order.
 */
export function needsExamination(draft: Draft): boolean {
  if (!isSales(draft.shape)) return false;
  const has = (role: RoleChoice): boolean => draft.roles.includes(role);
  if (has('status') || has('currency')) return true;
  const amount = draft.inspection.columns[draft.roles.indexOf('amount')];
  if (amount?.evidence.examples.some((example) => marked.test(example))) return true;
  // As in findings.ts: only an amount whose name may speak of the whole order is ever counted once.
  const { columns, taken } = draft.guess.amounts;
  if (!columns.some((column) => column.index === taken && column.perOrder)) return false;
  return has('order_id') && has('amount') && (has('quantity') || has('product') || has('unit_price'));
}
