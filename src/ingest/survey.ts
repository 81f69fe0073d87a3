import { FactsCounter } from './columnFacts.ts';
import { footerOf, footerSearch } from './footer.ts';
import { widest } from './inspect.ts';
import { RecordKinds } from './kinds.ts';
import { Tokeniser } from './records.ts';
import { firstRecords, tableWidth, widthSample } from './sample.ts';
import type { SampleRecord } from './sample.ts';
import { utf8 } from './source.ts';
import type { Bytes, Decoding } from './source.ts';
import { ReadError } from './types.ts';
import type { OddRecord, Reading, Survey } from './types.ts';

const oddKept = 100;

/** Where a record lies; kept for the last few, whose cells are looked at when the file has ended. */
interface Place {
  readonly buffer: Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly record: number;
  readonly cells: number;
}

/**
 * Counts a whole file with the tokeniser. Throws ReadError when the bytes are not in the reading's encoding, or when
 * there are more than `widest` columns; throws the signal's reason when aborted.
 */
export async function survey(
  bytes: Bytes,
  reading: Reading,
  done: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<Survey> {
  const seen: Decoding = { bytes: 0, replaced: 0, lineBreaks: () => tokeniser.lineBreaks };
  const count = new Count(reading);
  const facts = new FactsCounter(reading.headerRow ?? 0);
  const tokeniser = new Tokeniser(reading, false, (each) => count.add(each), facts);
  for await (const chunk of utf8(bytes, reading.encoding, seen, done, signal)) tokeniser.push(chunk);
  tokeniser.finish();
  return count.finish(tokeniser, seen, facts.facts());
}

class Count {
  readonly #reading: Reading;
  readonly #kinds: RecordKinds;
  #preamble = 0;
  #header = 0;
  #blank = 0;
  #totals = 0;
  #data = 0;
  #short = 0;
  #long = 0;
  #oddQuotes = false;
  #headerCells: number | null = null;
  /** Cells of the first data records, until they decide the width. */
  #early: OddRecord[] = [];
  #width = 0;
  readonly #odd: OddRecord[] = [];
  readonly #tail: Place[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#kinds = new RecordKinds(reading);
  }

  add(each: Tokeniser): void {
    if (each.cells > widest) throw new ReadError({ code: 'too_wide', columns: each.cells, limit: widest });
    if (each.oddQuotes) this.#oddQuotes = true;
    const kind = this.#kinds.of(each);
    if (kind === 'data') this.#addData(each);
    else if (kind === 'blank') this.#blank++;
    else if (kind === 'preamble') this.#preamble++;
    else if (kind === 'totals') this.#totals++;
    else {
      this.#header++;
      this.#headerCells = Math.max(this.#headerCells ?? 0, each.cells);
    }
  }

  #addData(each: Tokeniser): void {
    const { record, line, cells, buffer, start, end } = each;
    this.#tail[this.#data % footerSearch] = { buffer, start, end, record, cells };
    this.#data++;
    if (this.#width > 0) {
      if (cells !== this.#width) this.#addOdd({ record, line, cells });
      return;
    }
    this.#early.push({ record, line, cells });
    if (this.#early.length === widthSample) this.#settleWidth();
  }

  #settleWidth(): void {
    const counts = this.#early.map((each) => each.cells);
    this.#width = tableWidth(this.#headerCells, counts);
    for (const each of this.#early) if (each.cells !== this.#width) this.#addOdd(each);
    this.#early = [];
  }

  #addOdd(odd: OddRecord): void {
    if (odd.cells < this.#width) this.#short++;
    else this.#long++;
    if (this.#odd.length < oddKept + footerSearch) this.#odd.push(odd);
  }

  finish(tokeniser: Tokeniser, seen: Decoding, facts: Survey['facts']): Survey {
    if (this.#width === 0) this.#settleWidth();
    const footer = this.#footer();
    const footerRecords = new Set(footer.map((place) => place.record));
    const short = this.#short - footer.filter((place) => place.cells < this.#width).length;
    const long = this.#long - footer.filter((place) => place.cells > this.#width).length;
    const { encoding, delimiter, escape } = this.#reading;
    const oneLineBreak =
      tokeniser.carriageReturns === 0 && (tokeniser.pairs === 0 || tokeniser.lineFeeds === 0);
    return {
      bytes: seen.bytes,
      records: tokeniser.record,
      data: this.#data - footer.length,
      header: this.#header,
      preamble: this.#preamble,
      blank: this.#blank,
      footer: footer.length + this.#totals,
      footerRecords: [...footerRecords],
      short,
      long,
      odd: this.#odd.filter((odd) => !footerRecords.has(odd.record)).slice(0, oddKept),
      openQuote: tokeniser.openQuote,
      regular:
        encoding === 'utf-8' &&
        seen.replaced === 0 &&
        !seen.mixed &&
        (delimiter === 'tab' || delimiter.length === 1) &&
        escape === undefined &&
        this.#header <= 1 &&
        this.#preamble + this.#blank + short + long + footer.length + this.#totals === 0 &&
        !(this.#header > 0 && this.#headerCells !== this.#width) &&
        oneLineBreak &&
        !this.#oddQuotes &&
        tokeniser.openQuote === null &&
        !tokeniser.hasNul &&
        !(tokeniser.hasBom && this.#header === 0),
      replaced: seen.replaced,
      mixed: seen.mixed ?? null,
      facts,
    };
  }

  #footer(): Place[] {
    const places = [...this.#tail].sort((a, b) => a.record - b.record);
    const tail = places.map(({ buffer, start, end, record }): SampleRecord => {
      const cells = firstRecords(buffer.slice(start, end), true, this.#reading, 1)[0]?.cells ?? [];
      return { record, cells, blank: false, oddQuotes: false };
    });
    const found = new Set(footerOf(tail, this.#width));
    return places.filter((place) => found.has(place.record));
  }
}
