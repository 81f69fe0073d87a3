import { inBrackets, readDate, readNumber, unwrap } from './cells.ts';
import type { DateForm } from './dateRules.ts';
import type { ProblemKind } from './problems.ts';
import { unitPattern } from './rules.ts';
import type { Marks } from './rules.ts';
import type { Reading, Repairs } from './types.ts';

/** How a readable cell was read, where that is worth telling. */
export type NumberForm = Extract<
  ProblemKind,
  'brackets' | 'trailing_minus' | 'percent' | 'unit_suffix' | 'currency_mark' | 'full_width' | 'rounded'
>;

/** Digits, marks and a sign in front, at most four of them behind a mark: nothing to tell. */
const ordinary = /^[-+]?\d*(?:[.,' ]\d{0,4})*$/;
const unit = new RegExp(unitPattern, 'u');
const wide = /[０-９．，－＋（）％Ａ-Ｚａ-ｚ]/u;

/**
 * The form of a cell that `readNumber` reads; the one that changes most where there are several. null = an ordinary
 * number, or none.
 */
export function numberForm(cell: string, marks: Marks, scale: Repairs['scale'] = 1): NumberForm | null {
  if (ordinary.test(cell)) return null;
  const read = readNumber(cell, marks, scale);
  if (read.kind !== 'number') return null;
  if (inBrackets(cell)) return 'brackets';
  const text = unwrap(cell).toUpperCase();
  if (text.endsWith('-') || /\d *- *[^\d]+$/.test(text)) return 'trailing_minus';
  if (text.includes('%')) return 'percent';
  if (unit.test(text)) return 'unit_suffix';
  if (read.value.rounded) return 'rounded';
  if (/[^-+\d.,'E ]/.test(text)) return 'currency_mark';
  return wide.test(cell) ? 'full_width' : null;
}

/** 2024-01-05, with or without a time, and 20240105. */
const plainDate = /^(?:\d{4}-\d{2}-\d{2}(?:[ T][\d:.]+)?|\d{8})$/;

/** The form of a cell of a date column; null = an ordinary date, or none. */
export function dateForm(cell: string, order: Reading['dateOrder']): DateForm | 'impossible_date' | null {
  if (plainDate.test(cell) && !/(?:29|3[01])/.test(cell.slice(-2) + cell.slice(8, 10))) return null;
  const read = readDate(cell, order);
  if (read.kind === 'impossible') return 'impossible_date';
  return read.kind === 'date' ? read.form : null;
}
