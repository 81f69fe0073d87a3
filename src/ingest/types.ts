import type { MergeRule } from '../base/mergeRule.ts';
import type { SetAsideReason } from '../base/problem.ts';
import type { RoleChoice } from '../base/role.ts';
import type { Shape } from '../base/shape.ts';
import type { Examination, MergeFound } from './problems.ts';

export type { MergeRule, SetAsideReason, Shape };
export { isSales, salesShapes, sideShapes } from '../base/shape.ts';
export type { SalesShape, SideShape } from '../base/shape.ts';

/** How the bytes of a text file become records and cells. Every choice can be overruled on the import page. */
export interface Reading {
  /** WHATWG encoding label, lower case: utf-8, gb18030, big5, utf-16le … */
  readonly encoding: string;
  /**
   * One character, `tab`, or `blanks` (any run of blanks is one delimiter, leading blanks do not count); seldom several
   * characters (`||`), of which a last blank (`, `) may be missing.
   */
  readonly delimiter: string;
  readonly quote: '"' | "'" | 'none';
  /** The backslash before a quote inside quotes makes it text; absent where only doubling does. */
  readonly escape?: '\\';
  readonly decimal: '.' | ',';
  /** The grouping character of numbers, or `none`. */
  readonly thousands: ',' | '.' | ' ' | "'" | 'none';
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  /** Physical record number of the header (its last row), counted from 1; null = the file has none. */
  readonly headerRow: number | null;
  /** Records that the header spans, `headerRow` being the last of them; absent = 1. */
  readonly headerRows?: number;
}

export type ReadingKey = Exclude<keyof Reading, 'escape' | 'headerRows'>;

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
  /** All distinct non-blank cells of the sample, trimmed, when they are at most fifty; else null. */
  readonly values: readonly string[] | null;
}

export interface SourceColumn {
  /** Position from 0. */
  readonly index: number;
  /** The header as read, without blanks at its ends; a made-up name (column number) when the cell is blank or there is no header. */
  readonly header: string;
  readonly evidence: ColumnEvidence;
}

/** What kind of thing a part of a file is. `text` goes through the tokeniser as it stands, the others are converted. */
export type PartKind = 'text' | 'sheet' | 'json' | 'ndjson' | 'parquet';

/** One table inside a file: the file itself, a sheet of a workbook, an entry of an archive, or a sheet in an entry. */
export interface Part {
  /** From the outside in: names of archive entries, then of the sheet; empty when the file itself is the table. */
  readonly path: readonly string[];
  readonly kind: PartKind;
  /** Hidden sheets are offered, not chosen. */
  readonly hidden: boolean;
  /** Physical rows of a sheet; null where they are not counted yet. */
  readonly rows: number | null;
  /** The first row that fills most columns, joined; sheets of one workbook that agree in it are read together. */
  readonly signature: string | null;
}

/** A part as text that inspect, survey and rewrite read. */
export interface Extracted {
  readonly blob: Blob;
  /** Column names that the format itself knows (JSON keys, Parquet schema); the text then has no header record. */
  readonly names: readonly string[] | null;
  /** Choices that the format has made; they are not guessed and not asked. */
  readonly fixed: Partial<Reading>;
  readonly notes: readonly ExtractNote[];
}

/** What a conversion could not carry over; counted, with the first three places as `B7` or `record 12`. */
export interface ExtractNote {
  readonly kind: 'formula_error' | 'long_number' | 'nested' | 'merged_cells' | 'no_cached_value';
  readonly count: number;
  readonly examples: readonly string[];
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
  /** The effect of the decimal marks that are possible; empty where no number holds a mark. */
  readonly marks: readonly MarksEffect[];
}

/** What the sample of one column of money comes to under a choice of marks. */
export interface MarksEffect {
  readonly decimal: Reading['decimal'];
  readonly thousands: Reading['thousands'];
  /** Cells that can be read as numbers. */
  readonly read: number;
  /** Their sum. */
  readonly total: number;
}

export interface PreviewRow {
  readonly record: number;
  readonly cells: readonly string[];
}

export type NotReadable =
  | { readonly code: 'empty'; readonly detail: 'no_bytes' | 'no_rows' | 'header_only' }
  | { readonly code: 'not_table'; readonly looksLike: 'xlsx' | 'xls' | 'zip' | 'gzip' | 'pdf' | 'image' | 'html' | 'json' | 'parquet' | 'binary' | 'text' }
  | { readonly code: 'encoding'; readonly encoding: string; readonly byte: number }
  | { readonly code: 'too_wide'; readonly columns: number; readonly limit: number }
  | { readonly code: 'too_large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'locked'; readonly looksLike: 'xlsx' | 'xls' | 'zip' }
  | { readonly code: 'broken'; readonly looksLike: 'xlsx' | 'xls' | 'zip' | 'gzip' | 'json' | 'parquet'; readonly detail: string }; // prettier-ignore

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
  /** Totals rows (合计, 小计, Total) between the data and at the end, and rows of remarks below the table. */
  readonly footer: number;
  /** Those at the end that only their place tells. */
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
  /**
   * Lines (physical, from 1) that are in another encoding than the rest and are read in that one; of a file that is
   * read as UTF-8 the lines that are not, of any other the lines that can only be UTF-8.
   */
  readonly mixed: { readonly encoding: string; readonly firstLine: number; readonly lines: number } | null;
  /** By position of the column; what is absent is not known. */
  readonly facts?: readonly ColumnFacts[];
}

