import type { RoleChoice } from '../base/role.ts';

/** How the bytes of a text file become records and cells. Every choice can be overruled on the import page. */
export interface Reading {
  /** WHATWG encoding label, lower case: utf-8, gb18030, big5, utf-16le … */
  readonly encoding: string;
  /** One character, `tab`, or `blanks` (any run of blanks is one delimiter, leading blanks do not count). */
  readonly delimiter: string;
  readonly quote: '"' | "'" | 'none';
  readonly decimal: '.' | ',';
  /** The grouping character of numbers, or `none`. */
  readonly thousands: ',' | '.' | ' ' | "'" | 'none';
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  /** Physical record number of the header, counted from 1; null = the file has none. */
  readonly headerRow: number | null;
}

export type ReadingKey = keyof Reading;

/** How sure a guess is: `sure` needs no look, `likely` is shown as a guess, `ask` must be chosen by the user. */
export type Confidence = 'sure' | 'likely' | 'ask';

/** What the first rows say of a column. Shares are of the non-blank sample cells, 0 to 1. */
export interface ColumnEvidence {
  readonly sampled: number;
  readonly blank: number;
  readonly distinct: number;
  readonly numberShare: number;
  readonly integerShare: number;
  readonly negativeShare: number;
  readonly dateShare: number;
  /** Up to five distinct non-blank cells, as read. */
  readonly examples: readonly string[];
}

export interface SourceColumn {
  /** Position from 0. */
  readonly index: number;
  /** The header as read; a made-up name (column number) when the cell is blank or there is no header. */
  readonly header: string;
  readonly evidence: ColumnEvidence;
}

/** What one look at the first part of a file says, before anything is imported. */
export interface Inspection {
  readonly reading: Reading;
  /** Choices that the file leaves open, for instance day or month first. */
  readonly ask: readonly ReadingKey[];
  readonly columns: readonly SourceColumn[];
  /** First data records as read: physical record number and cells. */
  readonly preview: readonly PreviewRow[];
  /** Records before the header, as read. */
  readonly preamble: readonly PreviewRow[];
}

export interface PreviewRow {
  readonly record: number;
  readonly cells: readonly string[];
}

export type NotReadable =
  | { readonly code: 'empty'; readonly detail: 'no_bytes' | 'no_rows' | 'header_only' }
  | { readonly code: 'not_table'; readonly looksLike: 'xlsx' | 'xls' | 'zip' | 'gzip' | 'pdf' | 'image' | 'html' | 'json' | 'parquet' | 'binary' | 'text' }
  | { readonly code: 'encoding'; readonly encoding: string; readonly byte: number }
  | { readonly code: 'too_wide'; readonly columns: number; readonly limit: number }; // prettier-ignore

/** A record that does not have as many cells as the header. */
export interface OddRecord {
  readonly record: number;
  /** Physical line on which it starts, from 1. */
  readonly line: number;
  readonly cells: number;
}

/** The count of the whole file, made without the engine. data + header + preamble + blank + footer = records. */
export interface Survey {
  readonly bytes: number;
  readonly records: number;
  readonly data: number;
  readonly header: number;
  readonly preamble: number;
  readonly blank: number;
  /** Totals rows at the end (合计, 小计, Total) and rows of remarks below the table. */
  readonly footer: number;
  readonly footerRecords: readonly number[];
  readonly short: number;
  readonly long: number;
  /** The first hundred short or long records. */
  readonly odd: readonly OddRecord[];
  /** Where a quote opens that is never closed; null = none. */
  readonly openQuote: { readonly record: number; readonly line: number } | null;
  /**
   * True when the engine's own reader must give the same records: UTF-8, one-character delimiter, regular quotes, no
   * preamble, no blank, short, long or footer record. Otherwise the file is rewritten before the engine sees it.
   */
  readonly regular: boolean;
  /** Bytes that were not valid in the reading's encoding, replaced by U+FFFD; 0 = clean. */
  readonly replaced: number;
}

export interface PlanColumn {
  readonly index: number;
  readonly header: string;
  readonly role: RoleChoice;
}

/** `lines` = order lines or orders, many rows a customer; `customers` = one row per customer, without dates. */
export type Shape = 'lines' | 'customers';

/** Everything that turns one file's bytes into canonical rows; with the bytes it is the truth, the tables are a cache. */
export interface ImportPlan {
  readonly version: 1;
  readonly fileName: string;
  readonly bytes: number;
  readonly lastModified: number;
  readonly shape: Shape;
  readonly reading: Reading;
  readonly columns: readonly PlanColumn[];
}

/** Why a data record was set aside; the raw text is kept with it. */
export type SetAsideReason =
  'amount_missing' | 'amount_unreadable' | 'date_missing' | 'date_unreadable' | 'amount_too_large';

/** Reads files in the background; implemented by the shell with a worker and in Node by plain calls. */
export interface Reader {
  /** Looks at the first part of a file. Choices in `chosen` are kept, the rest is guessed. */
  inspect(file: Blob, chosen: Partial<Reading>, signal?: AbortSignal): Promise<Inspection>;
  /** Counts the whole file. `done` is called with bytes read so far. */
  survey(file: Blob, reading: Reading, done: (bytes: number) => void, signal?: AbortSignal): Promise<Survey>;
  /**
   * The data records as regular UTF-8 CSV (comma, double quotes, LF, no header): first the physical record number,
   * then exactly `columns` cells; a long record's extra cells are joined into one more last cell.
   */
  rewrite(
    file: Blob,
    reading: Reading,
    survey: Survey,
    columns: number,
    done: (bytes: number) => void,
    signal?: AbortSignal,
  ): Promise<Blob>;
  /** The records with these physical numbers (ascending), as read. */
  records(
    file: Blob,
    reading: Reading,
    wanted: readonly number[],
    signal?: AbortSignal,
  ): Promise<PreviewRow[]>;
}

/** Thrown by a Reader for a file that cannot be read as a table. */
export class ReadError extends Error {
  constructor(readonly reason: NotReadable) {
    super(reason.code);
    this.name = 'ReadError';
  }
}
