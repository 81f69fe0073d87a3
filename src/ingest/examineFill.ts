import { flags } from './byteTable.ts';
import type { CellView } from './examineRow.ts';

const seen = 1;
const hasCustomer = 2;
const hasDate = 4;

/** What stands above a row in the rows of the same order. */
export class Above {
  /** The row just begun has an order that a row above has. */
  below = false;
  /** A blank cell of the row just begun took a value from above. */
  filled = false;

  readonly #fills: boolean;
  readonly #flags = flags();
  readonly #cells = new Map<number, Map<number, Uint8Array>>();
  #order = -1;
  /** The order that was named last. */
  #named = -1;

  /** `fills` = blank cells take what is above them. */
  constructor(fills: boolean) {
    this.#fills = fills;
  }

  /**
   * `own` = index of the order that the row names, -1 = none; `continues` = it is then a line of the order above it.
   * Returns the order that it counts for, which is the one above only where blanks are filled.
   */
  begin(own: number, continues: boolean): number {
    const order = continues ? this.#named : own;
    if (own >= 0) this.#named = own;
    this.#order = order;
    this.filled = false;
    this.below = order >= 0 && this.#flags.get(order) !== 0;
    if (order >= 0 && !this.below) this.#flags.set(order, seen);
    return this.#fills ? order : own;
  }

  /** A cell of the row, put in place of a blank one where blanks are filled. */
  fill(view: CellView, index: number): CellView {
    if (!this.#fills || this.#order < 0) return view;
    let cells = this.#cells.get(this.#order);
    if (!cells) this.#cells.set(this.#order, (cells = new Map<number, Uint8Array>()));
    const last = cells.get(index);
    if (!view.blank) cells.set(index, view.bytes.slice(view.start, view.end));
    else if (last) {
      view.put(last);
      this.filled = true;
    }
    return view;
  }

  /** Whether the row lacks a customer or date that a row above has; the row is then one of those above. */
  lacks(customer: boolean, date: boolean): boolean {
    if (this.#order < 0) return false;
    const known = this.#flags.get(this.#order);
    const lacking = (!customer && (known & hasCustomer) !== 0) || (!date && (known & hasDate) !== 0);
    const now = known | (customer ? hasCustomer : 0) | (date ? hasDate : 0);
    if (now !== known) this.#flags.set(this.#order, now);
    return lacking;
  }
}
