import type { Day } from '../base/day.ts';
import type { Role } from '../base/role.ts';

export type SampleId = 'tea' | 'canteen';

/** Answers that a sample was made to give; asserted from the CSV text by an independent count. */
export interface KnownAnswers {
  readonly rows: number;
  /** Customers with an id. */
  readonly customers: number;
  /** Customers with a net of zero or less. */
  readonly apart: number;
  readonly orders: number;
  /** Net value of customers with an id, in units. */
  readonly value: number;
  readonly walkinRows: number;
  /** yyyymmdd */
  readonly firstDate: number;
  readonly lastDate: number;
  /** Of customers with a net above zero: shares to four decimals. */
  readonly top20Share: number;
  readonly gini: number;
  readonly largestShare: number;
  readonly customersFor80: number;
}

/**
 * The result a sample shows before the engine is there, computed from the generator's text (see first/). Values are
 * integers of ten-thousandths of a unit.
 */
export interface FirstResult {
  /** Fingerprint of the CSV text that this belongs to. */
  readonly fingerprint: string;
  readonly rows: number;
  /** Net per customer with an id, descending; those of zero or less at the end. */
  readonly values: readonly number[];
  readonly walkin: { readonly rows: number; readonly value: number };
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Customers with an id, their orders and their net value. */
  readonly customers: number;
  readonly orders: number;
  readonly value: number;
}

export interface Sample {
  readonly id: SampleId;
  readonly fileName: string;
  /** What each column means, by header: a sample opens without the import page. */
  readonly roles: Readonly<Record<string, Role>>;
  /** The file's text: UTF-8, commas, \n, no quotes needed. The same on every call. */
  csv(): string;
  first(): Promise<FirstResult>;
  readonly known: KnownAnswers;
}
