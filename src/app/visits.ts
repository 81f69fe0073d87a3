import type { History } from '../document/history.ts';
import type { Source } from '../document/schema.ts';
import type { Address } from '../ports/address.ts';
import type { Opened } from './state.ts';

/** What an entry of the browser's history showed. */
export interface Visit {
  readonly opened: Opened | null;
  readonly history: History;
  /** Id of the customer whose page is shown; null = the notebook. */
  readonly customer: string | null;
}

/** The browser's history entries of this tab, by mark: Back and Forward return to what they showed. */
export class Visits {
  #mark: string;
  #count = 0;
  /** Entries outlive a reload, what they showed does not: marks of another life of the page mean nothing. */
  readonly #life = String(performance.timeOrigin);
  readonly #visits = new Map<string, Visit>();

  readonly #openings = new Map<string, Opened>();

  constructor(private readonly address: Address) {
    this.#mark = this.#next();
    address.mark(this.#mark);
  }

  /** What the present entry shows, kept for coming back. */
  remember(visit: Visit): void {
    this.#visits.set(this.#mark, visit);
  }

  /** The files behind a source of the document, kept so that undo can go back to them. */
  keep(source: Source, opened: Opened): void {
    this.#openings.set(JSON.stringify(source), opened);
  }

  behind(source: Source): Opened | null {
    return this.#openings.get(JSON.stringify(source)) ?? null;
  }

  /** Writes the settings into the present entry. */
  replace(fragment: string): void {
    this.address.replace(fragment, this.#mark);
  }

  /** Makes a new entry. */
  push(fragment: string): void {
    this.#mark = this.#next();
    this.address.push(fragment, this.#mark);
  }

  /** The user moved to an entry; null when it is none of ours, such as a fragment typed by hand. */
  at(mark: string | null): Visit | null {
    const visit = mark === null ? undefined : this.#visits.get(mark);
    if (!visit || mark === null) return null;
    this.#mark = mark;
    return visit;
  }

  /** Takes over the present entry, which the browser made. */
  adopt(): void {
    this.#mark = this.#next();
    this.address.mark(this.#mark);
  }

  #next(): string {
    return `${this.#life}-${++this.#count}`;
  }
}
