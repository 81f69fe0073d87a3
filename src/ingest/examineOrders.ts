import { doubles, flags, integers } from './byteTable.ts';
import type { Examination, ProblemExample } from './problems.ts';
import type { Tally } from './tally.ts';

/** Among a hundred orders of a file of one row per order, at most this many come again. */
const repeatedInOrderFiles = 0.05;
/** The share of the orders with several rows whose amount must be the same on all, to be taken for the order's. */
const sameInTotals = 0.8;
const candidatesKept = 200;

/** What is known of every order by the index of its id, from the rows that are used. */
export class Orders {
  readonly #rows = integers();
  readonly #first = doubles();
  readonly #differs = flags();
  readonly #customers = integers();
  readonly #candidates: { order: number; example: ProblemExample }[] = [];
  #distinct = 0;
  #repeated = 0;

  /** Rows of this order so far. */
  rows = (order: number): number => this.#rows.get(order);
  /** Customer of the order's first row. */
  customer = (order: number): number => this.#customers.get(order) - 1;

  /** `amount` = as it stands on the row. `example` is asked for where the row may repeat the order's amount. */
  add(order: number, customer: number, amount: number, example: () => ProblemExample): void {
    const rows = this.#rows.get(order);
    this.#rows.set(order, rows + 1);
    if (rows === 0) {
      this.#distinct++;
      this.#first.set(order, amount);
      this.#customers.set(order, customer + 1);
      return;
    }
    if (rows === 1) this.#repeated++;
    if (this.#first.get(order) !== amount) this.#differs.set(order, 1);
    else if (this.#candidates.length < candidatesKept && this.#differs.get(order) === 0)
      this.#candidates.push({ order, example: example() });
  }

  counts(): Examination['orders'] {
    let sameAmount = 0;
    this.#eachSame(() => sameAmount++);
    return { distinct: this.#distinct, repeated: this.#repeated, sameAmount };
  }

  /** Whether the file has one row per order, so that an order that comes again is a problem. */
  onePerRow(): boolean {
    return this.#distinct > 0 && this.#repeated <= repeatedInOrderFiles * this.#distinct;
  }

  /** Puts the rows that repeat their order's amount into a group, if the amounts of most repeated orders are the same. */
  addTotals(tally: Tally): void {
    const { repeated, sameAmount } = this.counts();
    if (sameAmount === 0 || sameAmount < sameInTotals * repeated) return;
    this.#eachSame((order) => {
      for (let row = 1; row < this.#rows.get(order); row++)
        tally.add(this.customer(order), this.#first.get(order));
    });
    for (const { order, example } of this.#candidates)
      if (this.#differs.get(order) === 0 && tally.wantsExample()) tally.examples.push(example);
  }

  /** Orders with several rows and the same amount, not 0, on all of them. */
  #eachSame(then: (order: number) => void): void {
    const { values } = this.#rows;
    for (let order = 0; order < values.length; order++)
      if (values[order]! > 1 && this.#differs.get(order) === 0 && this.#first.get(order) !== 0) then(order);
  }
}
