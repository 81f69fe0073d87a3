import { numbers } from '../../base/table.ts';
import type { Frame } from '../../lenses/types.ts';
import { historyOf, type HistoryEntry, type PeriodPlaces } from '../../model/history.ts';
import { needsOf } from '../../model/schemes/needs.ts';
import { applyRules } from '../../model/schemes/apply.ts';
import { schemeOf } from '../../model/schemes/registry.ts';
import { rulesOf } from '../../model/schemes/rulesOf.ts';
import type { Cuts, Tiering } from '../../model/schemes/types.ts';
import { halvesOf, mixOf, type Mix } from '../../model/customerPage/mix.ts';
import {
  comparedPeriods,
  coveredDays,
  type ComparedPeriods,
  type PeriodChoice,
} from '../../model/periods.ts';
import { daysOf, entriesOf, gapsOf, ordersOf, placeOf, profileOf, totalsOf, type Days, type Entries, type Order, type Place, type Totals } from '../../model/customerPage/record.ts'; // prettier-ignore
import { scoresOf, type CustomerScore } from '../../model/customerPage/scores.ts';
import { silenceOf, type Silence } from '../../model/customerPage/silence.ts';
import { daysQuery, entriesQuery, entryKinds, mixQuery, mixRoles, ordersQuery, placeQuery, profileQuery, totalsQuery, type MixRole } from '../../model/customerPage/statements.ts'; // prettier-ignore
import type { Data } from '../data.ts';

/** What the tables say of one customer under the scope in force. */
export interface CustomerRecord {
  readonly id: string;
  readonly frame: Frame;
  readonly place: Place;
  readonly totals: Totals;
  readonly days: Days;
  readonly silence: Silence;
  readonly profile: Readonly<Record<string, string | null>>;
  readonly entries: readonly Entries[];
  /** The first page. */
  readonly orders: readonly Order[];
}

type Asked = Pick<Data, 'ask' | 'frame' | 'tiering' | 'metrics'>;

/** null = the customer has no row in scope. */
export async function loadRecord(data: Asked, frame: Frame, id: string): Promise<CustomerRecord | null> {
  const place = placeOf(await data.ask(frame, placeQuery(frame, id)));
  if (!place) return null;
  const ask = async (sql: string | null) => (sql === null ? null : data.ask(frame, sql));
  const days = daysOf(await ask(daysQuery(frame, id)));
  const entries: Entries[] = [];
  for (const kind of entryKinds) {
    const table = await ask(entriesQuery(frame, id, kind));
    if (table) entries.push(entriesOf(kind, table));
  }
  const lastDay = frame.customers.lastDay[place.rank] ?? NaN;
  return {
    id,
    frame,
    place,
    totals: totalsOf(await data.ask(frame, totalsQuery(frame, id))),
    days,
    silence: silenceOf(gapsOf(days), lastDay, frame.rollup.period?.asOf ?? null),
    profile: profileOf(await ask(profileQuery(frame, id))),
    entries,
    orders: await loadOrders(data, frame, id, 0),
  };
}

/** A page of the orders, from 0. */
export const loadOrders = async (
  data: Asked,
  frame: Frame,
  id: string,
  page: number,
): Promise<readonly Order[]> => ordersOf(await data.ask(frame, ordersQuery(frame, id, page)));

/** Columns that purchases can be divided by in the open files. */
export const mixChoices = ({ model }: Pick<Frame, 'model'>): readonly MixRole[] =>
  mixRoles.filter((role) => model.dimensions.includes(role));

/** null = the customer's orders span fewer than two days. */
export async function loadMix(data: Asked, record: CustomerRecord, role: MixRole): Promise<Mix | null> {
  const { frame, id, place } = record;
  const { firstDay, lastDay } = frame.customers;
  const halves = halvesOf(firstDay[place.rank] ?? NaN, lastDay[place.rank] ?? NaN);
  return halves && mixOf(await data.ask(frame, mixQuery(frame, id, role, halves.middle)), halves);
}

