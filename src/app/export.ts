import { isoDay } from '../base/day.ts';
import { frameWords } from '../i18n/frame.ts';
import type { Lang } from '../i18n/lang.ts';
import { formatter } from '../format/format.ts';
import { units } from '../lenses/frame.ts';
import { presetOf } from '../model/schemes/registry.ts';
import type { Tiering } from '../model/schemes/types.ts';
import { ranksOf } from '../lenses/ranks.ts';
import type { Frame, Live, RankSet } from '../lenses/types.ts';

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe in front: after =, +, -, @, tab, CR, LF and the
 * full-width forms. Numbers are written as numbers and are not touched.
 */
const formula = /^[\s\uFEFF]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** The same inside a text, where a program that splits at semicolons, tabs or lines would begin a cell. */
const inner = /([;\t\r\n][\s\uFEFF]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

const escaped = (text: string): string => `${formula.test(text) ? "'" : ''}${text.replace(inner, "$1'")}`;

/** A number in digits, where a double would not hold it; not escaped, because it is no text. */
export class Digits {
  constructor(private readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type CsvCell = string | number | Digits | null;

/** Rows as CSV for Excel and for reading back: UTF-8 with BOM, CRLF. Null is an empty cell. */
export async function toCsv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const cell = (value: CsvCell): unknown => (typeof value === 'string' ? escaped(value) : value);
  const text = Papa.unparse({ fields: header.map(escaped), data: rows.map((row) => row.map(cell)) }, { newline: '\r\n' }); // prettier-ignore
  return `\uFEFF${text}\r\n`;
}

/** Levels of potential and silence that belong to a customer, from the cells that are open. */
export interface Scores {
  readonly potentialLevel: ((rank: number) => 'high' | 'mid' | 'low' | null) | null;
  readonly silenceDays: number | null;
  /** Other schemes that the file has what they need for. */
  readonly tierings: readonly Tiering[];
}

/** What a tier of a scheme is called in a column: its id, which a filter in a spreadsheet can rely on. */
const tierId = (tiering: Tiering, rank: number): string | null => tiering.tiers[tiering.of(rank)]?.id ?? null;

/** Names of columns that scripts and the contract know; other schemes go by their ids. */
const columnNames: Readonly<Record<string, string>> = { rfm: 'segment' };

/** The rule of the active scheme in words. */
function ruleOf({ active, rule }: Live, lang: Lang): string {
  const format = formatter(lang);
  const cut = (basisPoints: number): string => format.percentShort(basisPoints / 10_000);
  const { id, preset, name, rules } = active.scheme;
  if (id === 'abc') return frameWords[lang].tierRule(cut(rule.cut1), cut(rule.cut2), rule.crossing);
  const words = presetOf(preset)?.strings[lang];
  return [name ?? words?.title ?? id, ...(rules === null && words ? [words.rule] : [])].join(': ');
}

/** One row per customer with every computed score, and the rule that made the tier, so that the file explains itself. */
export async function customersCsv(
  frame: Frame,
  live: Live,
  set: RankSet,
  scores: Scores,
  lang: Lang,
): Promise<string> {
  const tierRule = ruleOf(live, lang);
  const { customers, rollup, model } = frame;
  const day = (value: number | undefined): string | null =>
    value === undefined || Number.isNaN(value) ? null : isoDay(value);
  const number = (value: number | undefined): number | null =>
    value === undefined || Number.isNaN(value) ? null : value;
  const asOf = rollup.period?.asOf ?? NaN;
  const columns: readonly (readonly [string, (k: number) => CsvCell])[] = [
    ['customer_id', (k) => customers.ids.at(k)],
    ...(customers.names ? [['customer_name', (k: number) => customers.names?.at(k) ?? null] as const] : []),
    ['rank', (k) => (k < frame.ranked.n ? k + 1 : null)],
    ['value', (k) => exact(customers.value[k])],
    ['tier', (k) => tierId(live.active, k) ?? 'net_nonpositive'],
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
    ...scores.tierings.flatMap((tiering) => [
      [columnNames[tiering.scheme.id] ?? tiering.scheme.id, (k: number) => tierId(tiering, k)] as const,
      ...tiering.rules.scores.map(({ id }) => {
        const values = tiering.score(id);
        return [`${tiering.scheme.id}_${id}`, (k: number) => number(values[k])] as const;
      }),
    ]),
  ];
  const rows = Array.from(ranksOf(set), (k) => columns.map(([, cell]) => cell(k)));
  return toCsv(
    columns.map(([name]) => name),
    rows,
  );
}

/** Above this a double has too few digits for four decimals. */
const writtenExactly = 1e15;

/** Ten-thousandths as a number where a double writes it exactly, else as digits. */
function exact(value: number | bigint | undefined): number | Digits | null {
  if (value === undefined) return null;
  if (typeof value === 'number' && Math.abs(value) < writtenExactly) return value / 10_000;
  const whole = BigInt(value);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(5, '0');
  return new Digits(`${whole < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`);
}
