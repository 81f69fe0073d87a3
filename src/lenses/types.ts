import type { Component } from 'svelte';
import type { PlainTable, TextColumn } from '../base/table.ts';
import type { Mode } from '../charts/tokens.ts';
import type { Format } from '../format/format.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Coverage } from '../model/coverage.ts';
import type { CustomerTable } from '../model/customers.ts';
import type { Ledger } from '../model/ledger.ts';
import type { MetricId, MetricOptions, Metrics, TextId, TextValues } from '../model/metrics/types.ts';
import type { Model } from '../model/model.ts';
import type { Rollup } from '../model/rollup.ts';
import type { Scheme, SchemeBook, Tiering } from '../model/schemes/types.ts';
import type { Scope } from '../model/scope.ts';
import type { TierRule } from '../model/tierRule.ts';
import type { Ranked } from '../stats/ranked.ts';
import type { Tier } from '../stats/tiers.ts';
import type { Sentence } from './say.ts';

/** What a lens's SQL is made from: the tables and the settings in force. */
export interface Ground {
  readonly model: Model;
  readonly scope: Scope;
  readonly rollup: Rollup;
  readonly book: SchemeBook;
}

/** What a result is made from beside its own statements. */
export interface Needs {
  /** Ids of schemes whose tiers are needed. */
  readonly schemes?: readonly string[];
  readonly metrics?: readonly MetricId[];
  readonly texts?: readonly TextId[];
  /** Choices inside the metrics asked for here; the defaults without it. */
  readonly options?: Partial<MetricOptions>;
  /** Whether `extras.metrics.silenceDays` is looked at. */
  readonly silence?: boolean;
  /** Other scopes, such as periods, to compare with; for each the same schemes and metrics are made. */
  readonly scopes?: readonly Scope[];
}

/** The needs of a lens, fulfilled. */
export interface Extras {
  /** Throws for a scheme that was not asked for. */
  tiering(scheme: string): Tiering;
  readonly metrics: Metrics;
  /** One for each scope asked for, in that order. */
  readonly others: readonly Other[];
}

export interface Other extends Pick<Extras, 'tiering' | 'metrics'> {
  readonly frame: Frame;
  /** Rank there of the customer at each rank here; -1 = has no row in that scope. */
  readonly rankOf: Int32Array;
  /** The scheme with the cuts of another frame instead of its own (the cut values of a former period kept). */
  tieringWith(scheme: string, cuts: Tiering['cuts']): Tiering;
}

/** What every lens sees of the data under the settings in force; made once per scope, shared by all cells. */
export interface Frame extends Ground {
  readonly ledger: Ledger;
  readonly coverage: Coverage;
  /** Rows in scope that belong to a customer. */
  readonly rows: number;
  readonly customers: CustomerTable;
  /** The customers on the curve, after the rule for customers at or below zero; positions are ranks in `customers`. */
  readonly ranked: Ranked;
  /** Customers listed apart: the ranks from `ranked.n` on. Value in ten-thousandths. */
  readonly apart: { readonly customers: number; readonly value: number };
}

/** What changes while the handle is dragged: no SQL, only searches in arrays. */
export interface Live {
  readonly rule: TierRule;
  /** Tiers A, B, C under the rule; empty when shares are undefined. */
  readonly tiers: readonly Tier[];
  /** The active scheme; follows the handle where that is the scheme by cumulative share. */
  readonly active: Tiering;
}

/** Customers behind a number: a run of ranks, or a list of them. */
export type RankSet =
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  | { readonly kind: 'list'; readonly ranks: Uint32Array };

/** People without a row in scope, such as prospects of a customer list. */
export interface Outsiders {
  readonly n: number;
  readonly ids: TextColumn;
  readonly names: TextColumn | null;
}

/** `ok`; `empty` = nothing to show under these settings; `unusable` = the file lacks what the lens needs. */
export type LensResult<R> =
  | { readonly state: 'ok'; readonly value: R }
  | { readonly state: 'empty' | 'unusable'; readonly reason: string };

export const usable = <R>(value: R): LensResult<R> => ({ state: 'ok', value });
export const nothing = (reason: string): LensResult<never> => ({ state: 'empty', reason });
export const unusable = (reason: string): LensResult<never> => ({ state: 'unusable', reason });

/** null = undefined on these data. */
export type Figures = Record<string, number | null>;

