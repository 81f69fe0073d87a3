import { joined } from '../base/bytes.ts';
import type { FactsCounter } from './columnFacts.ts';
import { LongDelimiter } from './delimiter.ts';
import type { Dialect } from './delimiter.ts';
import { RecordView } from './recordView.ts';
import { isRule } from './textRule.ts';

export type { Dialect } from './delimiter.ts';

/** A quoted cell beyond this is taken for a quote that nobody closed; kept in memory while it is open. */
export const longestQuotedCell = 8 * 1024 * 1024;

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const BACKSLASH = 92;

const ordinary = 0;
const delimits = 1;
const breaks = 2;

// How a cell's bytes become its text, see CellRanges.
const plain = 0;
const wrapped = 1;
const trailing = 2;

const atCell = 0;
const inCell = 1;
const inQuotes = 2;

/**
 * The tokeniser: bytes of a UTF-8 text file → records and cells. It is the only judge of what a record is; the
 * survey, the preview and the rewritten file all use it. It works on bytes, so a character that is cut by a chunk
 * border cannot be damaged, and it holds one record at a time.
 *
 * Rules. A quote counts only as the first byte of a cell; inside a quoted cell a doubled quote is one quote, and a
 * quote closes the cell when a delimiter, a line break or the end of the file follows. Where quotes were written
 * carelessly the rules are these, in this order:
 * 1. A single quote inside a quoted cell that neither closes it nor is doubled is *stray*. When the cell is closed
 *    properly on the same line, stray quotes are part of its text (`"5" nails"` → 5" nails). Otherwise the first of
 *    them closes the quotes and what follows belongs to the cell as it stands (`"abc"def` → abcdef).
 * 2. A single quote that stands right behind a delimiter or a line break and is followed by text opens another cell,
 *    so this one must have ended before: at the first doubled quote that a delimiter or line break follows
 *    (`"48"","Made in"` → 48" and Made in), or at a stray quote as in 1.
 * 3. If there is no such place, or the end of the file or `longestQuotedCell` is met, the opening quote is
 *    *unclosed*: it is taken as an ordinary character, and reading goes on right behind it, line by line, so that it
 *    never swallows the file.
 */
export class Tokeniser extends RecordView {
  lineFeeds = 0;
  carriageReturns = 0;
  pairs = 0;
  hasBom = false;
  hasNul = false;

  readonly #kinds = new Uint8Array(256);
  readonly #runs: boolean;
  /** Null for the usual delimiter of one byte. */
  readonly #long: LongDelimiter | null;
  readonly #each: (tokeniser: Tokeniser) => void;
  #stopped = false;
  #begun = false;

  // The state between chunks; positions are into `buffer`.
  #at = 0;
  #state = atCell;
  #cellStart = 0;
  #kind = plain;
  #lineNow = 1;
  #openAt = 0;
  #openLine = 1;
  /** First doubled quote in front of a delimiter or line break, and first stray quote, of the open cell; -1 = none. */
  #pairAt = -1;
  #pairLine = 1;
  #strayAt = -1;
  #strayLine = 1;
  #skipLineFeed = false;

  readonly #facts: FactsCounter | null;

