import { join, sql, type Sql } from '../../sql/sql.ts';

const blanks = ' \t\u00a0\u3000';

/** Without blanks at its ends. Trimming a set of characters costs as much as all the rest, so few cells go there. */
export function trimmedSql(x: Sql): Sql {
  const rare = [...blanks].slice(1).map((blank) => sql`contains(${x}, ${blank})`);
  const mayHaveBlanks = join([sql`starts_with(${x}, ' ')`, sql`ends_with(${x}, ' ')`, ...rare], ' OR ');
  return sql`CASE WHEN ${mayHaveBlanks} THEN trim(${x}, ${blanks}) ELSE ${x} END`;
}

/**
 * Whether a text may begin or end with blanks, be wrapped for a spreadsheet, or be a word for "no value". NULL for NULL.
 * Comparisons with one character cost next to nothing; ids like #1001 and +86 138… are not odd.
 */
export function oddSql(x: Sql): Sql {
  const wide = [...blanks]
    .slice(2)
    .flatMap((blank) => [sql`starts_with(${x}, ${blank})`, sql`ends_with(${x}, ${blank})`]);
  const starts = ["'", '=', '(', '#N', '#n'].map((start) => sql`starts_with(${x}, ${start})`);
  return join(
    [
      // Blank, tab, quotation mark.
      sql`${x} < '#'`,
      sql`${x} = '-'`,
      ...starts,
      sql`ends_with(${x}, ' ')`,
      sql`ends_with(${x}, ${'\t'})`,
      sql`(strlen(${x}) <> length(${x}) AND (${join(wide, ' OR ')}))`,
      sql`(strlen(${x}) <= 4 AND ((${x} >= 'N' AND ${x} < 'O') OR (${x} >= 'n' AND ${x} < 'o')) AND list_contains(['NULL', 'NAN', 'N/A'], upper(${x})))`,
    ],
    ' OR ',
  );
}

/** A trimmed name; the apostrophe that keeps a spreadsheet from running it is taken off, that of 't Hooft stays. */
export const nameSql = (text: Sql): Sql =>
  sql`CASE WHEN starts_with(${text}, '''') AND regexp_matches(${text}, '^''[=+@\t\r\n＝＋－＠-]') THEN substr(${text}, 2) ELSE ${text} END`;

/**
 * A trimmed identifier: never read as a number; a spreadsheet's ="…" and words for "no value" are taken off. Not by IN,
 * which the engine turns into a join from six values on: it would look at every row, whatever the CASE around it says.
 */
export function idSql(text: Sql): Sql {
  const inside = (from: number, less: number): Sql => sql`nullif(trim(substr(${text}, ${from}, length(${text}) - ${less}), ${blanks}), '')`; // prettier-ignore
  return sql`CASE WHEN strlen(${text}) <= 6 AND list_contains(['NULL', '(NULL)', 'NAN', 'N/A', '#N/A', '-'], upper(${text})) THEN NULL WHEN starts_with(${text}, '="') AND ends_with(${text}, '"') THEN ${inside(3, 3)} WHEN starts_with(${text}, '''') AND regexp_matches(${text}, '^''[0-9=+@\t\r\n＝＋－＠-]') THEN ${inside(2, 1)} ELSE ${text} END`;
}