/** What a view may ask of the notebook. */
export interface CellActions {
  /** Opens the customers behind a number; the sentence defines the set. */
  open(set: RankSet, sentence: string): void;
  /** Shows people who have no rank, by id and name. */
  openOutsiders(people: Outsiders, sentence: string): void;
  /** Opens the page of one customer. */
  openCustomer(rank: number): void;
  /** Makes a scheme the one that tiers everywhere are read from. */
  activate(scheme: string): void;
  /** Puts a scheme, changed or new, into the document, and makes it the active one where asked: one undo step. */
  setScheme(scheme: Scheme, activate?: boolean): void;
  /** Takes a scheme of the user's own out of the document. */
  removeScheme(id: string): void;
  /** What a scheme would give, without changing the document. */
  trySchemes(schemes: readonly Scheme[]): Promise<readonly Tiering[]>;
  /** The texts of a column by customer, of those in scope; none where the files have no such column. */
  textValues(field: TextId): Promise<TextValues>;
  /** Hands a scheme to the user as a file, by which another notebook takes it over. */
  exportScheme(scheme: Scheme): void;
  /** Changes settings of the document: one undo step. */
  setScope(change: Partial<Scope>): void;
  /** Built-in samples, for comparison. */
  readonly samples: readonly { readonly id: string; readonly name: string }[];
  /** Values of a built-in sample's customers on its curve: ten-thousandths, descending. */
  sampleValues(id: string): Promise<Float64Array>;
  /** Changes values of this cell's lens: one undo step. */
  setValues(values: Record<string, unknown>): void;
  /** Shows other cuts while a handle moves, without a step; null ends the preview. */
  previewTiers(change: Partial<TierRule> | null): void;
  setTiers(change: Partial<TierRule>): void;
  /** Text of the ids (and names) at these ranks. */
  identify(rank: number): { id: string; name: string | null };
  /** Ranks of the customers whose id or name contains the text, ascending. */
  search(text: string): Promise<Uint32Array>;
  /** Ranks of all customers in the order of their ids. */
  inOrder(): Promise<Uint32Array>;
  /** Names of the open tables, by source. */
  readonly fileNames: readonly string[];
  /** What a column of the customers' attributes is called in its file. */
  attributeName(column: string): string;
  /** Ranks of the customers that have (or have not) a row in a joined file. */
  joined(source: number, inside: boolean): Promise<Uint32Array>;
  /** Ranks of the customers whose first order was in a month (see base/day) and who ordered k months later. */
  cohort(month: number, k: number): Promise<Uint32Array>;
  /** Hands the customers of a set to the user as CSV; all of them without one. */
  exportCustomers(set?: RankSet): void;
  /** Rows that are equal to an earlier one in every cell. */
  duplicateRows(): Promise<number>;
  /** Hands the rows that were set aside to the user, with their reasons. */
  exportSetAside(): void;
  /** Tells that everything of this cell is painted for the given revision. */
  painted(revision: number): void;
}

export interface ViewProps<R, P, W> {
  readonly result: R;
  readonly params: P;
  readonly frame: Frame;
  readonly live: Live;
  readonly format: Format;
  readonly t: W;
  readonly lang: Lang;
  readonly mode: Mode;
  readonly revision: number;
  /** Whether the reader asked for the table instead of the picture. */
  readonly asTable: boolean;
  /** Name of the measure in force, in the reader's language ("revenue"). */
  readonly measure: string;
  readonly insight: Sentence;
  readonly actions: CellActions;
}

/** Words that every lens has, besides its own. */
export interface LensWords {
  readonly title: string;
  readonly question: (measure: string) => string;
  readonly reasons: Readonly<Record<string, string>>;
}

/** One analysis: what it asks of the tables, what it makes of the answer, and how it says so. */
export interface Lens<P = never, R = never, W extends LensWords = LensWords> {
  readonly id: string;
  readonly version: number;
  /** Place in a new notebook. */
  readonly order: number;
  readonly params: ParamSpec<P>;
  /** Whether the view has a picture, which can be shown as a table instead (`asTable`). */
  readonly charted?: boolean;
  /** Takes long with many rows: starts hidden for large files, and is computed when it is shown. */
  readonly costly?: boolean;
  /** Named statements; they may read only the rollup's tables, lines and set_aside. */
  query(ground: Ground, params: P): Readonly<Record<string, string>>;
  /** Statements that need the answers of the first ones. */
  follow?(
    tables: Readonly<Record<string, PlainTable>>,
    ground: Ground,
    params: P,
  ): Readonly<Record<string, string>>;
  /** What the result needs beside its statements. */
  needs?(frame: Frame, params: P): Needs;
  result(
    tables: Readonly<Record<string, PlainTable>>,
    frame: Frame,
    params: P,
    extras: Extras,
  ): LensResult<R>;
  figures(result: R, live: Live, frame: Frame, params: P): Figures;
  /** Customers that the cell speaks of, for its foot; those on the curve without it. */
  basis?(frame: Frame, result?: R, live?: Live): number;
  /** What can be said in numbers when the result is `empty`. */
  emptyFigures?(frame: Frame): Figures;
  insight(result: R, live: Live, frame: Frame, params: P, format: Format, t: W, measure: string): Sentence;
  readonly strings: Readonly<Record<Lang, W>>;
  view(): Promise<{ default: Component<ViewProps<R, P, W>> }>;
}

export interface ParamSpec<P> {
  readonly defaults: P;
  /** Reads stored values; what is missing or wrong gets its default. */
  parse(values: Readonly<Record<string, unknown>>): P;
  /** Public values that differ from the defaults, as texts for links. */
  write(values: Readonly<Record<string, unknown>>): Record<string, string>;
  /** Reads one setting of a link; undefined = not a value of it, null = not a setting of this lens. */
  read(key: string, text: string): Record<string, unknown> | undefined | null;
}

/** Any lens, for code that does not look inside. */
// The registry holds lenses of different types; each is closed over its own, so the erased type is sound in use.
export type AnyLens = Lens<unknown, unknown, LensWords>;
