import { isBlank, isMonth, parseDate, parseNumber } from './cells.ts';
import type { ColumnEvidence, Reading } from './types.ts';

/** Up to this many distinct values of a column are listed; a status or a currency has fewer. */
const listed = 50;

/** What a column's sample cells say; shares are of the cells that are not blank. */
export function columnEvidence(
  cells: readonly string[],
  reading: Pick<Reading, 'decimal' | 'thousands' | 'dateOrder'>,
): ColumnEvidence {
  const filled = cells.filter((cell) => !isBlank(cell));
  const distinct = new Set(filled);
  const trimmed = new Set(filled.map((cell) => cell.trim()));
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
  // A month is a date only where all cells are.
  if (dates === 0 && filled.length > 0 && filled.every(isMonth)) dates = filled.length;
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
    values: trimmed.size <= listed ? [...trimmed] : null,
  };
}
