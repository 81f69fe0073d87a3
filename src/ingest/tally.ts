import type { Problem, ProblemExample, ProblemKind } from './problems.ts';

const examplesKept = 3;

/** A set of small numbers. */
export class Bits {
  size = 0;
  #words = new Uint32Array(4);

  add(i: number): void {
    const word = i >>> 5;
    if (word >= this.#words.length) {
      const larger = new Uint32Array(Math.max(2 * this.#words.length, word + 1));
      larger.set(this.#words);
      this.#words = larger;
    }
    const bit = 1 << (i & 31);
    if ((this.#words[word]! & bit) !== 0) return;
    this.#words[word]! |= bit;
    this.size++;
  }
}

/** One group of rows with the same problem. */
export class Tally {
  rows = 0;
  #value = 0;
  #readable = false;
  readonly customers = new Bits();
  readonly examples: ProblemExample[] = [];

  /** `customer` = its index, -1 = none; `amount` = ten-thousandths, NaN where it cannot be read. */
  add(customer: number, amount: number): void {
    this.rows++;
    if (customer >= 0) this.customers.add(customer);
    if (amount === amount) {
      this.#value += amount;
      this.#readable = true;
    }
  }

  wantsExample(): boolean {
    return this.examples.length < examplesKept;
  }

  get value(): number | null {
    return this.#readable ? this.#value : null;
  }

  problem(kind: ProblemKind, detail: string): Problem {
    return {
      kind,
      detail,
      rows: this.rows,
      value: this.value,
      customers: this.customers.size,
      examples: this.examples,
    };
  }
}

/** All groups, by kind and detail. */
export class Tallies {
  readonly #byKind = new Map<ProblemKind, Map<string, Tally>>();

  of(kind: ProblemKind, detail = ''): Tally {
    let details = this.#byKind.get(kind);
    if (!details) this.#byKind.set(kind, (details = new Map<string, Tally>()));
    let tally = details.get(detail);
    if (!tally) details.set(detail, (tally = new Tally()));
    return tally;
  }

  drop(kind: ProblemKind): void {
    this.#byKind.delete(kind);
  }

  /** Those with rows, most rows first. */
  problems(kind: ProblemKind): Problem[] {
    return [...(this.#byKind.get(kind) ?? [])]
      .filter(([, tally]) => tally.rows > 0)
      .map(([detail, tally]) => tally.problem(kind, detail))
      .sort((a, b) => b.rows - a.rows || (a.detail < b.detail ? -1 : 1));
  }
}
