import { isSide } from '../base/shape.ts';
import { SeenRows } from './byteTable.ts';
import { currencyCode } from './currency.ts';
import { Above } from './examineFill.ts';
import { Contacts, Customers, Ids } from './examineIds.ts';
import { Orders } from './examineOrders.ts';
import { CellView, columnWith, Figures, Words, type Fault } from './examineRow.ts';
import { trimmed } from './idText.ts';
import type { ProblemExample, ProblemKind } from './problems.ts';
import type { Tokeniser } from './records.ts';
import { Bits, Tallies } from './tally.ts';
import type { ImportPlan, SetAsideReason, StatusChoice, Survey } from './types.ts';

/** Words of orders that brought no money or gave it back; others are found by their choice in the plan. */
const noSale =
  /cancel|void|fail|declin|refund|return|charge.?back|closed|pending|unpaid|await|draft|expired|abandon|关闭|關閉|取消|退|作废|作廢|失败|失敗|待付|未付|等待买家付款|失效/i;

export interface StatusSeen {
  readonly value: string;
  readonly choice: StatusChoice;
  /** It is a group of problems. */
  readonly shown: boolean;
  rows: number;
  amount: number;
}

/** The cells that are looked at beside the figures. */
type Asked = 'order' | 'customer' | 'name' | 'status' | 'currency' | 'date' | 'product' | 'refund' | 'email' | 'phone'; // prettier-ignore

/** What the rows that cannot be read may be worth: so many amounts, and so much that can be read. */
export class Doubt {
  rows = 0;
  amounts = 0;
  value = 0;
  readonly customers = new Bits();

  /** Money without a customer is in no ranking. */
  add(customer: number, unread: number, amount: number): void {
    this.rows++;
    if (customer < 0) return;
    this.customers.add(customer);
    this.amounts += unread;
    if (amount > 0) this.value += amount;
  }
}

/** Takes the data records one by one; `reportOf` says what was found. */
export class Examiner {
  readonly tallies = new Tallies();
  readonly customers = new Customers();
  readonly orders = new Orders();
  /** By trimmed value. */
  readonly statuses = new Map<string, StatusSeen>();
  readonly currencies = new Map<string, number>();
  readonly setAside = new Map<SetAsideReason, number>();
  readonly doubt = new Doubt();
  readonly emails = new Contacts();
  readonly phones = new Contacts();
  rows = 0;
  rowsWithOrder = 0;
  /** The largest amount of a used row. */
  most = 0;

  readonly #plan: ImportPlan;
  readonly #survey: Survey;
  readonly #width: number;
  readonly #side: boolean;
  readonly #figures: Figures;
  readonly #orderIds = new Ids();
  readonly #rowsSeen: SeenRows;
  readonly #above: Above;
  readonly #at: Readonly<Record<Asked, number>>;
  /** Position of the cell that stands for a row in examples. */
  readonly #telling: number;
  // The row at hand.
  #each!: Tokeniser;
  #customer = -1;
  #amount = NaN;
  #cancels = false;
  /** The order that the row belongs to without naming it, -1 = none. */
  #lineOf = -1;
  readonly #view = new CellView();
  readonly #date = new CellView();
  readonly #statusOf: Words<StatusSeen>;
  readonly #codeOf = new Words((text) => currencyCode(text) ?? (trimmed(text) || null));

  constructor(plan: ImportPlan, survey: Survey) {
    this.#plan = plan;
    this.#survey = survey;
    this.#width = plan.columns.length;
    this.#side = isSide(plan.shape);
    this.#figures = new Figures(plan);
    this.#rowsSeen = new SeenRows(survey.data);
    this.#above = new Above(plan.repairs.fillDown);
    this.#statusOf = new Words((text) => this.#newStatus(trimmed(text)));
    const id = columnWith(plan, 'customer_id');
    const contact = (kind: 'email' | 'phone'): number =>
      plan.columns.find((c) => c.contact === kind)?.index ?? -1;
    const ofSale = (index: number): number => (this.#side ? -1 : index);
    this.#at = {
      order: ofSale(columnWith(plan, 'order_id')),
      customer: id >= 0 ? id : columnWith(plan, 'customer_name'),
      name: columnWith(plan, 'customer_name'),
      status: ofSale(columnWith(plan, 'status')),
      currency: columnWith(plan, 'currency'),
      date: columnWith(plan, 'order_date'),
      product: columnWith(plan, 'product'),
      refund: columnWith(plan, 'refund'),
      email: contact('email'),
      phone: contact('phone'),
    };
    this.#telling = this.#figures.columns.indexes[0] ?? Math.max(0, this.#at.customer);
  }

