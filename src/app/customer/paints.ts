/** Parts of the page that come after the first ones; the page is painted when all of them are. */
const laterParts = ['timeline', 'history', 'scores', 'mix', 'orders'] as const;
export type LaterPart = (typeof laterParts)[number];

interface Listener {
  painted(customer: string, revision: number): void;
  unpainted(): void;
}

/** Counts what is still to be painted of a customer, and tells when nothing is. */
export class Paints {
  #customer = '';
  #revision = -1;
  readonly #open = new Set<LaterPart>();

  constructor(private readonly listener: Listener) {}

  begin(customer: string, revision: number): void {
    this.#customer = customer;
    this.#revision = revision;
    for (const part of laterParts) this.#open.add(part);
  }

  /** A part will show something else. */
  again(part: LaterPart): void {
    if (this.#open.size === 0) this.listener.unpainted();
    this.#open.add(part);
  }

  /** A part shows what it is to show; the last one of them tells. */
  done(part: LaterPart): void {
    if (this.#open.delete(part) && this.#open.size === 0) this.all();
  }

  /** Nothing more is to come. */
  all(): void {
    this.#open.clear();
    const [customer, revision] = [this.#customer, this.#revision];
    requestAnimationFrame(() => {
      // Another customer or revision has begun meanwhile.
      if (customer === this.#customer && revision === this.#revision && this.#open.size === 0)
        this.listener.painted(customer, revision);
    });
  }
}
