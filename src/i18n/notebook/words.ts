/** Words of the notebook that the first screen does without. */
export interface NotebookWords {
  /** Steps of the history, by the name of the scheme or the customer. */
  readonly steps: {
    activate(scheme: string): string;
    scheme(scheme: string): string;
    remove_scheme(scheme: string): string;
    note(customer: string): string;
  };
  /** The line under the top bar: what all cells speak of. */
  readonly bar: {
    readonly label: string;
    period(range: string): string;
    asOf(day: string): string;
    measure(name: string): string;
    tiers(scheme: string): string;
    readonly noDates: string;
    readonly change: string;
  };
  /** The day on which silence is measured, in a cell's foot. */
  footAsOf(day: string): string;
  /** People of a list who have no rows in scope. */
  readonly outsiders: {
    summary(n: string, count: number): string;
    first(n: string): string;
    readonly id: string;
    readonly name: string;
  };
  readonly ownSchemesLeftOut: string;
}
