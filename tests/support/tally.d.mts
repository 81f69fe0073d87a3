export interface Tally {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}
export function emptyTally(): Tally;
export function failure(what: string): Tally;
export function add(a: Tally, b: Tally): Tally;
export function checksTally(results: readonly { name: string; ok: boolean }[]): Tally;
export function lastLine(tally: Tally): string;
export function tallyOf(
  name: string,
  report: object | undefined,
  ended: number | string,
  options: { root: string; referenceDataSet: boolean },
): Tally;
