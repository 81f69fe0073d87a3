/**
 * The tokeniser: bytes of a UTF-8 text file → records and cells. It is the only judge of what a record is; the
 * survey, the preview and the rewritten file all use it. It works on bytes, so a character that is cut by a chunk
 * border cannot be damaged, and it holds one record at a time.
 *
 * Rules. A quote counts only as the first byte of a cell; inside a quoted cell a doubled quote is one quote. Text
 * after a closing quote belongs to the cell as it stands. A quote is *unclosed* when it meets the end of the file,
 * when its cell would be longer than `longestQuotedCell`, or when its cell spans lines and the next quote is followed
 * by text (then that quote opens another cell). An unclosed quote is taken as an ordinary character, and reading
 * goes on right behind it, line by line, so that it never swallows the file.
 */
export interface Dialect {
  /** One ASCII character, `tab`, or `blanks`. */
  readonly delimiter: string;
  readonly quote: '"' | "'" | 'none';
}

/** A quoted cell beyond this is taken for a quote that nobody closed; kept in memory while it is open. */
export const longestQuotedCell = 8 * 1024 * 1024;

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

const ordinary = 0;
const delimits = 1;
const breaks = 2;

const atCell = 0;
const inCell = 1;
const inQuotes = 2;

/** How a cell's bytes become its text: as they stand; without doubled quotes inside; or by `unquote`. */
const plain = 0;
const complex = 1;

export class Tokeniser {
  /** Physical number of the record that was just read, from 1. */
  record = 0;
  /** Physical line on which it starts, from 1. */
  line = 1;
  cells = 0;
  /** True when the record has no cells or only blank ones. */
  blank = true;
  /** True when quotes stand where a strict reader would refuse them. */
  oddQuotes = false;
  /** The record's bytes, line break excluded; valid during the call only. */
  buffer: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  /** The first quote that is never closed. */
  openQuote: { record: number; line: number } | null = null;
  lineFeeds = 0;
  carriageReturns = 0;
  pairs = 0;
  hasBom = false;
  hasNul = false;

  readonly #kinds = new Uint8Array(256);
  readonly #quote: number;
  readonly #runs: boolean;
  readonly #ranges: number[] | null;
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
  #skipLineFeed = false;

