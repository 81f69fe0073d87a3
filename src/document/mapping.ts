import { roleIds, type RoleChoice } from '../base/role.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { noRepairs, salesShapes, sideShapes } from '../ingest/types.ts';
import type {
  ImportPlan, PlanColumn, Reading, Repairs, Shape, SourceColumn, StatusChoice, Together, MergeRule,
} from '../ingest/types.ts'; // prettier-ignore
import { headerFingerprint } from '../model/fingerprint.ts';

export const mappingVersion = 1;

/** A column by its position; no text of the file is kept. */
export interface MappedColumn {
  readonly index: number;
  readonly role: RoleChoice;
  readonly contact: PlanColumn['contact'];
}

/** How files with the same columns are read: remembered on the device, part of the notebook, and a file of its own. */
export interface Mapping {
  readonly kind: 'import-mapping';
  readonly version: typeof mappingVersion;
  /** See headerFingerprint. */
  readonly fingerprint: string;
  /** Number of columns of the header. */
  readonly width: number;
  readonly shape: Shape;
  readonly reading: Partial<Reading>;
  /** Columns with a role or contact, ascending; the others are ignored. */
  readonly columns: readonly MappedColumn[];
  readonly repairs: Repairs;
  /** Choices over all files that were made together with it. */
  readonly together: Together | null;
}

export type MappingError =
  | { readonly code: 'not_mapping' }
  | { readonly code: 'version'; readonly version: number }
  /** A value that is not allowed, by its place: `columns.3.role`. */
  | { readonly code: 'damaged'; readonly at: string };

/** What is kept of an import for the next file with the same columns; without `together` one file's choices only. */
export function mappingOf(plan: ImportPlan, together: Together | null = null): Mapping {
  return {
    kind: 'import-mapping',
    version: mappingVersion,
    fingerprint: headerFingerprint(plan.columns.map((column) => column.header)),
    width: plan.columns.length,
    shape: plan.shape,
    reading: plan.reading,
    columns: plan.columns
      .filter(({ role, contact }) => role !== 'ignore' || contact !== null)
      .map(({ index, role, contact }) => ({ index, role, contact })),
    // Next year's file has a year of its own.
    repairs: { ...plan.repairs, year: null },
    together,
  };
}

/** What a mapping says of a table with these columns. Columns beyond its own are ignored. */
export function applyMapping(
  mapping: Mapping,
  columns: readonly SourceColumn[],
): {
  readonly roles: RoleChoice[];
  readonly contacts: PlanColumn['contact'][];
  readonly shape: Shape;
  readonly repairs: Repairs;
} {
  const at = new Map(mapping.columns.map((column) => [column.index, column]));
  return {
    roles: columns.map(({ index }) => at.get(index)?.role ?? 'ignore'),
    contacts: columns.map(({ index }) => at.get(index)?.contact ?? null),
    shape: mapping.shape,
    repairs: mapping.repairs,
  };
}

/** Reads a mapping by allow-list. Unknown keys are left out; a known key with a value that is not allowed fails. */
export function readMapping(value: unknown): Result<Mapping, MappingError> {
  if (!isRecord(value) || value.kind !== 'import-mapping') return fail({ code: 'not_mapping' });
  if (value.version !== mappingVersion)
    return Number.isInteger(value.version)
      ? fail({ code: 'version', version: value.version as number })
      : fail({ code: 'not_mapping' });
  try {
    return ok(mapping(value));
  } catch (thrown) {
    if (thrown instanceof NotAllowed) return fail({ code: 'damaged', at: thrown.message });
    throw thrown;
  }
}

class NotAllowed extends Error {}

type Unread = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Unread =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function record(value: unknown, at: string): Unread {
  if (!isRecord(value)) throw new NotAllowed(at);
  return value;
}

function oneOf<T>(value: unknown, allowed: readonly T[], at: string): T {
  if (!allowed.includes(value as T)) throw new NotAllowed(at);
  return value as T;
}

function matching(value: unknown, pattern: RegExp, at: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) throw new NotAllowed(at);
  return value;
}

function whole(value: unknown, from: number, to: number, at: string): number {
  if (!Number.isInteger(value) || (value as number) < from || (value as number) > to)
    throw new NotAllowed(at);
  return value as number;
}

/** The widest table that is read, and the most values of a status column that are kept apart. */
const mostColumns = 2_000;
const mostStatuses = 200;

const shapes: readonly Shape[] = [...salesShapes, ...sideShapes];
const roles: readonly RoleChoice[] = [...roleIds, 'ignore'];
/** Roles that several columns may share. */
const shared: readonly RoleChoice[] = ['ignore', 'attribute', 'year'];

