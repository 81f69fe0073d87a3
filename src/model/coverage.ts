import { numbers, single, texts, type PlainTable } from '../base/table.ts';
import { sideTables } from '../sql/canonical.ts';
import { isSide, type SideShape } from '../base/shape.ts';
import { ident, sql, type Sql } from '../sql/sql.ts';
import type { Model } from './model.ts';

/** How a file that is joined by customer fits the customers of the sales. */
export interface SideCoverage {
  /** Position of the file in the import. */
  readonly source: number;
  readonly shape: SideShape;
  readonly rows: number;
  /** Different customers in the file = matched + unmatched. */
  readonly customers: number;
  /** Those of them with sales. */
  readonly matched: number;
  readonly unmatched: number;
  /** Customers with sales without a row in the file. */
  readonly without: number;
  /** Up to three ids, first by spelling. */
  readonly unmatchedExamples: readonly string[];
  readonly withoutExamples: readonly string[];
}

export interface Coverage {
  /** Different customers with sales; null where nothing is joined and nobody has counted them. */
  readonly customers: number | null;
  /** In the order of the files. */
  readonly sides: readonly SideCoverage[];
  /** Attributes of which some customers have several values; the latest counts. By `column` of the model's attributes. */
  readonly conflicts: readonly { readonly column: string; readonly customers: number }[];
}

type Ask = (sql: string) => Promise<PlainTable>;

/** Asks nothing of the engine where no file is joined and no attribute is known. */
export async function coverageOf(model: Model, ask: Ask): Promise<Coverage> {
  const conflicts: { column: string; customers: number }[] = [];
  if (model.attributes.length > 0) {
    const table = await ask(
      sql`SELECT name, customers FROM attribute_conflicts WHERE customers > 0 ORDER BY customers DESC, name`
        .text,
    );
    const names = texts(table, 'name');
    numbers(table, 'customers').forEach((customers, i) => {
      conflicts.push({ column: names.at(i) ?? '', customers });
    });
  }
  const sides: SideCoverage[] = [];
  for (const [source, shape] of model.sources.entries())
    if (isSide(shape)) sides.push(await sideOf(source, shape, ask));
  const customers =
    sides.length > 0
      ? single(await ask('SELECT count(DISTINCT customer_id) AS customers FROM lines'), 'customers')
      : null;
  return { customers, sides, conflicts };
}

async function sideOf(source: number, shape: SideShape, ask: Ask): Promise<SideCoverage> {
  const mine = sql`(SELECT DISTINCT customer_id FROM ${ident(sideTables[shape])} WHERE source = ${source} AND customer_id IS NOT NULL)`;
  const sales = sql`(SELECT DISTINCT customer_id FROM lines WHERE customer_id IS NOT NULL)`;
  const counts = await ask(
    sql`SELECT (SELECT count(*) FROM ${ident(sideTables[shape])} WHERE source = ${source}) AS rows,
  count(m.customer_id) AS customers, count(*) FILTER (WHERE m.customer_id IS NOT NULL AND s.customer_id IS NOT NULL) AS matched,
  count(*) FILTER (WHERE m.customer_id IS NULL) AS without
FROM ${mine} m FULL JOIN ${sales} s ON m.customer_id = s.customer_id`.text,
  );
  const of = (name: string): number => single(counts, name) ?? 0;
  const examples = async (some: number, these: Sql, but: Sql): Promise<string[]> => {
    if (some === 0) return [];
    const table = await ask(
      sql`SELECT customer_id FROM ${these} t ANTI JOIN ${but} o USING (customer_id) ORDER BY customer_id LIMIT 3`
        .text,
    );
    return Array.from({ length: table.rows }, (_, i) => texts(table, 'customer_id').at(i) ?? '');
  };
  const unmatched = of('customers') - of('matched');
  return {
    source,
    shape,
    rows: of('rows'),
    customers: of('customers'),
    matched: of('matched'),
    unmatched,
    without: of('without'),
    unmatchedExamples: await examples(unmatched, mine, sales),
    withoutExamples: await examples(of('without'), sales, mine),
  };
}
