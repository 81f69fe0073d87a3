import { parseDate } from './cells.ts';

/** Rows that show what the first column holds. */
const leastRows = 5;
/** A column holds dates where so many of its cells are dates. */
const mostlyDates = 0.8;

const dateName = /date|time|day|datum|fecha|日期|时间|時間/i;
const idName = /(?:^|[\s_.-])(?:id|no|nr|num|number|index|key|code|#)\.?$|id$|编号|編號|序号|序號|号$|號$|代码|代碼/i; // prettier-ignore

/**
 * True when the names of a header belong to the columns from the second on, since the first column holds names of rows,
 * as R's write.table writes them: every row has one cell more than the header, the first is different in each row, and
 * what is called a date is one under the names so moved. Where nothing is called a date, the first cells must be
 * 1, 2, 3 … and the first name must not be one for such numbers. A last column without a name remains what it is.
 */
export function isRowNamed(names: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const width = names.length + 1;
  if (width < 3 || rows.length < leastRows || !rows.every((cells) => cells.length === width)) return false;
  if (names.some((name) => name.trim() === '')) return false;
  const first = rows.map((cells) => cells[0]!.trim());
  if (first.includes('') || new Set(first).size < first.length) return false;
  if (rows.filter((cells) => cells[width - 1]!.trim() !== '').length * 2 < rows.length) return false;
  const dates = (column: number): boolean =>
    rows.filter((cells) => isDay(cells[column] ?? '')).length >= mostlyDates * rows.length;
  const named = names.flatMap((name, i) => (dateName.test(name) ? [i] : []));
  if (named.some(dates)) return false;
  if (named.some((i) => dates(i + 1))) return true;
  return first.every((cell, i) => cell === String(i + 1)) && !idName.test(names[0]!.trim());
}

const isDay = (cell: string): boolean =>
  /\D/.test(cell.trim()) && (parseDate(cell, 'dmy') !== null || parseDate(cell, 'mdy') !== null);
