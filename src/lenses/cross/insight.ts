import type { Format } from '../../format/format.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import { figure, type Sentence } from '../say.ts';
import { schemeTitle, tierTitle } from '../schemeNames.ts';
import type { Frame, Live } from '../types.ts';
import { outside, unplaced, type Cross, type Level } from './result.ts';
import type { Words } from './strings.ts';

/** What a row or column is called. */
export const levelTitle = (tiering: Tiering, level: Level, lang: Lang, t: Words): string =>
  level.id === unplaced ? t.unplaced : tierTitle(tiering.scheme, level, lang);

export function insight(
  cross: Cross,
  _live: Live,
  _frame: Frame,
  _params: unknown,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const { finding, first, second } = cross;
  const titles = [schemeTitle(first.scheme, format.lang), schemeTitle(second.scheme, format.lang)] as const;
  if (!finding) {
    const judged = (levels: readonly Level[], i: number): boolean =>
      levels[i] !== undefined && !outside(levels).includes(levels[i]);
    const both = cross.cells.reduce(
      (sum, row, r) => (judged(cross.rows, r) && judged(cross.columns, r) ? sum + row[r]!.customers : sum),
      0,
    );
    if (both === 0) return t.nothingToCompare(...titles);
    return t.agree({ all: format.integer(both), count: both, first: titles[0], second: titles[1] });
  }
  const row = cross.rows[finding.row]!;
  const column = cross.columns[finding.column]!;
  const n = finding.customers;
  return t.finding({
    customers: figure(format.integer(n), `cross.${row.id}_${column.id}.customers`, n),
    one: n === 1,
    row: levelTitle(first, row, format.lang, t),
    column: levelTitle(second, column, format.lang, t),
    share: cross.value > 0 ? format.percent(finding.value / cross.value) : null,
    measure,
  });
}
