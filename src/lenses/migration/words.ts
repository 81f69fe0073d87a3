import type { OtherState } from '../../model/history.ts';
import type { Piece, Sentence } from '../say.ts';
import type { LensWords } from '../types.ts';

/** A tier's customers in the first period, and what became of them in the second. */
export interface TierStory {
  readonly all: string;
  readonly tier: string;
  readonly from: string;
  readonly to: string;
  readonly stayed: Piece;
  /** null = too few customers for a share. */
  readonly share: string | null;
  /** Texts of the counts above zero. */
  readonly rose: string | null;
  readonly fell: string | null;
  readonly negative: Piece | null;
  readonly none: Piece | null;
  /** Fell, negative and none together; null = nobody. */
  readonly gone: { readonly customers: string; readonly one: boolean; readonly value: string } | null;
  readonly measure: string;
}

/** A line of the summary: what it is called, and how it is defined. */
export interface Term {
  readonly label: string;
  readonly definition: string;
}

export type SettingName =
  'scheme' | 'cuts' | 'unit' | 'count' | 'season' | 'days' | 'partial' | 'after' | 'pair' | 'from' | 'to';

export interface Words extends LensWords {
  insight(story: TierStory): Sentence;
  nobodyBefore(from: string, to: string, joined: Piece, one: boolean): Sentence;
  keptRule(from: string): string;
  recomputedRule: string;
  states: Readonly<Record<OtherState, string>>;
  /** Instead of `states.new` beside a tier of that name. */
  notYet: string;
  periods(list: string): string;
  incomplete: string;
  leftOut(list: string): string;
  replaced: string;
  overlap: string;
  unequal: string;
  missing: string;
  undated(n: string, count: number): string;
  heldBack(held: string, found: string, periods: string): string;
  undrawn(n: string): string;
  rule(scheme: string): string;
  flowTitle: string;
  flowHelp: string;
  tableTitle(from: string, to: string): string;
  caption(from: string, to: string): string;
  corner: string;
  all: string;
  customers(n: string, count: number): string;
  byCustomers: string;
  byValue: string;
  showFlows: string;
  hideFlows: string;
  /** One flow or cell in words, without its period. */
  flow(from: string, to: string, customers: string, share: string | null): string;
  moved(from: string, to: string): string;
  /** Between two remarks on the same thing. */
  also: string;
  flowSet(from: string, to: string, first: string, second: string): string;
  fromSet(from: string, first: string, second: string): string;
  toSet(to: string, first: string, second: string): string;
  allSet(first: string, second: string): string;
  upSet(first: string, second: string): string;
  downSet(first: string, second: string): string;
  staySet(first: string, second: string): string;
  leftSet(to: string, first: string, second: string): string;
  joinedSet(first: string, second: string): string;
  returnedSet(first: string, second: string): string;
  summary: Readonly<Record<'stayed' | 'up' | 'down' | 'lost' | 'negative' | 'joined' | 'returned' | 'ratio' | 'retained' | 'shorrocks', Term>>;
  valueMoved(from: string, to: string): string;
  retainedText(from: string, to: string, share: string): string;
  settings: Readonly<Record<SettingName, Term>>;
  active(scheme: string): string;
  options: {
    readonly cuts: Readonly<Record<'keep' | 'recompute', string>>;
    readonly unit: Readonly<Record<'auto' | 'year' | 'half' | 'quarter' | 'month' | 'season' | 'rolling', string>>;
    readonly partial: Readonly<Record<'exclude' | 'mark', string>>;
    readonly after: Readonly<Record<'1' | '2' | '3', string>>;
  };
  pair(from: string, to: string): string;
  fromOf(period: string): string;
  toOf(period: string): string;
  autoUnit(unit: string): string;
  backToCalendar: string;
  ownTitle: string;
} // prettier-ignore