/** What holds for every cell of a column that is not blank, so that it need not be looked for again. */
export interface ColumnFacts {
  /** None begins or ends with blanks, is protected for a spreadsheet, or says that there is no value. */
  readonly clean: boolean;
  /** None holds an underscore or exponent or ends with a point or blank: the engine's cast reads numbers as the rules do. */
  readonly plainNumbers: boolean;
  /** No number has more than four decimals or an exponent. */
  readonly fewDecimals: boolean;
  /** All are written yyyy-mm-dd. */
  readonly isoDates: boolean;
}

export interface PlanColumn {
  readonly index: number;
  readonly header: string;
  readonly role: RoleChoice;
  /** E-mail addresses or telephone numbers, by which customers may be merged, whatever the role. */
  readonly contact: 'email' | 'phone' | null;
}

/** What happens to the rows with one value of the status column. */
export type StatusChoice = 'use' | 'set_aside' | 'negate';

/** Choices that change what rows mean, not how they are read. The first of each is the default. */
export interface Repairs {
  /** Amounts like (1,200.00). */
  readonly brackets: 'negative' | 'set_aside';
  /** Dates that no calendar has, like 31/02 or 2023-02-29. */
  readonly impossibleDates: 'set_aside' | 'month_end';
  /** By value of the status column, trimmed; values not named are used. */
  readonly status: Readonly<Record<string, StatusChoice>>;
  /** Invoices whose number begins with C (UCI and others): netted like any return, or set aside. */
  readonly cancelled: 'net' | 'set_aside';
  /** The refund column is subtracted from the amount, or left alone. */
  readonly refunds: 'subtract' | 'ignore';
  /** An amount that is the order's total and stands on each of its rows: counted once per order, or summed. */
  readonly orderTotals: 'sum' | 'once';
  /**
   * Blank customer, date, status and currency take the value of the row before of the same order; a blank amount is 0.
   * A row that leaves order, customer and date blank, and names a product where any does, is of the order above it.
   */
  readonly fillDown: boolean;
  /** Order ids that come again in a file of one row per order: all rows; the first row; one row with the sum. */
  readonly duplicateOrders: 'keep' | 'first' | 'sum';
  /** Money columns are multiplied by this: 10000 for 万元. */
  readonly scale: 1 | 1000 | 10000 | 1000000 | 100000000;
  /** Year of period columns whose headers name only a month or quarter. */
  readonly year: number | null;
  /** What rows that name no currency are in, where other rows or files name one; absent = the currency of all figures. */
  readonly currency?: string;
}

export const noRepairs: Repairs = {
  brackets: 'negative',
  impossibleDates: 'set_aside',
  status: {},
  cancelled: 'net',
  refunds: 'subtract',
  orderTotals: 'sum',
  fillDown: false,
  duplicateOrders: 'keep',
  scale: 1,
  year: null,
};

/** Everything that turns one file's bytes into canonical rows; with the bytes it is the truth, the tables are a cache. */
export interface ImportPlan {
  readonly version: 2;
  readonly fileName: string;
  readonly bytes: number;
  readonly lastModified: number;
  /** See Part. */
  readonly path: readonly string[];
  readonly shape: Shape;
  readonly reading: Reading;
  readonly columns: readonly PlanColumn[];
  readonly repairs: Repairs;
}

/** Choices over all files of one import. */
export interface Together {
  readonly merge: readonly MergeRule[];
  /**
   * The currency of all figures, and what one unit of every other is worth in it (decimal text). null = the files name
   * no currency. Rows in a currency without a rate are set aside, never summed.
   */
  readonly currency: { readonly base: string; readonly rates: Readonly<Record<string, string>> } | null;
}

export const apart: Together = { merge: [], currency: null };

/** Reads files in the background; implemented by the shell with workers and in Node by plain calls. */
export interface Reader {
  /** The tables inside a file; at least one. `name` helps where the bytes do not say what they are. */
  contents(file: Blob, name: string, signal?: AbortSignal): Promise<readonly Part[]>;
  /** A part as text. `done` is called with a fraction from 0 to 1. For kind `text` with an empty path: the file itself. */
  extract(
    file: Blob,
    name: string,
    part: Part,
    done: (fraction: number) => void,
    signal?: AbortSignal,
  ): Promise<Extracted>;
  /**
   * Looks at the first part of a text. Choices in `chosen` are kept, the rest is guessed. `names` = see Extracted.
   */
  inspect(
    file: Blob,
    chosen: Partial<Reading>,
    names?: readonly string[] | null,
    signal?: AbortSignal,
  ): Promise<Inspection>;
  /** Counts the whole text. `done` is called with bytes read so far. */
  survey(file: Blob, reading: Reading, done: (bytes: number) => void, signal?: AbortSignal): Promise<Survey>;
  /** Reads the mapped columns of the whole text by the rules of the import, to find what needs repair. */
  examine(
    file: Blob,
    plan: ImportPlan,
    survey: Survey,
    done: (bytes: number) => void,
    signal?: AbortSignal,
  ): Promise<Examination>;
  /** Merges that are possible over several files, from the contacts of their examinations. */
  merges(contacts: readonly Blob[], signal?: AbortSignal): Promise<readonly MergeFound[]>;
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
