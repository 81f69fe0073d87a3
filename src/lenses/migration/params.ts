import type { Day } from '../../base/day.ts';
import type { PeriodChoice } from '../../model/periods.ts';
import type { SchemeBook } from '../../model/schemes/types.ts';
import { choice, number, optionalDay, optionalNumber, paramSpec, type Setting } from '../params.ts';

export interface MigrationParams {
  /** Id of a scheme; `active` = the one that tiers everywhere are read from. */
  readonly scheme: string;
  /** Whether later periods are placed by the first one's cut values, or each by its own. */
  readonly cuts: 'keep' | 'recompute';
  readonly unit: PeriodChoice['unit'];
  readonly count: '2' | '3' | '4';
  /** First month of the season, 1 to 12. */
  readonly season: number;
  /** Days of a rolling period; null = the days there are, divided by the count. */
  readonly days: number | null;
  readonly partial: PeriodChoice['partial'];
  /** Periods in a row in other tiers before a tier changes; 1 = at once. */
  readonly after: '1' | '2' | '3';
  /** Which two periods the table compares: the last two, the first and the last, or a period with its next. */
  readonly pair: 'last' | 'ends' | '1' | '2' | '3';
  readonly from1: Day | null;
  readonly to1: Day | null;
  readonly from2: Day | null;
  readonly to2: Day | null;
  readonly from3: Day | null;
  readonly to3: Day | null;
  readonly from4: Day | null;
  readonly to4: Day | null;
}

/** Days typed for the periods; a change of the unit takes them back. */
export const ownDays = {
  from: ['from1', 'from2', 'from3', 'from4'],
  to: ['to1', 'to2', 'to3', 'to4'],
} as const;

export const noOwnDays: Readonly<Record<string, null>> = Object.fromEntries(
  [...ownDays.from, ...ownDays.to].map((field) => [field, null]),
);

const schemeId: Setting<string> = {
  key: 'migration_scheme',
  fallback: 'active',
  input: { kind: 'choice', options: ['active'] },
  valid: (value): value is string => typeof value === 'string' && /^[a-z][a-z_\d]{0,39}$/.test(value),
  write: (value) => value,
  read: (text) => (schemeId.valid(text) ? text : undefined),
};

export const params = paramSpec<MigrationParams>({
  scheme: schemeId,
  cuts: choice('migration_cuts', ['keep', 'recompute'], 'keep'),
  unit: choice(
    'migration_periods',
    ['auto', 'year', 'half', 'quarter', 'month', 'season', 'rolling'],
    'auto',
  ),
  count: choice('migration_count', ['2', '3', '4'], '2'),
  season: number('migration_season', 1, 12, 3),
  days: optionalNumber('migration_days', 1, 36_500),
  partial: choice('migration_partial', ['exclude', 'mark'], 'exclude'),
  after: choice('migration_after', ['1', '2', '3'], '1'),
  pair: choice('migration_pair', ['last', 'ends', '1', '2', '3'], 'last'),
  from1: optionalDay('migration_from_1'),
  to1: optionalDay('migration_to_1'),
  from2: optionalDay('migration_from_2'),
  to2: optionalDay('migration_to_2'),
  from3: optionalDay('migration_from_3'),
  to3: optionalDay('migration_to_3'),
  from4: optionalDay('migration_from_4'),
  to4: optionalDay('migration_to_4'),
});

export const periodChoice = (params: MigrationParams): PeriodChoice => ({
  unit: params.unit,
  count: Number(params.count),
  seasonStart: Math.round(params.season),
  days: params.days === null ? null : Math.max(1, Math.round(params.days)),
  partial: params.partial,
  own: ownDays.from.map((from, i) => ({ from: params[from], to: params[ownDays.to[i]!] })),
});

/** A scheme that is not in the document, as a link may ask for, gives way to the active one. */
export const schemeOf = (params: MigrationParams, book: SchemeBook): string =>
  book.schemes.some((scheme) => scheme.id === params.scheme) ? params.scheme : book.active;
