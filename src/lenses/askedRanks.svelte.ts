import { untrack } from 'svelte';
import type { CustomerTable } from '../model/customers.ts';

/**
 * Ranks that the tables are asked for, such as those a search finds. They hold for the customers that they were asked
 * of: other settings rank these otherwise, so the same is asked again. Made while a component is.
 */
export class AskedRanks {
  #question = $state.raw<(() => Promise<Uint32Array>) | null>(null);
  #answer = $state.raw<{ readonly customers: CustomerTable; readonly ranks: Uint32Array } | null>(null);

  constructor(private readonly customers: () => CustomerTable) {
    $effect(() => {
      const question = this.#question;
      const customers = this.customers();
      let stale = false;
      void untrack(() => question?.())?.then((ranks) => {
        if (!stale) this.#answer = { customers, ranks };
      });
      return () => (stale = true);
    });
  }

  /** The last question counts; the answer to the one before stays until its own is there. null = nothing any more. */
  ask(question: (() => Promise<Uint32Array>) | null): void {
    this.#question = question;
    if (!question) this.#answer = null;
  }

  get asked(): boolean {
    return this.#question !== null;
  }

  /** null = nothing is asked, or the answer is not there yet. */
  get ranks(): Uint32Array | null {
    return this.#answer?.customers === this.customers() ? this.#answer.ranks : null;
  }
}
