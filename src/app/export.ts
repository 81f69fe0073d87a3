import { isoDay } from '../base/day.ts';
import { frameWords } from '../i18n/frame.ts';
import type { Lang } from '../i18n/lang.ts';
import { formatter } from '../format/format.ts';
import { tierOfRank, units } from '../lenses/frame.ts';
import { ranksOf } from '../lenses/ranks.ts';
import type { Frame, Live, RankSet } from '../lenses/types.ts';

/**
 * Cells that a spreadsheet would run as a formula get an apostrophe in front: after =, +, -, @, tab, CR, LF and the
 * full-width forms. Numbers are written as numbers and are not touched.
 */
const formula = /^[\s\uFEFF]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Rows as CSV for Excel and for reading back: UTF-8 with BOM, CRLF. Null is an empty cell. */
export async function toCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const text = Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { escapeFormulae: formula, newline: '\r\n' }); // prettier-ignore
  return `\uFEFF${text}\r\n`;
}

/** Levels of potential and silence that belong to a customer, from the cells that are open. */
export interface Scores {
  readonly potentialLevel: ((rank: number) => 'high' | 'mid' | 'low' | null) | null;
  readonly silenceDays: number | null;
}

/** One row per customer with every computed score, and the rule that made the tier, so that the file explains itself. */
export async function customersCsv(
  frame: Frame,
  live: Live,
  set: RankSet,
  scores: Scores,
  lang: Lang,
): Promise<string> {
  const format = formatter(lang);
  const { rule } = live;
  const tierRule = frameWords[lang].tierRule(
    format.percentShort(rule.cut1 / 10_000),
    format.percentShort(rule.cut2 / 10_000),
    rule.crossing,
  );
  const { customers, rollup, model } = frame;
  const day = (value: number | undefined): string | null =>
    value === undefined || Number.isNaN(value) ? null : isoDay(value);
  const number = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  const asOf = rollup.period?.asOf ?? NaN;
  type Cell = string | number | null;
  const columns: readonly (readonly [string, (k: number) => Cell])[] = [
    ['customer_id', (k) => customers.ids.at(k)],
    ...(customers.names ? [['customer_name', (k: number) => customers.names?.at(k) ?? null] as const] : []),
    ['rank', (k) => k + 1],
    ['value', (k) => exact(customers.value[k])],
    ['tier', (k) => tierOfRank(live, k) ?? 'net_nonpositive'],
    ['tier_rule', () => tierRule],
    ['monetary', (k) => exact(customers.value[k])],
    ...(model.shape === 'lines' ? [['frequency', (k: number) => number(customers.orders[k])] as const] : []),
    ...(rollup.period
      ? ([
          ['recency_days', (k: number) => number(asOf - (customers.lastDay[k] ?? NaN))],
          ['first_order', (k: number) => day(customers.firstDay[k])],
          ['last_order', (k: number) => day(customers.lastDay[k])],
          ['growth', (k: number) => number(units((customers.half2[k] ?? NaN) - (customers.half1[k] ?? NaN)))],
        ] as const)
      : []),
    ...(model.potential ? [['potential', (k: number) => number(customers.potential[k])] as const] : []),
    ...(scores.potentialLevel ? [['potential_level', scores.potentialLevel] as const] : []),
    ...(scores.silenceDays !== null && rollup.period
      ? [
          [
            'lost',
            (k: number) => (asOf - (customers.lastDay[k] ?? NaN) > scores.silenceDays! ? 'yes' : 'no'),
          ] as const,
        ]
      : []),
  ];
  const rows = Array.from(ranksOf(set), (k) => columns.map(([, cell]) => cell(k)));
  return toCsv(
    columns.map(([name]) => name),
    rows,
  );
}

/** Ten-thousandths as a number where a double writes it exactly, else as digits. */
function exact(value: number | bigint | undefined): number | string | null {
  if (value === undefined) return null;
  if (typeof value === 'number') return value / 10_000;
  const sign = value < 0n ? '-' : '';
  const digits = (value < 0n ? -value : value).toString().padStart(5, '0');
  return `${sign}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