  add(each: Tokeniser): void {
    const { repairs } = this.#plan;
    const at = this.#at;
    const figures = this.#figures;
    this.rows++;
    this.#each = each;
    const order = this.#readOrder(each);
    const cancelled = order >= 0 && this.#cancels;
    const customer = (this.#customer =
      at.customer < 0 ? -1 : idIn(this.customers.ids, this.#cell(at.customer)));
    const status = at.status < 0 ? null : this.#statusOf.read(this.#cell(at.status));
    const named = at.currency < 0 ? null : this.#codeOf.read(this.#cell(at.currency));
    figures.read(each, this.#filledDate(order), repairs.fillDown && this.#above.below);
    const chosen = this.#choice(status, cancelled);
    const fault = chosen === null ? (figures.money ?? figures.date) : null;
    const again = order >= 0 && chosen === null && fault === null && this.orders.rows(order) > 0;
    const later = again && repairs.duplicateOrders === 'first' ? 'duplicate_order' : null;
    this.#amount = this.#amountOf(status, again);

    const reason = chosen ?? fault?.reason ?? later;
    if (reason !== null) this.setAside.set(reason, (this.setAside.get(reason) ?? 0) + 1);
    if (chosen === null && customer >= 0) this.customers.note(customer, each.record);
    if (chosen === 'customer_missing') this.#count('customer_missing', at.customer);
    if (fault !== null) this.#countFault(fault);
    if (figures.impossible >= 0 && chosen === null && figures.money === null)
      this.#count('impossible_date', figures.impossible);
    if (status !== null) this.#countStatus(status);
    if (cancelled) this.#count('cancelled', at.order);
    if (figures.refunded > 0) this.#count('refund', at.refund, 0 - figures.refunded);
    if (figures.forms.length > 0) this.#countForms();
    if (each.cells < this.#width) this.#count('short_row', 0);
    else if (each.cells > this.#width) this.#count('long_row', 0);
    if (each.record === this.#survey.openQuote?.record) this.#count('open_quote', 0);
    if (this.#survey.replaced > 0) this.#countBroken(each);
    if (this.#above.lacks(customer >= 0, figures.date?.reason !== 'date_missing') || this.#above.filled)
      this.#count('fill_down', this.#view.look(each, at.order).blank ? this.#telling : at.order);
    if (customer >= 0) this.#lookAtCustomer(customer);
    if (order >= 0 && this.#orderIds.lostDigits(order)) this.#count('lost_digits', at.order, this.#amount, this.#headerOf(at.order)); // prettier-ignore
    if (chosen !== null || fault !== null) return;
    if (this.#seenBefore()) this.#count('exact_duplicate', this.#telling);
    if (again) this.#count('duplicate_order', at.order);
    if (order >= 0) this.orders.add(order, customer, figures.stated, this.#example);
    if (later === null) this.#addUsed(again ? order : -1, named ?? figures.code);
  }

  /** The order a row belongs to, -1 = none; `#cancels` says whether its number is one of a cancelled invoice. */
  #readOrder(each: Tokeniser): number {
    if (this.#at.order < 0) return -1;
    const view = this.#view.look(each, this.#at.order);
    const own = idIn(this.#orderIds, view);
    if (own >= 0) {
      const letter = view.bytes[view.start];
      // Nearly always decided by the first byte: C, c, or one that idText takes off.
      const maybe = letter !== undefined && (letter === 67 || letter === 99 || letter < 48 || letter > 127);
      this.#cancels = maybe && /^[Cc]\d/.test(this.#orderIds.text(own));
    }
    const order = this.#above.begin(own, own < 0 && this.#continues());
    this.#lineOf = own < 0 ? order : -1;
    if (order >= 0) this.rowsWithOrder++;
    return order;
  }

  /** Whether a row without order is a line of the order above it, see continuedRows of the statements. */
  #continues(): boolean {
    const { customer, name, date, product } = this.#at;
    const blank = (index: number): boolean => this.#view.look(this.#each, index).blank;
    if (customer < 0 || !blank(customer)) return false;
    return (name < 0 || blank(name)) && (date < 0 || blank(date)) && (product < 0 || !blank(product));
  }

  /** A cell, or what fills it from above. */
  #cell(index: number): CellView {
    return this.#above.fill(this.#view.look(this.#each, index), index);
  }

  #filledDate(order: number): CellView | null {
    if (!this.#plan.repairs.fillDown || this.#at.date < 0 || order < 0) return null;
    const { bytes, start, end } = this.#cell(this.#at.date);
    this.#date.put(bytes.subarray(start, end));
    return this.#date;
  }

  /** Why the row is set aside by choice, in the order in which the import asks. */
  #choice(status: StatusSeen | null, cancelled: boolean): SetAsideReason | null {
    const { repairs } = this.#plan;
    if (this.#side) return this.#customer < 0 ? 'customer_missing' : this.#bracketed();
    if (status?.choice === 'set_aside') return 'status';
    if (cancelled && repairs.cancelled === 'set_aside') return 'cancelled';
    return this.#bracketed();
  }

  #bracketed(): SetAsideReason | null {
    return this.#figures.brackets >= 0 && this.#plan.repairs.brackets === 'set_aside' ? 'brackets' : null;
  }

  /** What the row counts: without the refund, turned where its status says so, 0 where its order has been counted. */
  #amountOf(status: StatusSeen | null, again: boolean): number {
    const { refunds, orderTotals } = this.#plan.repairs;
    const { stated, refunded } = this.#figures;
    if (again && orderTotals === 'once') return 0;
    const amount = refunds === 'subtract' ? stated - refunded : stated;
    return status?.choice === 'negate' && amount > 0 ? 0 - amount : amount;
  }

  #count(kind: ProblemKind, index: number, amount = this.#amount, detail = ''): void {
    const tally = this.tallies.of(kind, detail);
    tally.add(this.#customer, amount);
    if (tally.wantsExample()) tally.examples.push(this.#exampleOf(index));
  }

  #exampleOf(index: number): ProblemExample {
    return { record: this.#each.record, text: this.#view.look(this.#each, index).text };
  }
  readonly #example = (): ProblemExample => this.#exampleOf(this.#telling);

  #headerOf(index: number): string {
    return this.#plan.columns.find((column) => column.index === index)?.header ?? '';
  }

  #countFault(fault: Fault): void {
    const { date, unread } = this.#figures;
    if (!(fault === date && date.impossible)) this.#count(fault.reason as ProblemKind, fault.index);
    this.doubt.add(this.#customer, unread, this.#amount);
  }

  #countStatus(status: StatusSeen): void {
    status.rows++;
    if (this.#amount === this.#amount) status.amount += this.#amount;
    if (status.shown) this.#count('status', this.#at.status, this.#amount, status.value);
  }

  #countBroken(each: Tokeniser): void {
    for (let i = 0; i < each.cells; i++)
      if (this.#view.look(each, i).text.includes('\ufffd')) return this.#count('broken_characters', i);
  }

  #newStatus(value: string): StatusSeen {
    // Cells that differ in blanks at their ends.
    const known = this.statuses.get(value);
    if (known) return known;
    const { status } = this.#plan.repairs;
    const choice = Object.hasOwn(status, value) ? status[value]! : 'use';
    const seen = { value, choice, shown: choice !== 'use' || noSale.test(value), rows: 0, amount: 0 };
    this.statuses.set(value, seen);
    return seen;
  }

  /** A row counts once for a form that several of its cells have. */
  #countForms(): void {
    const { forms } = this.#figures;
    forms.forEach(({ form, index }, i) => {
      if (forms.findIndex((other) => other.form === form) === i) this.#count(form, index);
    });
  }

  #lookAtCustomer(customer: number): void {
    const at = this.#at;
    const { ids } = this.customers;
    if (ids.lostDigits(customer)) this.#count('lost_digits', at.customer, this.#amount, this.#headerOf(at.customer)); // prettier-ignore
    if (ids.masked(customer)) this.#count('masked_id', at.customer);
    if (at.email >= 0) this.emails.add(customer, this.#view.look(this.#each, at.email));
    if (at.phone >= 0) this.phones.add(customer, this.#view.look(this.#each, at.phone));
  }

  /** Whether all cells, and the order above, equal those of an earlier row; a cell that is not there is blank. */
  #seenBefore(): boolean {
    const each = this.#each;
    const cells = Math.max(each.cells, this.#width);
    let high = 0x811c9dc5 | 0;
    let low = (0x2c1b3c6d + Math.imul(this.#lineOf + 1, 0x9e3779b1)) | 0;
    for (let i = 0; i < cells; i++) {
      const { bytes, start, end } = this.#view.look(each, i);
      let p = start;
      for (; p + 3 < end; p += 4) {
        const four = bytes[p]! | (bytes[p + 1]! << 8) | (bytes[p + 2]! << 16) | (bytes[p + 3]! << 24);
        high = Math.imul(high ^ four, 0x01000193);
        high ^= high >>> 15;
        low = Math.imul(low + four, 0x5bd1e995);
        low ^= low >>> 13;
      }
      for (; p < end; p++) {
        high = Math.imul(high ^ bytes[p]!, 0x01000193);
        low = Math.imul(low + bytes[p]!, 0x5bd1e995);
      }
      // Where a cell ends counts.
      high = Math.imul(high ^ (end - start + 0x1ff), 0x85ebca6b);
      low = Math.imul(low + (end - start), 0xc2b2ae35) ^ (low >>> 15);
    }
    high ^= high >>> 15;
    return this.#rowsSeen.add(Math.imul(high, 0x2c1b3c6d), low);
  }

  /** `order` = the order of which there was a row before, -1 = none. */
  #addUsed(order: number, code: string | null): void {
    const amount = this.#amount;
    const index = this.#telling;
    if (code !== null) {
      this.currencies.set(code, (this.currencies.get(code) ?? 0) + 1);
      this.#count('currency', this.#at.currency >= 0 ? this.#at.currency : index, amount, code);
    }
    if (this.#plan.repairs.scale !== 1 && amount === amount)
      this.#count('scale', index, amount, String(this.#plan.repairs.scale));
    if (amount < 0) this.#count('negative', index);
    const summed = order >= 0 && this.#plan.repairs.duplicateOrders === 'sum';
    const owner = summed ? this.orders.customer(order) : this.#customer;
    if (owner < 0) this.#count('walkin', index);
    else if (amount === amount) this.customers.value.add(owner, amount);
    if (amount > this.most) this.most = amount;
  }
}

const idIn = (ids: Ids, { bytes, start, end }: CellView): number => ids.read(bytes, start, end);
