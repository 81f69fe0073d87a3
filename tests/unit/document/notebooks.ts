import fc from 'fast-check';
import { dayOf } from '../../../src/base/day.ts';
import { newNotebook, type Notebook, type Source } from '../../../src/document/schema.ts';
import type { Step } from '../../../src/document/steps.ts';
import { lenses } from '../../../src/lenses/registry.ts';
import { apart, noRepairs } from '../../../src/ingest/types.ts';
import { measures, type Scope } from '../../../src/model/scope.ts';
import { cutRange, type TierRule } from '../../../src/model/tierRule.ts';

/** Names that must stay on the user's machine; a test looks for them in what leaves it. */
export const secrets = ['secret-customers.csv', 'Geheimspalte', '客户机密'] as const;

const day = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(2100, 12, 31) });
const optionalDay = fc.option(day, { nil: null });

export const anyScope: fc.Arbitrary<Scope> = fc.record({
  measure: fc.constantFrom(...measures),
  returns: fc.constantFrom('net', 'ignore'),
  nonpositive: fc.constantFrom('apart', 'zero', 'keep'),
  walkin: fc.constantFrom('apart', 'one'),
  duplicates: fc.constantFrom('keep', 'drop'),
  from: optionalDay,
  to: optionalDay,
  asOf: optionalDay,
});

export const anyTiers: fc.Arbitrary<TierRule> = fc
  .tuple(
    fc.integer({ min: cutRange.min, max: cutRange.max }),
    fc.integer({ min: cutRange.min, max: cutRange.max }),
    fc.constantFrom('better' as const, 'worse' as const),
  )
  .map(([a, b, crossing]) => ({ cut1: Math.min(a, b), cut2: Math.max(a, b), crossing }));

/** Values that the lenses' own controls can make. */
export const lensValues: Readonly<Record<string, fc.Arbitrary<Record<string, unknown>>>> = {
  matrix: fc.record(
    {
      potential: fc.constantFrom('auto', 'growth', 'column'),
      cut1: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
      cut2: fc.integer({ min: 0, max: 1000 }).map((n) => n / 10),
    },
    { requiredKeys: [] },
  ),
  churn: fc.record(
    {
      silenceDays: fc.integer({ min: 1, max: 36_500 }),
      backtestCut: day,
      backtestWindow: fc.integer({ min: 1, max: 36_500 }),
    },
    { requiredKeys: [] },
  ),
};

export const plain: Notebook = newNotebook(lenses.map(({ id }) => id));

export const fileSource: Source = {
  kind: 'files',
  plans: [
    {
      version: 2,
      path: [],
      repairs: noRepairs,
      fileName: secrets[0],
      bytes: 12,
      lastModified: 0,
      shape: 'lines',
      reading: { encoding: 'utf-8', delimiter: ',', quote: '"', decimal: '.', thousands: 'none', dateOrder: 'ymd', headerRow: 1 },
      columns: [
        { index: 0, header: secrets[1], role: 'customer_id', contact: null },
        { index: 1, header: secrets[2], role: 'amount', contact: null },
      ],
    },
  ],
  together: apart,
}; // prettier-ignore

const anySource: fc.Arbitrary<Source> = fc.constantFrom<Source>(
  { kind: 'none' },
  { kind: 'sample', id: 'tea' },
  { kind: 'sample', id: 'canteen' },
  fileSource,
);

const anyCells: fc.Arbitrary<Notebook['cells']> = fc
  .tuple(...plain.cells.map(({ lens }) => fc.tuple(lensValues[lens] ?? fc.constant({}), fc.boolean())))
  .map((list) => plain.cells.map((cell, i) => ({ ...cell, values: list[i]![0], collapsed: list[i]![1] })));

export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .record({ source: anySource, scope: anyScope, tiers: anyTiers, cells: anyCells })
  .map((parts) => ({ ...plain, ...parts }));

const partial = <T>(whole: fc.Arbitrary<T>): fc.Arbitrary<Partial<T>> =>
  fc
    .tuple(whole, fc.infiniteStream(fc.boolean()))
    .map(
      ([value, keep]) =>
        Object.fromEntries(
          Object.entries(value as object).filter(() => keep.next().value as boolean),
        ) as Partial<T>,
    );

const cellId = fc.constantFrom(...plain.cells.map(({ id }) => id));

/** Steps as the page makes them, and some that change nothing. */
export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  partial(anyScope).map((change): Step => ({ kind: 'scope', change })),
  partial(anyTiers).map((change): Step => ({ kind: 'tiers', change })),
  fc.tuple(cellId, fc.oneof(lensValues.matrix!, lensValues.churn!)).map(([cell, values]): Step => ({ kind: 'cell', cell, values })),
  fc.tuple(cellId, fc.boolean()).map(([cell, collapsed]): Step => ({ kind: 'collapse', cell, collapsed })),
  anySource.map((source): Step => ({ kind: 'source', source })),
  fc.record({ scope: anyScope, tiers: anyTiers, cells: anyCells }).map((parts): Step => ({ kind: 'settings', ...parts })),
); // prettier-ignore