function mapping(value: Unread): Mapping {
  const width = whole(value.width, 1, mostColumns, 'width');
  return {
    kind: 'import-mapping',
    version: mappingVersion,
    fingerprint: matching(value.fingerprint, /^[\da-f]{16}$/, 'fingerprint'),
    width,
    shape: oneOf(value.shape, shapes, 'shape'),
    reading: reading(record(value.reading ?? {}, 'reading')),
    columns: columns(value.columns, width),
    repairs: repairs(record(value.repairs ?? {}, 'repairs')),
    together: value.together === null || value.together === undefined ? null : together(record(value.together, 'together')), // prettier-ignore
  };
}

function columns(value: unknown, width: number): MappedColumn[] {
  if (!Array.isArray(value)) throw new NotAllowed('columns');
  const read = value.map((item: unknown, i): MappedColumn => {
    const at = `columns.${i}`;
    const column = record(item, at);
    return {
      index: whole(column.index, 0, width - 1, `${at}.index`),
      role: oneOf(column.role, roles, `${at}.role`),
      contact: oneOf(column.contact ?? null, ['email', 'phone', null], `${at}.contact`),
    };
  });
  read.forEach(({ index, role }, i) => {
    if (i > 0 && index <= read[i - 1]!.index) throw new NotAllowed(`columns.${i}.index`);
    const again = read.findIndex((other) => other.role === role) < i;
    if (again && !shared.includes(role)) throw new NotAllowed(`columns.${i}.role`);
  });
  return read;
}

const readers: { readonly [K in keyof Required<Reading>]: (value: unknown, at: string) => Reading[K] } = {
  encoding: (value, at) => matching(value, /^[a-z\d][a-z\d._:-]{1,39}$/, at),
  delimiter: (value, at) => matching(value, /^(?:tab|blanks|[^\r\n"']{1,8})$/u, at),
  quote: (value, at) => oneOf(value, ['"', "'", 'none'], at),
  escape: (value, at) => oneOf(value, ['\\'], at),
  decimal: (value, at) => oneOf(value, ['.', ','], at),
  thousands: (value, at) => oneOf(value, [',', '.', ' ', "'", 'none'], at),
  dateOrder: (value, at) => oneOf(value, ['ymd', 'dmy', 'mdy'], at),
  headerRow: (value, at) => (value === null ? null : whole(value, 1, 10_000, at)),
  headerRows: (value, at) => whole(value, 1, 100, at),
};

function reading(value: Unread): Partial<Reading> {
  const keys = Object.keys(readers) as (keyof Reading)[];
  return Object.fromEntries(
    keys
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, readers[key](value[key], `reading.${key}`)]),
  );
}

function repairs(value: Unread): Repairs {
  const or = <T>(key: keyof Repairs, allowed: readonly T[]): T =>
    value[key] === undefined ? (noRepairs[key] as T) : oneOf(value[key], allowed, `repairs.${key}`);
  return {
    brackets: or('brackets', ['negative', 'set_aside']),
    impossibleDates: or('impossibleDates', ['set_aside', 'month_end']),
    status: statuses(record(value.status ?? {}, 'repairs.status')),
    cancelled: or('cancelled', ['net', 'set_aside']),
    refunds: or('refunds', ['subtract', 'ignore']),
    orderTotals: or('orderTotals', ['sum', 'once']),
    fillDown: or('fillDown', [false, true]),
    duplicateOrders: or('duplicateOrders', ['keep', 'first', 'sum']),
    scale: or('scale', [1, 1000, 10_000, 1_000_000, 100_000_000]),
    year: null,
    ...(value.currency === undefined
      ? {}
      : { currency: matching(value.currency, /^[A-Z]{3}$/, 'repairs.currency') }),
  };
}

function statuses(value: Unread): Repairs['status'] {
  const entries = Object.entries(value);
  if (entries.length > mostStatuses) throw new NotAllowed('repairs.status');
  return Object.fromEntries(
    entries.map(([status, choice]): [string, StatusChoice] => {
      if (status.length > 200) throw new NotAllowed('repairs.status');
      return [status, oneOf(choice, ['use', 'set_aside', 'negate'], 'repairs.status')];
    }),
  );
}

const rules: readonly MergeRule[] = [
  'spelling', 'legal_form', 'phone', 'email', 'zeros', 'same_email', 'same_phone',
]; // prettier-ignore

function together(value: Unread): Together {
  if (!Array.isArray(value.merge)) throw new NotAllowed('together.merge');
  const merge = value.merge.map((rule: unknown) => oneOf(rule, rules, 'together.merge'));
  if (value.currency === null) return { merge, currency: null };
  const currency = record(value.currency, 'together.currency');
  const code = (text: unknown): string => matching(text, /^\P{Cc}{1,20}$/u, 'together.currency');
  const rates = Object.entries(record(currency.rates, 'together.currency.rates'));
  if (rates.length > mostStatuses) throw new NotAllowed('together.currency.rates');
  return {
    merge,
    currency: {
      base: code(currency.base),
      rates: Object.fromEntries(
        rates.map(([name, rate]) => [
          code(name),
          matching(rate, /^\d{1,9}(?:\.\d{1,12})?$/, 'together.currency.rates'),
        ]),
      ),
    },
  };
}
