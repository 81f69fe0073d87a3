import { sql } from '../sql/sql.ts';
import type { Sql } from '../sql/sql.ts';
import { unwrap } from './cells.ts';
import { currencies, currencyPattern, otherCodes, sharedMarks } from './currencies.ts';
import { unwrapSql } from './numbersSql.ts';

/** Names that mean one currency only, with its code. */
const ownNames: ReadonlyMap<string, string> = new Map([
  ...otherCodes.split(' ').map((code) => [code, code] as const),
  ...currencies.flatMap(([code, names]) =>
    [code, ...names.split(' ')].filter((name) => name !== '').map((name) => [name, code] as const),
  ),
]);
const marks = new Map(sharedMarks.map((shared) => [shared.mark, shared]));

/** What a name means where the figures are kept in `base`; null for one that says nothing. */
function codeOf(name: string, base: string | null): string | null {
  const shared = marks.get(name);
  if (!shared) return ownNames.get(name) ?? null;
  return base !== null && shared.also.includes(base) ? base : shared.usual;
}

/**
 * The ISO 4217 code of a cell of a currency column (人民币, RMB, US$, usd), null for a blank or unknown one. Marks of
 * several currencies ($, ¥, 元) mean `base` where they can, else the usual one: USD, CNY, CNY.
 */
export function currencyCode(text: string, base: string | null = null): string | null {
  return codeOf(unwrap(text).toUpperCase().replaceAll(' ', ''), base);
}

const named = new RegExp(currencyPattern, 'u');
/** No letter, no mark: the usual amount. */
const unmarked = '^[-+0-9.,() ]*$';
/** All of an amount but its currency, where that has neither point nor blank. */
const amountSigns = "[-+0-9.,()%' 百千仟万萬亿億]";
const unmarkedRegex = new RegExp(unmarked);
const signs = new RegExp(amountSigns, 'gu');

/**
 * The code of the currency that is named inside an amount cell (¥1,234.50, 12 usd, -$5, 3万元), null where none is.
 * Mostly it is what the number leaves; where that is no name, currencyPattern looks before and behind.
 */
export function currencyMark(cell: string, base: string | null = null): string | null {
  if (unmarkedRegex.test(cell)) return null;
  const text = unwrap(cell).toUpperCase();
  const left = codeOf(text.replace(signs, ''), base);
  if (left !== null) return left;
  const match = named.exec(text);
  return match && codeOf(match[1] ?? match[2] ?? match[3] ?? '', base);
}

/** By position in two lists, since a CASE of two hundred branches would be planned for longer than it runs. */
function lookupSql(key: Sql, base: string | null): Sql {
  const names = [...new Set([...ownNames.keys(), ...marks.keys()])].filter(
    (name) => codeOf(name, base) !== null,
  );
  return sql`[${names.map((name) => sql`${codeOf(name, base)}`)}][list_position([${names.map((name) => sql`${name}`)}], ${key})]`;
}

/** `currencyCode` of a text expression: VARCHAR or NULL. */
export const currencyCodeSql = (x: Sql, base: string | null): Sql =>
  lookupSql(sql`replace(upper(${unwrapSql(x)}), ' ', '')`, base);

/** `currencyMark` of a text column: VARCHAR or NULL. */
export function currencyMarkSql(x: Sql, base: string | null): Sql {
  const text = sql`upper(${unwrapSql(x)})`;
  const left = sql`regexp_replace(${text}, ${amountSigns}, '', 'g')`;
  const name = sql`regexp_replace(${text}, ${currencyPattern}, ${'\\1\\2\\3'})`;
  return sql`CASE WHEN NOT regexp_matches(${x}, ${unmarked}) THEN coalesce(${lookupSql(left, base)}, ${lookupSql(name, base)}) END`;
}
