import { tick } from 'svelte';
import { problemOf, type Problem } from '../problem.ts';

/** What a part of the page waits for: the last answer asked for counts, and the one before stays until it is there. */
export class Later<T> {
  /** undefined = not there yet. */
  value = $state.raw<T | undefined>(undefined);
  /** What went wrong instead. */
  fault = $state.raw<Problem | null>(null);
  #asked = 0;

  /** @param done called when the answer is on the page */
  constructor(private readonly done: () => void) {}

  ask(answer: Promise<T>): void {
    const token = ++this.#asked;
    const show = (value: T | undefined, fault: Problem | null) => {
      if (token !== this.#asked) return;
      this.value = value;
      this.fault = fault;
      void tick().then(this.done);
    };
    void answer.then(
      (value) => show(value, null),
      (thrown: unknown) => show(undefined, problemOf(thrown, '')),
    );
  }

  /** Nobody waits any more. */
  stop(): void {
    this.#asked++;
  }
}
