import { isBlank, parseNumber, unwrap } from './cells.ts';
import type { SampleRecord } from './sample.ts';

/** How many records at the end of a file are looked at. */
export const footerSearch = 64;

const totals = /^(合计|小计|总计|总和|汇总|合計|小計|總計|總和|本页合计|本頁合計|(grand |sub)?-?totals?|sum|totale|gesamt|summe)( ?[(:：（].*)?$/i; // prettier-ignore
const remarkWord = /^(备注|備註|注[:：]|註[:：]|说明|說明|制表|製表|打印|导出|匯出|数据来源|資料來源|note\b|notes\b|remark|source\b|generated\b|exported\b|printed\b|\*)/i; // prettier-ignore

/** 制表人：张三, 审核：李四, Prepared by: Ann. */
const signed = /^[^\d:：][^:：]{0,20}[:：](?!\/)/;

/** (50 rows), 1 record, 共80条; and over several cells: 80 record(s) downloaded. */
const counted = /^(?:[（(]?\d+ (?:rows?|records?)[)）]?$|共\s*\d+\s*[条條行笔筆])/i;
const written = /^\d+ (?:row|record|order|transaction)(?:s|\(s\))? (?:downloaded|exported)\b/i;

/**
 * The records at the end of a file that are no data, ascending: totals rows (their first filled cell says so, and
 * another cell is blank or all others are numbers, or the table has two columns only) and remarks (one filled cell, the
 * first, in a table of more columns, that begins like a remark, or holds a colon or several words; or several cells
 * that are all like 制表人：张三), a count of the rows, and the name of the report right below the data and above at
 * least two of these. `tail` = the last records, blank ones left out.
 */
export function footerOf(tail: readonly SampleRecord[], width: number): number[] {
  const found: number[] = [];
  const upwards = [...tail].reverse();
  for (const [i, { cells, record }] of upwards.entries()) {
    const titled = found.length >= 2 && (upwards[i + 1]?.cells.length ?? 0) > 1 && isTitle(cells, width);
    if (!isTotals(cells, width) && !isRemark(cells, width) && !titled) break;
    found.push(record);
  }
  return found.reverse();
}

function isTotals(cells: readonly string[], width: number): boolean {
  const first = cells.find((cell) => cell.trim() !== '');
  if (first === undefined || !isTotalsWord(first)) return false;
  if (width <= 2 || cells.length < width || cells.some((cell) => isBlank(cell))) return true;
  return cells.slice(cells.indexOf(first) + 1).every(isSum);
}

/** True for a cell like 合计, Grand total or Total (EUR). */
export const isTotalsWord = (cell: string): boolean => totals.test(unwrap(cell));

/** A number, but no day: a customer may be called Total. */
export function isSum(cell: string): boolean {
  const text = unwrap(cell);
  if (/^(19|20)\d{6}$/.test(text)) return false;
  return (
    parseNumber(text, { decimal: '.', thousands: ',' }) !== null ||
    parseNumber(text, { decimal: ',', thousands: '.' }) !== null
  );
}

function isRemark(cells: readonly string[], width: number): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const text = unwrap(cells[0] ?? '');
  if (cells.length < width && written.test(filled.map(unwrap).join(' '))) return true;
  if (filled.length > 1) return filled.length < width && filled.every((cell) => signed.test(unwrap(cell)));
  if (filled.length !== 1 || isBlank(text)) return false;
  if (width < 3 && cells.length === width) return false;
  if (remarkWord.test(text) || counted.test(text)) return true;
  return parseNumber(text, { decimal: '.', thousands: ',' }) === null && /[:：。]|\S\s+\S+\s+\S/.test(text);
}

/** Words in the only cell of a record, in a table of more columns. */
const isTitle = (cells: readonly string[], width: number): boolean =>
  width >= 3 && cells.length === 1 && /^\p{L}[\p{L}'’&-]*(?: [\p{L}'’&-]+)+$/u.test(unwrap(cells[0] ?? ''));
