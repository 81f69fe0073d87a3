import type { Day } from '../../base/day.ts';
import { parseDate } from '../../ingest/cells.ts';
import type { Draft } from '../draft.ts';

/** A date of the file that day first and month first read differently. */
export interface TwoReadings {
  readonly cell: string;
  readonly dmy: Day;
  readonly mdy: Day;
}

/** Up to three different cells of the preview for which the order of day and month matters. */
export function twoReadings({ inspection }: Draft): TwoReadings[] {
  const found = new Map<string, TwoReadings>();
  for (const { index, evidence } of inspection.columns) {
    if (evidence.dateShare < 0.5) continue;
    for (const { cells } of inspection.preview) {
      const cell = cells[index] ?? '';
      if (found.has(cell)) continue;
      const dmy = parseDate(cell, 'dmy');
      const mdy = parseDate(cell, 'mdy');
      if (dmy !== null && mdy !== null && dmy !== mdy) found.set(cell, { cell, dmy, mdy });
      if (found.size === 3) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** A number that shows a decimal and a grouping mark: 1.234,56. */
export const formOf = (decimal: string, thousands: string): string =>
  `1${thousands === 'none' ? '' : thousands}234${decimal}56`;