  /** Calls `each` after every record. `ranges` = remember where the cells lie (else they are only counted). */
  constructor(dialect: Dialect, ranges: boolean, each: (tokeniser: Tokeniser) => void) {
    const { delimiter, quote } = dialect;
    this.#runs = delimiter === 'blanks';
    if (this.#runs) this.#kinds[SPACE] = this.#kinds[TAB] = delimits;
    else this.#kinds[delimiter === 'tab' ? TAB : delimiter.charCodeAt(0)] = delimits;
    this.#kinds[LF] = this.#kinds[CR] = breaks;
    this.#quote = quote === 'none' ? -1 : quote.charCodeAt(0);
    this.#ranges = ranges ? [] : null;
    this.#each = each;
  }

  push(chunk: Uint8Array): void {
    if (this.#stopped || chunk.length === 0) return;
    const kept = this.buffer.length - this.start;
    if (kept === 0) {
      this.#move(this.start);
      this.buffer = chunk;
    } else {
      const joined = new Uint8Array(kept + chunk.length);
      joined.set(this.buffer.subarray(this.start));
      joined.set(chunk, kept);
      this.#move(this.start);
      this.buffer = joined;
    }
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

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Bytes of the i-th cell as in the file when `isPlain`, else to be passed through `unquote`. */
  cellStart(i: number): number {
    return this.#ranges?.[i * 3] ?? 0;
  }
  cellEnd(i: number): number {
    return this.#ranges?.[i * 3 + 1] ?? 0;
  }
  isPlain(i: number): boolean {
    return this.#ranges?.[i * 3 + 2] === plain;
  }

  /** Content of the i-th cell as UTF-8 bytes. */
  cell(i: number): Uint8Array {
    const bytes = this.buffer.subarray(this.cellStart(i), this.cellEnd(i));
    return this.isPlain(i) ? bytes : unquote(bytes, this.#quote);
  }

  /** The record's cells as text. */
  texts(): string[] {
    return Array.from({ length: this.cells }, (_, i) => decoder.decode(this.cell(i)));
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
    this.start = 0;
    const ranges = this.#ranges;
    if (ranges === null) return;
    for (let i = 0; i < this.cells; i++) {
      ranges[i * 3]! -= by;
      ranges[i * 3 + 1]! -= by;
    }
  }

  #endCell(end: number): void {
    const ranges = this.#ranges;
    if (ranges !== null) {
      const i = this.cells * 3;
      ranges[i] = this.#cellStart;
      ranges[i + 1] = end;
      ranges[i + 2] = this.#kind;
    }
    this.cells++;
    this.#kind = plain;
  }

  #endRecord(end: number, next: number): void {
    this.end = end;
    this.record++;
    this.#each(this);
    this.start = this.#at = this.#cellStart = next;
    this.cells = 0;
    this.blank = true;
    this.oddQuotes = false;
    this.#state = atCell;
    this.line = this.#lineNow;
  }

  /** Takes the open quote for an ordinary character and goes back behind it. */
  #giveUpQuote(): void {
    this.openQuote ??= { record: this.record + 1, line: this.#openLine };
    this.oddQuotes = true;
    this.blank = false;
    this.#kind = plain;
    this.#cellStart = this.#openAt;
    this.#lineNow = this.#openLine;
    this.#at = this.#openAt + 1;
    this.#state = inCell;
  }

  #scan(final: boolean): void {
    const b = this.buffer;
    const n = b.length;
    const kinds = this.#kinds;
    const quote = this.#quote;
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
        if (b[p] === CR || b[p] === LF) this.#endLine(p, final);
        else {
          this.#endCell(p);
          this.#at = p + 1;
          this.#state = atCell;
        }
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

  /** Reads on inside quotes; false = more bytes are needed. */
  #quoted(final: boolean): boolean {
    const b = this.buffer;
    const n = b.length;
    const quote = this.#quote;
    let p = this.#at;
    for (;;) {
      while (p < n && b[p] !== quote) {
        const c = b[p];
        if (c === LF ? b[p - 1] !== CR : c === CR) this.#lineNow++;
        else if (this.blank && c !== SPACE && c !== TAB && c !== LF) this.blank = false;
        p++;
      }
      this.#at = p;
      if (p - this.#openAt > longestQuotedCell || (p >= n && final)) {
        this.#giveUpQuote();
        return true;
      }
      if (p >= n || (p + 1 === n && !final)) return false;
      const next = b[p + 1];
      if (next === quote && p + 1 < n) {
        this.#kind = complex;
        this.blank = false;
        p += 2;
        continue;
      }
      if (p + 1 < n && this.#kinds[next!] === ordinary) {
        if (this.#lineNow !== this.#openLine) {
          this.#giveUpQuote();
          return true;
        }
        this.oddQuotes = true;
        this.#afterQuotes(p + 1);
        return true;
      }
      const simple = this.#kind === plain;
      if (!simple) this.#cellStart = this.#openAt;
      this.#endQuoted(p, simple, final);
      return true;
    }
  }

  /** The cell ends with its closing quote at p; the next byte is a delimiter, a line break or the file's end. */
  #endQuoted(p: number, simple: boolean, final: boolean): void {
    this.#endCell(simple ? p : p + 1);
    const next = p + 1;
    if (next < this.buffer.length && this.#kinds[this.buffer[next]!] === delimits) {
      this.#at = next + 1;
      this.#state = atCell;
    } else if (next < this.buffer.length) {
      this.#breakAt(next, final);
    } else {
      this.#endRecord(next, next);
    }
  }

  #afterQuotes(p: number): void {
    this.#kind = complex;
    this.blank = false;
    this.#cellStart = this.#openAt;
    this.#at = p;
    this.#state = inCell;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A cell that begins with a quote: up to the closing quote with doubled quotes as one, then the rest as it stands. */
function unquote(bytes: Uint8Array, quote: number): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let to = 0;
  let p = 1;
  for (; p < bytes.length; p++) {
    if (bytes[p] === quote) {
      if (bytes[p + 1] !== quote) break;
      p++;
    }
    out[to++] = bytes[p]!;
  }
  for (p++; p < bytes.length; p++) out[to++] = bytes[p]!;
  return out.subarray(0, to);
}
