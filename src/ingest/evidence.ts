import { isBlank, parseDate, parseNumber } from './cells.ts';
import type { ColumnEvidence, Reading } from './types.ts';

/** What a column's sample cells say; shares are of the cells that are not blank. */
export function columnEvidence(
  cells: readonly string[],
  reading: Pick<Reading, 'decimal' | 'thousands' | 'dateOrder'>,
): ColumnEvidence {
  const filled = cells.filter((cell) => !isBlank(cell));
  const distinct = new Set(filled);
  let numbers = 0;
  let integers = 0;
  let negative = 0;
  let dates = 0;
  for (const cell of filled) {
    const number = parseNumber(cell, reading);
    if (number) {
      numbers++;
      if (number.units % 10_000n === 0n && !number.rounded) integers++;
      if (number.units < 0n) negative++;
    }
    if (parseDate(cell, reading.dateOrder) !== null) dates++;
  }
  const share = (n: number): number => (filled.length === 0 ? 0 : n / filled.length);
  return {
    sampled: cells.length,
    blank: cells.length - filled.length,
    distinct: distinct.size,
    numberShare: share(numbers),
    integerShare: share(integers),
    negativeShare: share(negative),
    dateShare: share(dates),
    examples: [...distinct].slice(0, 5),
  };
}
