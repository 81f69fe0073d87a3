import type { Role } from '../base/role.ts';
import { isSide } from '../base/shape.ts';
import { ByteTable } from './byteTable.ts';
import { isBlank } from './cells.ts';
import { periodHeader } from './periods.ts';
import { DateCells, missingNumber, NumberCells, plainNumber, unreadableNumber } from './quickCells.ts';
import type { Tokeniser } from './records.ts';
import type { ImportPlan, Reading, Repairs, SetAsideReason, SideShape } from './types.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where a cell's bytes lie: in the tokeniser's buffer, or in a copy without doubled quotes. */
export class CellView {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;

  look(each: Tokeniser, index: number): this {
    if (index >= each.cells) this.start = this.end = 0;
    else if (each.isPlain(index)) {
      this.bytes = each.buffer;
      this.start = each.cellStart(index);
      this.end = each.cellEnd(index);
    } else this.put(each.cell(index));
    return this;
  }

  put(bytes: Uint8Array): void {
    this.bytes = bytes;
    this.start = 0;
    this.end = bytes.length;
  }

  get text(): string {
    return decoder.decode(this.bytes.subarray(this.start, this.end));
  }

  /** True when the cell says that it has no value. */
  get blank(): boolean {
    return this.start === this.end || (this.end - this.start < 24 && isBlank(this.text));
  }
}

/** A few distinct texts, each made into something once. */
export class Words<T> {
  readonly #table = new ByteTable();
  readonly #made: T[] = [];
  readonly #make: (text: string) => T;

  constructor(make: (text: string) => T) {
    this.#make = make;
  }

  read({ bytes, start, end }: CellView): T {
    const before = this.#table.size;
    const index = this.#table.add(bytes, start, end);
    if (this.#table.size > before) this.#made.push(this.#make(this.#table.text(index)));
    return this.#made[index]!;
  }
}

export interface Fault {
  readonly reason: SetAsideReason;
  readonly index: number;
}

export interface FormSeen {
  readonly form:
    | NonNullable<NumberCells['form']>
    | 'two_digit_year'
    | 'serial_date'
    | 'roc_year'
    | 'month_only'
    | 'year_only';
  readonly index: number;
}

/** The file's own money columns: what a row's amount is made of. */
export interface MoneyColumns {
  readonly kind: 'amount' | 'product' | 'periods' | 'none';
  readonly indexes: readonly number[];
  /** Money of side files: may be blank, must be readable. */
  readonly optional: boolean;
}

const datesOf: Readonly<Record<SideShape, readonly (readonly Role[])[]>> = {
  profile: [['contact_date', 'order_date']],
  survey: [['order_date', 'contact_date']],
  contacts: [['contact_date', 'order_date']],
  tickets: [['contact_date', 'order_date']],
  receivables: [['due_date'], ['paid_date']],
  exposures: [['exposed_at', 'contact_date', 'order_date']],
};

export const columnWith = (plan: ImportPlan, role: Role): number =>
  plan.columns.find((column) => column.role === role)?.index ?? -1;

/** Where a plan finds the money of a row; `optional` = a blank cell is no fault. */
export function moneyOf(plan: ImportPlan): MoneyColumns {
  const column = (role: Role): number => columnWith(plan, role);
  if (isSide(plan.shape)) {
    const roles: readonly Role[] = plan.shape === 'receivables' ? ['amount', 'paid_amount'] : [];
    const indexes = roles.map(column).filter((index) => index >= 0);
    return { kind: indexes.length > 0 ? 'periods' : 'none', indexes, optional: true };
  }
  if (plan.shape === 'periods') {
    const periods = plan.columns.filter(
      ({ role, header }) => role === 'year' && periodHeader(header) !== null,
    );
    return { kind: 'periods', indexes: periods.map(({ index }) => index), optional: true };
  }
  if (column('amount') >= 0) return { kind: 'amount', indexes: [column('amount')], optional: false };
  const parts = [column('quantity'), column('unit_price')];
  return parts.some((index) => index < 0)
    ? { kind: 'none', indexes: [], optional: false }
    : { kind: 'product', indexes: parts, optional: false };
}

/** Date columns, and whether a blank cell is a fault; a period's year may stand in a column of its own. */
function datesIn(plan: ImportPlan): { indexes: readonly number[]; optional: boolean } {
  if (isSide(plan.shape)) {
    const found = datesOf[plan.shape].map((roles) => roles.map((role) => columnWith(plan, role)).find((i) => i >= 0) ?? -1); // prettier-ignore
    return { indexes: found.filter((index) => index >= 0), optional: true };
  }
  const index = columnWith(plan, 'order_date');
  return { indexes: index < 0 || plan.shape === 'periods' ? [] : [index], optional: false };
}

/** Position of the column that holds the year of months without one; -1 = none is needed. */
function yearColumn(plan: ImportPlan): number {
  if (plan.shape !== 'periods') return -1;
  const years = plan.columns.filter(({ role }) => role === 'year');
  const bare = years.some(({ header }) => periodHeader(header)?.year === null);
  const holds = years.find(({ header }) => periodHeader(header) === null);
  return bare && holds ? holds.index : -1;
}

/** The money and the dates of one row, read by the rules of the import. */
export class Figures {
  /** As it stands: ten-thousandths, NaN where it cannot be read. */
  stated = NaN;
  /** What is refunded, 0 or more. */
  refunded = 0;
  /** Cells of money that cannot be read: each may be worth anything. */
  unread = 0;
  /** The first reason for which money keeps the row out. */
  money: Fault | null = null;
  date: (Fault & { readonly impossible: boolean }) | null = null;
  impossible = -1;
  /** Position of the first cell in brackets; -1 = none. */
  brackets = -1;
  readonly forms: FormSeen[] = [];
  code: string | null = null;