  /**
   * Calls `each` after every record. `ranges` = remember where the cells lie (else they are only counted); `facts` is
   * told every cell.
   */
  constructor(
    dialect: Dialect,
    ranges: boolean,
    each: (tokeniser: Tokeniser) => void,
    facts: FactsCounter | null = null,
  ) {
    const { delimiter, quote, escape } = dialect;
    super(ranges, quote === 'none' ? -1 : quote.charCodeAt(0), escape !== undefined);
    this.#runs = delimiter === 'blanks';
    const bytes = new TextEncoder().encode(delimiter === 'tab' ? '\t' : delimiter);
    this.#long = this.#runs || bytes.length === 1 ? null : new LongDelimiter(bytes);
    if (this.#runs) this.#kinds[SPACE] = this.#kinds[TAB] = delimits;
    else this.#kinds[bytes[0]!] = delimits;
    this.#kinds[LF] = this.#kinds[CR] = breaks;
    this.#each = each;
    this.#facts = facts;
  }

  push(chunk: Uint8Array): void {
    if (this.#stopped || chunk.length === 0) return;
    const kept = this.buffer.subarray(this.start);
    this.#move(this.start);
    this.buffer = joined(kept, chunk);
    if (!this.hasNul && chunk.includes(0)) this.hasNul = true;
    if (!this.#begun) {
      if (this.buffer.length < 3) return;
      this.#begin();
    }
    this.#scan(false);
  }

  finish(): void {
    if (this.#stopped) return;
    if (!this.#begun) this.#begin();
    this.#scan(true);
    this.#stopped = true;
  }

  /** No further record is wanted. */
  stop(): void {
    this.#stopped = true;
  }

  /** Physical line breaks so far, those inside quotes included. */
  get lineBreaks(): number {
    return this.#lineNow - 1;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  #begin(): void {
    this.#begun = true;
    const b = this.buffer;
    if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) {
      this.hasBom = true;
      this.#at = this.start = this.#cellStart = 3;
    }
  }

  #move(by: number): void {
    this.#at -= by;
    this.#cellStart -= by;
    this.#openAt -= by;
    if (this.#pairAt >= 0) this.#pairAt -= by;
    if (this.#strayAt >= 0) this.#strayAt -= by;
    this.start = 0;
    this.ranges?.shift(this.cells, by);
  }

  #endCell(end: number): void {
    this.ranges?.set(this.cells, this.#cellStart, end, this.#kind);
    if (this.#facts !== null) this.#tell(end);
    this.cells++;
    this.#kind = plain;
  }

  #tell(end: number): void {
    const start = this.#cellStart;
    const quoted = start > 0 && this.buffer[start - 1] === this.quote && this.#state === inQuotes;
    if (this.#kind === trailing || (quoted && start === end)) this.#facts?.addOdd(this.record, this.cells);
    else if (this.#kind === wrapped)
      this.#facts?.add(this.record, this.cells, this.buffer, start + 1, end - 1);
    else this.#facts?.add(this.record, this.cells, this.buffer, start, end);
  }

  #endRecord(end: number, next: number): void {
    this.end = end;
    this.record++;
    if (!this.blank && isRule(this.buffer, this.start, end)) this.blank = true;
    this.#each(this);
    this.start = this.#at = this.#cellStart = next;
    this.cells = 0;
    this.blank = true;
    this.oddQuotes = false;
    this.#state = atCell;
    this.line = this.#lineNow;
  }

  #scan(final: boolean): void {
    const b = this.buffer;
    const n = b.length;
    const kinds = this.#kinds;
    const quote = this.quote;
    const runs = this.#runs;
    if (this.#skipLineFeed && n > this.#at) {
      this.#skipLineFeed = false;
      if (b[this.#at] === LF) {
        this.#at++;
        this.start = this.#cellStart = this.#at;
        this.carriageReturns--;
        this.pairs++;
      }
    }
    while (!this.#stopped) {
      let p = this.#at;
      if (this.#state === atCell) {
        if (runs) while (p < n && kinds[b[p]!] === delimits) p++;
        this.#cellStart = p;
        this.#at = p;
        if (p >= n) break;
        if (b[p] === quote) {
          this.#openAt = p;
          this.#openLine = this.#lineNow;
          this.#pairAt = this.#strayAt = -1;
          this.#cellStart = p + 1;
          this.#at = p + 1;
          this.#state = inQuotes;
          continue;
        }
        this.#state = inCell;
      }
      if (this.#state === inCell) {
        if (this.blank) {
          while (p < n && (b[p] === SPACE || b[p] === TAB) && kinds[b[p]!] === ordinary) p++;
          if (p < n && kinds[b[p]!] === ordinary) this.blank = false;
        }
        if (this.#kind === plain && quote >= 0) {
          // One loop for the common case: nothing but ordinary bytes, and a note when a quote stands inside a cell.
          while (p < n && kinds[b[p]!] === ordinary) {
            if (b[p] === quote) this.oddQuotes = true;
            p++;
          }
        } else while (p < n && kinds[b[p]!] === ordinary) p++;
        this.#at = p;
        if (p >= n) break;
        if (kinds[b[p]!] === breaks) {
          this.#endLine(p, final);
          continue;
        }
        const length = this.#delimiter(p, final);
        if (length < 0) break;
        if (length === 0) {
          this.blank = false;
          this.#at = p + 1;
          continue;
        }
        this.#endCell(p);
        this.#at = p + length;
        this.#state = atCell;
        continue;
      }
      if (!this.#quoted(final)) break;
    }
    if (final && !this.#stopped && (this.start < n || this.cells > 0)) {
      if (!(runs && this.#state === atCell && this.cells > 0)) this.#endCell(n);
      this.#endRecord(n, n);
    }
  }

  /** An unquoted cell and its record end with the line break at p; in `blanks` files trailing blanks open no cell. */
  #endLine(p: number, final: boolean): void {
    if (!(this.#runs && this.#cellStart === p && this.cells > 0 && this.#kind === plain)) this.#endCell(p);
    this.#breakAt(p, final);
  }

  #breakAt(p: number, final: boolean): void {
    const b = this.buffer;
    this.#lineNow++;
    let next = p + 1;
    if (b[p] === LF) this.lineFeeds++;
    else if (b[next] === LF) {
      this.pairs++;
      next++;
    } else {
      this.carriageReturns++;
      if (next === b.length && !final) this.#skipLineFeed = true;
    }
    this.#endRecord(p, next);
  }

  /** Length of the delimiter at p, 0 if there is none; -1 = more bytes are needed to tell. */
  #delimiter(p: number, final: boolean): number {
    if (this.#kinds[this.buffer[p]!] !== delimits) return 0;
    return this.#long === null ? 1 : this.#long.lengthAt(this.buffer, p, final);
  }

  /** True when a delimiter or a line break ends right before p. */
  #opens(p: number): boolean {
    const before = this.#kinds[this.buffer[p - 1]!];
    if (before === breaks || this.#long === null) return before !== ordinary;
    return this.#long.endsBefore(this.buffer, p);
  }

  /** 1 = a cell may end before p: a delimiter, a line break or the file's end is there; 0 = not; -1 = more bytes. */
  #endsAt(p: number, final: boolean): number {
    if (p >= this.buffer.length) return final ? 1 : -1;
    if (this.#kinds[this.buffer[p]!] === breaks) return 1;
    return Math.sign(this.#delimiter(p, final));
  }

  /** Reads on inside quotes; false = more bytes are needed. */
  #quoted(final: boolean): boolean {
    const b = this.buffer;
    const n = b.length;
    const quote = this.quote;
    const escapes = this.escapes;
    let p = this.#at;
    for (;;) {
      while (p < n && b[p] !== quote) {
        const c = b[p];
        if (c === LF || c === CR) {
          if (this.#strayAt >= 0) return this.#endEarly(final);
          if (c === CR || b[p - 1] !== CR) this.#lineNow++;
        } else {
          if (this.blank && c !== SPACE && c !== TAB) this.blank = false;
          if (escapes && c === BACKSLASH) {
            this.#at = p;
            if (p + 1 === n && !final) return false;
            this.#kind = wrapped;
            if (b[p + 1] === quote || b[p + 1] === BACKSLASH) p++;
          }
        }
        p++;
      }
      this.#at = p;
      if (p - this.#openAt > longestQuotedCell || (p >= n && final)) return this.#endEarly(final);
      if (p >= n || (p + 1 === n && !final)) return false;
      if (b[p + 1] === quote) {
        const ends = this.#endsAt(p + 2, final);
        if (ends < 0) return false;
        if (ends > 0 && this.#pairAt < 0) {
          this.#pairAt = p;
          this.#pairLine = this.#lineNow;
        }
        this.#kind = wrapped;
        this.blank = false;
        p += 2;
        continue;
      }
      const ends = this.#endsAt(p + 1, final);
      if (ends < 0) return false;
      if (ends > 0) {
        this.#endQuoted(p, final);
        return true;
      }
      this.blank = false;
      this.oddQuotes = true;
      if (this.#opens(p)) return this.#endEarly(final);
      let next = p + 1;
      while (next < n && (b[next] === SPACE || b[next] === TAB) && this.#kinds[b[next]!] === ordinary) next++;
      const padded = this.#endsAt(next, final);
      if (padded < 0) return false;
      if (this.#strayAt < 0) {
        this.#strayAt = p;
        this.#strayLine = this.#lineNow;
      }
      if (padded > 0) return this.#endEarly(final);
      p++;
    }
  }

  /** The cell cannot reach as far as has been read: rules 2 and 3 above. Reading goes on where it must have ended. */
  #endEarly(final: boolean): true {
    this.oddQuotes = true;
    this.blank = false;
    if (this.#pairAt >= 0) {
      this.#kind = wrapped;
      this.#lineNow = this.#pairLine;
      this.#endQuoted(this.#pairAt + 1, final);
    } else if (this.#strayAt >= 0) {
      this.#kind = trailing;
      this.#lineNow = this.#strayLine;
      this.#cellStart = this.#openAt;
      this.#at = this.#strayAt + 1;
      this.#state = inCell;
    } else {
      this.openQuote ??= { record: this.record + 1, line: this.#openLine };
      this.#kind = plain;
      this.#cellStart = this.#openAt;
      this.#lineNow = this.#openLine;
      this.#at = this.#openAt + 1;
      this.#state = inCell;
    }
    return true;
  }

  /** The cell ends with its closing quote at p; a delimiter, a line break or the file's end follows. */
  #endQuoted(p: number, final: boolean): void {
    const simple = this.#kind === plain;
    if (!simple) this.#cellStart = this.#openAt;
    this.#endCell(simple ? p : p + 1);
    const next = p + 1;
    if (next >= this.buffer.length) this.#endRecord(next, next);
    else if (this.#kinds[this.buffer[next]!] === breaks) this.#breakAt(next, final);
    else {
      this.#at = next + this.#delimiter(next, final);
      this.#state = atCell;
    }
  }
}
