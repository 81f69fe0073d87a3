import { isBlank } from './cells.ts';
import { isSum, isTotalsWord } from './footer.ts';
import type { RecordView } from './recordView.ts';
import { firstRecords } from './sample.ts';
import type { Dialect } from './records.ts';

/** Words that nobody is called, however full their row is. */
const sure = /^(合计|小计|总计|合計|小計|總計|本页合计|本頁合計|sub-?total|grand total)[:：]?$/i;
/** What a spreadsheet writes behind the name of a group: 甲公司 汇总, Acme Total. */
const behindName = /(?:小计|合计|汇总|小計|合計|彙總| sub-?total| total)$/i;

/**
 * True for a row of totals between the rows of a table, as reports by group have them: its first filled cell says so,
 * everything else in it is a number, and a cell is blank. A row with a date or a name is one of the table's, since a
 * customer may be called Total.
 */
export function isSubtotal(cells: readonly string[]): boolean {
  if (cells.length < 3) return false;
  const at = cells.findIndex((cell) => !isBlank(cell));
  const first = cells[at]?.trim() ?? '';
  if (!isTotalsWord(first) && !behindName.test(first)) return false;
  const others = cells.filter((cell, i) => i !== at && !isBlank(cell));
  if (others.length === 0 || !others.every(isSum)) return false;
  return others.length + 1 < cells.length || sure.test(first);
}

/** The first three bytes of words of totals (合小总總汇本 and tot, sub, sum, gra, ges), in one number. */
const beginnings = new Set(
  ['合', '小', '总', '總', '汇', '本', 'tot', 'sub', 'sum', 'gra', 'ges'].map((text) => {
    const [a, b, c] = new TextEncoder().encode(text);
    return (a! << 16) | (b! << 8) | c!;
  }),
);
/** The last byte of 计, 計, 总, 總 and of total. */
const endings = new Set([0xa1, 0x88, 0xbb, 0xbd, 0x6c, 0x4c]);
const letters = 0x202020;

/** `isSubtotal` of the record that was just read. Nearly all records are told apart by a few of their bytes. */
export function isSubtotalRecord(each: RecordView, dialect: Dialect): boolean {
  if (each.cells < 3 || !mayBe(each, dialect.delimiter)) return false;
  const bytes = each.buffer.slice(each.start, each.end);
  return isSubtotal(firstRecords(bytes, true, dialect, 1)[0]?.cells ?? []);
}

function mayBe({ buffer, start, end }: RecordView, delimiter: string): boolean {
  const comma = delimiter === 'tab' ? 9 : delimiter === 'blanks' ? 32 : delimiter.charCodeAt(0);
  let p = start;
  // Blanks, quotes and blank cells in front.
  while (p < end && (buffer[p] === comma || buffer[p] === 32 || buffer[p] === 34)) p++;
  const head = (buffer[p]! << 16) | (buffer[p + 1]! << 8) | buffer[p + 2]!;
  if (beginnings.has(head) || (head < 0x800000 && beginnings.has(head | letters))) return true;
  let q = buffer.indexOf(comma, p) - 1;
  if (q < p || q >= end) return false;
  while (q > p && (buffer[q] === 34 || buffer[q] === 32)) q--;
  return endings.has(buffer[q]!);
}
