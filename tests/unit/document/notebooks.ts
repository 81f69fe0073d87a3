import fc from 'fast-check';
import { dayOf } from '../../../src/base/day.ts';
import { newNotebook, type Notebook, type Source } from '../../../src/document/schema.ts';
import type { Step } from '../../../src/document/steps.ts';
import { lenses } from '../../../src/lenses/registry.ts';
import { apart, noRepairs } from '../../../src/ingest/types.ts';
import { defaultMetricOptions } from '../../../src/model/metrics/types.ts';
import { schemeVersion, type Scheme } from '../../../src/model/schemes/types.ts';
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

const scheme = (id: string, preset = id): Scheme => ({ id, version: schemeVersion, preset, name: null, settings: {}, rules: null, overrides: {} }); // prettier-ignore

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

/** Schemes as the editor makes them: settings of a preset, and rules of the user's own. */
const anyScheme: fc.Arbitrary<Scheme> = fc.oneof(
  fc.constantFrom('quintiles', 'quartiles').map((bins): Scheme => ({ ...scheme('rfm'), settings: { bins } })),
  fc.integer({ min: 1, max: 500 }).map((than): Scheme => ({
    ...scheme('own1', 'abc'),
    name: 'Mine',
    rules: {
      population: 'all',
      scores: [],
      tiers: [{ id: 'big', name: 'Big', when: { kind: 'number', of: 'value', is: 'gte', than } }],
      rest: { id: 'rest', name: null },
      options: defaultMetricOptions,
    },
  })),
);

/** The cuts of the scheme by cumulative share, which live in `tiers`. */
const anyShares: fc.Arbitrary<Scheme> = fc
  .integer({ min: 1, max: 99 })
  .map((cut1): Scheme => ({ ...scheme('abc'), settings: { cut1, cut2: 99, crossing: 'better' } }));

const anySchemes = fc.uniqueArray(anyScheme, { selector: ({ id }) => id, maxLength: 2 });
const anyActive = fc.constantFrom('abc', 'rfm', 'lifecycle');
const anyNotes = fc.constantFrom<Notebook['notes']>({}, { [secrets[1]]: secrets[2] });

const anyCells: fc.Arbitrary<Notebook['cells']> = fc
  .tuple(...plain.cells.map(({ lens }) => fc.tuple(lensValues[lens] ?? fc.constant({}), fc.boolean())))
  .map((list) => plain.cells.map((cell, i) => ({ ...cell, values: list[i]![0], collapsed: list[i]![1] })));

export const anyNotebook: fc.Arbitrary<Notebook> = fc
  .record({
    source: anySource,
    scope: anyScope,
    tiers: anyTiers,
    scheme: anyActive,
    schemes: anySchemes,
    cells: anyCells,
    notes: anyNotes,
  })
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
  fc.record({ scope: anyScope, tiers: anyTiers, scheme: anyActive, schemes: anySchemes, cells: anyCells }).map((parts): Step => ({ kind: 'settings', ...parts })),
  anyActive.map((scheme): Step => ({ kind: 'activate', scheme })),
  fc.oneof(anyScheme, anyShares).map((scheme): Step => ({ kind: 'scheme', scheme })),
  fc.constantFrom('rfm', 'own1', 'own2').map((scheme): Step => ({ kind: 'remove_scheme', scheme })),
  fc.tuple(fc.constantFrom('Acme', '007', '__proto__'), fc.constantFrom('', 'calls back', '回访')).map(([customer, text]): Step => ({ kind: 'note', customer, text })),
); // prettier-ignore
