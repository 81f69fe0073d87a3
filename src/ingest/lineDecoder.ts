import { joined } from '../base/bytes.ts';
import { decoderOf } from './decoder.ts';
import { eachLine, isAccident, isOther, isUtf8, splitLines, weigh } from './mixed.ts';
import type { Other } from './mixed.ts';
import { shapeOf, Utf8Check } from './utf8.ts';

/** How far behind the first wrong line of a UTF-8 file the lines are collected that decide what they are. */
const collected = 256 * 1024;
/** A line that is longer is cut there, lest a file without line breaks be held in memory as a whole. */
const longestLine = 8 * 1024 * 1024;
/** How much UTF-8 before the first wrong line is kept as evidence. */
const evidence = 4096;
/** How a line of UTF-8 with wrong bytes is called. */
const broken = 'broken';

/** Lines in another encoding than the rest of the file. */
export interface OtherLines {
  readonly encoding: string;
  lines: number;
}

/**
 * Decodes a file line by line, so that files whose parts differ (joined exports, a patched line) lose nothing: in a
 * UTF-8 file the lines that are not UTF-8 are read in their likeliest encoding, or with U+FFFD where they are UTF-8
 * with a broken byte; in any other file the lines that can only be UTF-8 are read as that. The pieces in which the
 * bytes come make no difference. UTF-16 and ISO-2022-JP are decoded as they are.
 */
export class LineDecoder {
  /** Wrong byte sequences that became U+FFFD. */
  replaced = 0;
  other: OtherLines | null = null;
  readonly #encoding: string;
  readonly #out: (utf8: Uint8Array) => void;
  readonly #first: () => void;
  readonly #encoder = new TextEncoder();
  readonly #whole: ReturnType<typeof decoderOf> | null;
  #check: Utf8Check | null;
  #sample: Uint8Array = new Uint8Array(0);
  #held: Uint8Array = new Uint8Array(0);
  /** Position in the file of the first held byte. */
  #at = 0;
  /** Position of the first wrong byte while the lines behind it are collected. */
  #wrong = -1;
  #foreign: Other = { other: 'utf-8', doubtful: true };
  /** The last line beyond ASCII was in the other encoding. */
  #inOther = false;

  /** `out` is called with UTF-8, in order; `first` when what comes next is the first line in another encoding. */
  constructor(encoding: string, out: (utf8: Uint8Array) => void, first: () => void = () => undefined) {
    this.#encoding = encoding;
    this.#out = out;
    this.#first = first;
    this.#check = encoding === 'utf-8' ? new Utf8Check() : null;
    this.#whole = /^(utf-16|iso-2022)/.test(encoding) ? decoderOf(encoding) : null;
  }