export interface ShownScores {
  readonly tiering: Tiering;
  /** null = the scheme does not place the customer. */
  readonly scores: readonly CustomerScore[] | null;
}

/** Schemes whose scores tell of a customer: RFM, key accounts (with potential and risk), and the answers of surveys. */
const scored = ['rfm', 'key_account', 'loyalty'] as const;

/** The scores of the schemes above, and of the active scheme where it makes any. */
export async function loadScores(data: Asked, frame: Frame, rank: number): Promise<readonly ShownScores[]> {
  const { book } = frame;
  const shown: ShownScores[] = [];
  for (const id of new Set([...scored, book.active])) {
    const scheme = schemeOf(book, id);
    const rules = rulesOf(scheme, frame.model);
    if (rules.scores.length === 0) continue;
    const tiering = await data.tiering(scheme, frame);
    const metrics = await data.metrics(needsOf(rules), frame);
    shown.push({ tiering, scores: scoresOf(tiering, { ...frame, metrics }, rank) });
  }
  return shown;
}

export interface TierHistory {
  readonly scheme: Tiering['scheme'];
  readonly compared: ComparedPeriods;
  /** By period. */
  readonly entries: readonly HistoryEntry[];
  /** Of the scheme in each period; its tiers name those of the entries. */
  readonly tierings: readonly Tiering[];
}

export interface HistoryChoice {
  readonly scheme: string;
  readonly unit: PeriodChoice['unit'];
  /** Whether each period has cuts of its own, or all have those of the first. */
  readonly cuts: 'recompute' | 'keep';
}

/** Periods that are made at once: the engine keeps so many tables beside the ones in force. */
const mostPeriods = 4;

/** The last periods that the data cover, fewer where there are fewer; null without two of them. */
function periodsOf(frame: Frame, unit: PeriodChoice['unit']): ComparedPeriods | null {
  const covered = coveredDays(frame.model, frame.rollup.period);
  if (!covered) return null;
  const choice = { unit, seasonStart: 1, days: null, partial: 'mark', own: [] } as const;
  for (let count = mostPeriods; count >= 2; count--) {
    const found = comparedPeriods({ ...choice, count }, covered);
    // As suggested, so many calendar periods as are complete; days that no calendar knows only where nothing else is.
    const enough = unit === 'auto' ? found.unit !== 'rolling' || count === 2 : !found.replaced;
    if (enough && found.periods.length >= 2) return found;
  }
  return null;
}

/** The customer's tier under a scheme, period by period; null where the data have not two periods. */
export async function loadHistory(
  data: Asked,
  record: CustomerRecord,
  choice: HistoryChoice,
): Promise<TierHistory | null> {
  const { frame, id, place } = record;
  const compared = periodsOf(frame, choice.unit);
  if (!compared) return null;
  const scheme = schemeOf(frame.book, choice.scheme);
  const rules = rulesOf(scheme, frame.model);
  // Used last, so that it is not the one that gives way to the periods.
  await data.frame(frame.scope, frame.book);
  const tierings: Tiering[] = [];
  const places: PeriodPlaces[] = [];
  let kept: Cuts | undefined;
  for (const { from, to } of compared.periods) {
    const there = await data.frame({ ...frame.scope, from, to, asOf: to }, frame.book);
    const own = await data.tiering(scheme, there);
    const metrics = await data.metrics(needsOf(rules), there);
    const tiering = kept ? applyRules(scheme, rules, { ...there, metrics }, kept) : own;
    if (choice.cuts === 'keep') kept ??= own.cuts;
    const found = numbers(await data.ask(there, placeQuery(there, id)), 'k');
    tierings.push(tiering);
    places.push({
      from,
      to,
      rankOf: Int32Array.of(found[0] ?? -1),
      value: there.customers.value,
      tier: (rank) => tiering.of(rank),
    });
  }
  return {
    scheme,
    compared,
    entries: historyOf(0, place.rowFirst, places, rules.tiers.length + 1),
    tierings,
  };
}
