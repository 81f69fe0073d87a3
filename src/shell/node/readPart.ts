import { headBytes, look } from '../../ingest/inspect.ts';
import type { Problem } from '../../ingest/problems.ts';
import { blobReader } from '../../ingest/reader.ts';
import type { ExtractNote, ImportPlan, Part, Reading, Shape, SourceColumn } from '../../ingest/types.ts';
import { guessRoles } from '../../model/guess.ts';
import type { MappingGuess } from '../../model/guess.ts';
import type { ReadTable } from './outFolder.ts';

/** One table, as the script prints it; the names are part of its contract. */
export interface TableLine {
  readonly file: string;
  /** From the outside in: archive entry, sheet; empty when the file is the table. */
  readonly path: readonly string[];
  readonly kind: Part['kind'];
  readonly encoding: string;
  readonly delimiter: string;
  readonly quote: Reading['quote'];
  readonly escape: string | null;
  readonly decimal: string;
  readonly thousands: string;
  readonly date_order: string;
  readonly header_row: number | null;
  readonly header_rows: number;
  /** Choices that the file leaves open. */
  readonly ask: readonly string[];
  readonly columns: readonly ColumnLine[];
  readonly shape: Shape;
  readonly shape_why: string;
  readonly known: string | null;
  readonly counts: Counts;
  readonly problems: readonly Problem[];
  readonly notes: readonly ExtractNote[];
}

interface ColumnLine {
  readonly index: number;
  readonly header: string;
  readonly role: string;
  readonly confidence: string;
  readonly contact: string | null;
  readonly type: 'blank' | 'integer' | 'number' | 'date' | 'text';
  readonly number_share: number;
  readonly date_share: number;
  readonly blank: number;
  readonly distinct: number;
}

interface Counts {
  readonly bytes: number;
  readonly records: number;
  readonly header: number;
  readonly preamble: number;
  readonly blank: number;
  readonly footer: number;
  readonly data: number;
  readonly short: number;
  readonly long: number;
  readonly open_quote: number | null;
  readonly replaced: number;
}

const ignore = (): void => undefined;

/** Looks at one part, counts it, guesses what its columns mean, and reads it to find what needs repair. */
export async function readPart(
  file: Blob,
  name: string,
  part: Part,
): Promise<{ line: TableLine; table: ReadTable }> {
  const { blob, names, fixed, notes } = await blobReader.extract(file, name, part, ignore);
  const head = new Uint8Array(await blob.slice(0, headBytes).arrayBuffer());
  const { reading, ask, columns, preview, preamble } = look(head, blob.size <= headBytes, fixed, names);
  const survey = await blobReader.survey(blob, reading, ignore);
  const guess = guessRoles(columns, preview, { fileName: name, preamble });
  const plan: ImportPlan = {
    version: 2,
    fileName: name,
    bytes: file.size,
    lastModified: 0,
    path: part.path,
    shape: guess.shape,
    reading,
    columns: columns.map(({ index, header }, i) => ({
      index,
      header,
      role: guess.roles[i]!.role,
      contact: guess.contacts[i] ?? null,
    })),
    repairs: guess.repairs,
  };
  const { problems } = await blobReader.examine(blob, plan, survey, ignore);
  const line: TableLine = {
    file: name,
    path: part.path,
    kind: part.kind,
    encoding: reading.encoding,
    delimiter: reading.delimiter,
    quote: reading.quote,
    escape: reading.escape ?? null,
    decimal: reading.decimal,
    thousands: reading.thousands,
    date_order: reading.dateOrder,
    header_row: reading.headerRow,
    header_rows: reading.headerRow === null ? 0 : (reading.headerRows ?? 1),
    ask,
    columns: columns.map((column, i) => columnLine(column, guess, i)),
    shape: guess.shape,
    shape_why: guess.shapeWhy,
    known: guess.known,
    counts: {
      bytes: survey.bytes,
      records: survey.records,
      header: survey.header,
      preamble: survey.preamble,
      blank: survey.blank,
      footer: survey.footer,
      data: survey.data,
      short: survey.short,
      long: survey.long,
      open_quote: survey.openQuote?.line ?? null,
      replaced: survey.replaced,
    },
    problems,
    notes,
  };
  // A table that is written has a header, lest its first row be taken for one.
  const madeUp = reading.headerRow === null ? columns.map((_, i) => `col_${i}`) : null;
  return { line, table: { blob, reading, survey, names: names ?? madeUp } };
}

function columnLine({ index, header, evidence }: SourceColumn, guess: MappingGuess, i: number): ColumnLine {
  const { role, confidence } = guess.roles[i]!;
  return {
    index,
    header,
    role,
    confidence,
    contact: guess.contacts[i] ?? null,
    type: typeOf(evidence),
    number_share: evidence.numberShare,
    date_share: evidence.dateShare,
    blank: evidence.blank,
    distinct: evidence.distinct,
  };
}

/** A column is of a type when so large a share of its filled cells is. */
const typeShare = 0.95;

function typeOf(evidence: SourceColumn['evidence']): ColumnLine['type'] {
  if (evidence.distinct === 0) return 'blank';
  if (evidence.dateShare >= typeShare && evidence.dateShare >= evidence.numberShare) return 'date';
  if (evidence.integerShare >= typeShare) return 'integer';
  return evidence.numberShare >= typeShare ? 'number' : 'text';
}