  /**
   * The next bytes. Returns the position of the first wrong byte when the file turns out not to be UTF-8 (nothing of
   * it and behind it was put out), -1 otherwise.
   */
  push(chunk: Uint8Array): number {
    if (this.#whole) {
      this.#text(this.#whole.decode(chunk, true));
      return -1;
    }
    if (this.#check && this.#wrong < 0) {
      this.#wrong = this.#check.push(chunk);
      if (this.#wrong < 0) {
        this.#pass(chunk);
        return -1;
      }
    }
    const bytes = joined(this.#held, chunk);
    if (this.#check) return this.#collect(bytes, false);
    const end = lineEnd(bytes, this.#held.length);
    this.#lines(bytes.subarray(0, end));
    this.#hold(bytes, end);
    return -1;
  }

  /** The file ends here; see push. */
  finish(): number {
    if (this.#whole) {
      this.#text(this.#whole.decode(new Uint8Array(0), false));
      return -1;
    }
    if (this.#check) {
      if (this.#wrong < 0) this.#wrong = this.#check.finish();
      if (this.#wrong >= 0) return this.#collect(this.#held, true);
      if (this.#held.length > 0) this.#out(this.#held);
      return -1;
    }
    this.#lines(this.#held);
    return -1;
  }

  #hold(bytes: Uint8Array, end: number): void {
    this.#at += end;
    this.#held = bytes.subarray(end);
  }

  /** UTF-8 as it came; only what stands behind the last line break is held, so hardly anything is copied. */
  #pass(chunk: Uint8Array): void {
    const end = lineEnd(chunk, 0);
    if (end === 0) {
      this.#held = joined(this.#held, chunk);
      if (this.#held.length <= longestLine) return;
      const cut = characterEnd(this.#held);
      this.#out(this.#held.subarray(0, cut));
      this.#hold(this.#held, cut);
      return;
    }
    if (this.#check!.beyond > 0 && this.#sample.length < evidence)
      this.#keepEvidence(joined(this.#held, chunk.subarray(0, end)));
    if (this.#held.length > 0) this.#out(this.#held);
    this.#out(chunk.subarray(0, end));
    this.#at += this.#held.length + end;
    this.#held = chunk.subarray(end);
  }

  #keepEvidence(bytes: Uint8Array): void {
    if (this.#sample.length < evidence)
      this.#sample = joined(this.#sample, splitLines(bytes, evidence).valid);
  }

  /** Holds the bytes from the first wrong line on until there are enough to say what its like are. */
  #collect(bytes: Uint8Array, ended: boolean): number {
    const from = lineStart(bytes, this.#wrong - this.#at);
    if (from > 0) {
      this.#keepEvidence(bytes.subarray(0, from));
      this.#out(bytes.subarray(0, from));
      bytes = bytes.subarray(from);
      this.#at += from;
    }
    this.#held = bytes;
    if (!ended && bytes.length < collected) return -1;
    const window =
      ended && bytes.length <= collected
        ? bytes
        : bytes.subarray(0, lastBreak(bytes.subarray(0, collected), 0) || collected);
    const { valid, invalid } = splitLines(window);
    const weighed = weigh(joined(this.#sample, valid), invalid);
    if (!weighed.utf8) return this.#wrong;
    this.#check = null;
    this.#foreign = weighed;
    const end = ended ? bytes.length : lastBreak(bytes, 0);
    this.#lines(bytes.subarray(0, end));
    this.#hold(bytes, end);
    return -1;
  }

  /** Whole lines, each in its own encoding; neighbours in the same one are decoded together. */
  #lines(bytes: Uint8Array): void {
    const isMainUtf8 = this.#encoding === 'utf-8';
    let from = 0;
    let current: string | null = null;
    eachLine(bytes, (start, end, plain) => {
      if (plain) return;
      const line = bytes.subarray(start, end);
      const encoding = isMainUtf8
        ? this.#inUtf8(line)
        : isUtf8(line, this.#encoding)
          ? 'utf-8'
          : this.#encoding;
      const isOtherLine = encoding !== this.#encoding && encoding !== broken;
      const isFirst = isOtherLine && this.other === null;
      if (isFirst) this.other = { encoding, lines: 0 };
      if (isOtherLine) this.other!.lines++;
      if (encoding === current || (current === null && !isFirst)) {
        current = encoding;
        return;
      }
      if (start > from) this.#decode(bytes.subarray(from, start), current ?? 'utf-8');
      from = start;
      if (isFirst) this.#first();
      current = encoding;
    });
    if (from < bytes.length) this.#decode(bytes.subarray(from), current ?? 'utf-8');
  }

  #inUtf8(line: Uint8Array): string {
    const { other } = this.#foreign;
    if (shapeOf(line).wrong === 0) this.#inOther = this.#inOther && isAccident(line, other);
    else if (isOther(line, this.#foreign)) this.#inOther = true;
    else return broken;
    return this.#inOther ? other : 'utf-8';
  }

  #decode(bytes: Uint8Array, encoding: string): void {
    if (encoding === 'utf-8') this.#out(bytes);
    else this.#text(decoderOf(encoding === broken ? 'utf-8' : encoding).decode(bytes, false));
  }

  #text(text: string): void {
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) this.replaced++;
    if (text.length > 0) this.#out(this.#encoder.encode(text));
  }
}

/** Where the last whole line ends, or, of a line that is too long, its last whole character; 0 = nowhere yet. */
const lineEnd = (bytes: Uint8Array, from: number): number =>
  lastBreak(bytes, from) || (bytes.length > longestLine ? characterEnd(bytes) : 0);

/** Behind the last line break at or after `from`; 0 = none. A CR at the very end may be half of a pair: not it. */
function lastBreak(bytes: Uint8Array, from: number): number {
  for (let p = bytes.length - 1; p >= from; p--) {
    if (bytes[p] === 10 || (bytes[p] === 13 && p < bytes.length - 1)) return p + 1;
  }
  return 0;
}

function lineStart(bytes: Uint8Array, at: number): number {
  for (let p = Math.min(at, bytes.length); p > 0; p--)
    if (bytes[p - 1] === 10 || bytes[p - 1] === 13) return p;
  return 0;
}

/** Behind the last blank or ASCII sign, which are no part of a longer character in any encoding. */
function characterEnd(bytes: Uint8Array): number {
  let p = bytes.length;
  while (p > 0 && bytes[p - 1]! >= 0x30) p--;
  return p || bytes.length;
}
