import { isBlank, parseNumber, unwrap } from './cells.ts';
import type { SampleRecord } from './sample.ts';

/** How many records at the end of a file are looked at. */
export const footerSearch = 64;

const totals = /^(合计|小计|总计|总和|汇总|合計|小計|總計|總和|本页合计|本頁合計|(grand |sub)?-?totals?|sum|totale|gesamt|summe)( ?[(:：（].*)?$/i; // prettier-ignore
const remarkWord = /^(备注|備註|注[:：]|註[:：]|说明|說明|制表|製表|打印|导出|匯出|数据来源|資料來源|note\b|notes\b|remark|source\b|generated\b|exported\b|printed\b|\*)/i; // prettier-ignore

/**
 * The records at the end of a file that are no data, ascending: totals rows (their first filled cell says so and
 * another cell is blank, or the table has two columns only) and remarks (one filled cell, the first, in a table of
 * more columns, that begins like a remark, or holds a colon or several words). `tail` = the last records, blank ones
 * left out.
 */
export function footerOf(tail: readonly SampleRecord[], width: number): number[] {
  const found: number[] = [];
  for (const record of [...tail].reverse()) {
    if (!isTotals(record.cells, width) && !isRemark(record.cells, width)) break;
    found.push(record.record);
  }
  return found.reverse();
}

function isTotals(cells: readonly string[], width: number): boolean {
  const first = cells.find((cell) => cell.trim() !== '');
  if (first === undefined || !totals.test(unwrap(first))) return false;
  return width <= 2 || cells.length < width || cells.some((cell) => isBlank(cell));
}

function isRemark(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const text = unwrap(cells[0] ?? '');
  if (filled.length !== 1 || isBlank(text)) return false;
  if (width < 3 && cells.length === width) return false;
  if (remarkWord.test(text)) return true;
  return parseNumber(text, { decimal: '.', thousands: ',' }) === null && /[:：。]|\S\s+\S+\s+\S/.test(text);
}
