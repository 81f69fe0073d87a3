import type { MergeRule } from '../base/mergeRule.ts';
import type { ProblemKind, SetAsideReason } from '../base/problem.ts';

export { problemKinds } from '../base/problem.ts';
export type { ProblemKind, SetAsideReason };

export interface ProblemExample {
  /** Physical record number. */
  readonly record: number;
  /** The cell (or cells) that it is about, as read. */
  readonly text: string;
}

export interface Problem {
  readonly kind: ProblemKind;
  /** What tells groups of one kind apart: the status value, the currency, the spelling's first form; '' otherwise. */
  readonly detail: string;
  readonly rows: number;
  /**
   * Sum of the rows' readable amounts as they would count, in ten-thousandths; null where no amount can be read, and in
   * files of several currencies but for the groups by currency. `refund`: minus what was refunded; `order_total`: what
   * stands there once too often.
   */
  readonly value: number | null;
  /** Distinct customers on these rows. */
  readonly customers: number;
  readonly examples: readonly ProblemExample[];
}

/** What whole-file reading of the mapped columns says; made by the same rules as the import itself. */
export interface Examination {
  readonly rows: number;
  readonly customers: number;
  /**
   * Data rows that the import sets aside under the plan's repairs, each counted once, under the first reason that
   * holds in the order of the import; most rows first. rows - their sum = rows that are used.
   */
  readonly setAside: readonly { readonly reason: SetAsideReason; readonly rows: number }[];
  /** Largest groups first within a kind; kinds in the order of ProblemKind. */
  readonly problems: readonly Problem[];
  /** Distinct values of the status column with their rows, value and customers (at most 50, most rows first). */
  readonly statuses: readonly { readonly value: string; readonly rows: number; readonly amount: number }[];
  /** ISO 4217 codes (or the text as read where it is none) of the rows, most rows first; empty where none is named. */
  readonly currencies: readonly { readonly code: string; readonly rows: number }[];
  /** Orders with more than one row, and those of them whose amount is the same on every row. */
  readonly orders: { readonly distinct: number; readonly repeated: number; readonly sameAmount: number };
  /** Merges that would be possible in this file, by rule. */
  readonly merges: readonly MergeFound[];
  /** Its customers with their contacts, for Reader.merges; see writeContacts. */
  readonly contacts: Blob;
  /** What rows that cannot be read could move; null when all can, or nobody can be ranked. */
  readonly effect: Effect | null;
}

export interface MergeFound {
  readonly rule: MergeRule;
  /** `ids` different ids would become `customers`. */
  readonly ids: number;
  readonly customers: number;
  /** Ids that share only a contact that is nobody's own (00000000, noreply@…, or one of many ids), not merged by it. */
  readonly skipped: number;
  /** Up to three groups of up to six ids, the one that stays first. */
  readonly examples: readonly (readonly string[])[];
}

/** Bounds on the number of customers that bring `share` of the value, whatever the unreadable rows are worth. */
export interface Effect {
  readonly rows: number;
  readonly customers: number;
  readonly share: number;
  readonly cut: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
  /** The most that was assumed for one unreadable amount (the largest readable one), ten-thousandths. */
  readonly most: number;
}