  readonly columns: MoneyColumns;
  readonly #repairs: Repairs;
  readonly #cells: readonly NumberCells[];
  readonly #refund: { readonly index: number; readonly cells: NumberCells } | null;
  readonly #dates: ReturnType<typeof datesIn>;
  readonly #dateCells: DateCells;
  readonly #year: number;
  readonly #view = new CellView();

  constructor(plan: ImportPlan) {
    const reading: Reading = plan.reading;
    this.#repairs = plan.repairs;
    this.columns = moneyOf(plan);
    const quantity = columnWith(plan, 'quantity');
    // A column for each, since what is remembered of the cells of one says little of another.
    this.#cells = this.columns.indexes.map((index) =>
      new NumberCells(reading, this.columns.kind === 'product' && index === quantity ? 1 : plan.repairs.scale)); // prettier-ignore
    const refund = isSide(plan.shape) || plan.shape === 'periods' || this.columns.kind === 'none' ? -1 : columnWith(plan, 'refund'); // prettier-ignore
    this.#refund = refund < 0 ? null : { index: refund, cells: new NumberCells(reading, plan.repairs.scale) };
    this.#dates = datesIn(plan);
    this.#dateCells = new DateCells(reading.dateOrder);
    this.#year = yearColumn(plan);
  }

  /** `date` stands in for the cell of the order's date where it is filled down, `zero` for a blank amount. */
  read(each: Tokeniser, date: CellView | null, zero: boolean): void {
    this.stated = NaN;
    this.refunded = this.unread = 0;
    this.money = this.date = this.code = null;
    this.brackets = this.impossible = -1;
    if (this.forms.length > 0) this.forms.length = 0;
    this.#readMoney(each, zero);
    if (this.#refund) this.#readRefund(each, this.#refund.index, this.#refund.cells);
    for (const index of this.#dates.indexes) this.#readDate(each, index, date);
    if (this.#year >= 0 && !/(19|20)[0-9][0-9]/.test(this.#view.look(each, this.#year).text))
      this.date ??= { reason: 'date_unreadable', index: this.#year, impossible: false };
  }

  #readMoney(each: Tokeniser, zero: boolean): void {
    const { kind, indexes, optional } = this.columns;
    let sum = 0;
    let first = 0;
    let read = 0;
    for (let i = 0; i < indexes.length; i++) {
      const index = indexes[i]!;
      const cells = this.#cells[i]!;
      const view = this.#view.look(each, index);
      cells.read(view.bytes, view.start, view.end);
      if (cells.kind !== plainNumber) {
        if (cells.kind === missingNumber && (optional || zero)) continue;
        this.unread++;
        this.money ??= { reason: cells.kind === missingNumber ? 'amount_missing' : cells.kind === unreadableNumber ? 'amount_unreadable' : 'amount_too_large', index }; // prettier-ignore
        continue;
      }
      if (cells.form !== null) this.forms.push({ form: cells.form, index });
      if (cells.brackets && this.brackets < 0) this.brackets = index;
      if (i === 0 || kind !== 'product') this.code = cells.code ?? this.code;
      else this.code ??= cells.code;
      if (i === 0) first = cells.units;
      sum += cells.units;
      read++;
    }
    if (kind === 'none' || (this.unread > 0 && (kind !== 'periods' || read === 0))) return;
    this.stated = kind === 'product' ? this.#product(first, sum - first, indexes[1]!) : sum;
  }

  /** Rounded half away from zero to four decimals. */
  #product(quantity: number, price: number, index: number): number {
    const exact = quantity * price;
    if (Math.abs(exact) > Number.MAX_SAFE_INTEGER) {
      const product = (Math.abs(quantity) * Math.abs(price)) / 10_000;
      if (product >= 1e18) {
        this.unread = 1;
        this.money = { reason: 'amount_too_large', index };
        return NaN;
      }
      const wide = BigInt(Math.abs(quantity)) * BigInt(Math.abs(price));
      if (wide % 10_000n !== 0n) this.forms.push({ form: 'rounded', index });
      return Math.sign(exact) * Number((wide + 5000n) / 10_000n);
    }
    if (exact % 10_000 === 0) return exact / 10_000;
    if (!this.forms.some(({ form }) => form === 'rounded')) this.forms.push({ form: 'rounded', index });
    return Math.sign(exact) * Math.floor((Math.abs(exact) + 5000) / 10_000);
  }

  #readRefund(each: Tokeniser, index: number, cells: NumberCells): void {
    const view = this.#view.look(each, index);
    cells.read(view.bytes, view.start, view.end);
    if (cells.kind === plainNumber) this.refunded = Math.abs(cells.units);
    else if (cells.kind !== missingNumber && this.#repairs.refunds === 'subtract') {
      this.unread ||= 1;
      this.money ??= {
        reason: cells.kind === unreadableNumber ? 'amount_unreadable' : 'amount_too_large',
        index,
      };
    }
  }

  #readDate(each: Tokeniser, index: number, filled: CellView | null): void {
    const view = filled ?? this.#view.look(each, index);
    const seen = this.#dateCells.read(view.bytes, view.start, view.end);
    if (seen === null) return;
    if (seen === 'missing') {
      if (!this.#dates.optional) this.date ??= { reason: 'date_missing', index, impossible: false };
    } else if (seen === 'unreadable') this.date ??= { reason: 'date_unreadable', index, impossible: false };
    else if (seen === 'impossible_date') {
      this.impossible = index;
      if (this.#repairs.impossibleDates === 'set_aside')
        this.date ??= { reason: 'date_unreadable', index, impossible: true };
    } else this.forms.push({ form: seen, index });
  }
}
