import { decoderOf } from './decoder.ts';
import { written } from './languages.ts';
import type { Language, Written } from './languages.ts';
import { surprise } from './likelihood.ts';

/** How much text is weighed; more changes no guess and costs time in some fifty languages. */
const weighed = 16 * 1024;

/**
 * The likeliest encoding of bytes that are known not to be Unicode. For a file whose first bytes were ASCII and that
 * failed later, call it with the bytes around the failure (beginning behind a line break).
 */
export function guessLegacy(head: Uint8Array): string {
  const bytes = foreign(head, weighed);
  let best = written[0]!;
  let least = Infinity;
  for (const each of written) {
    const found = surpriseIn(bytes, each, least);
    if (found < least) {
      best = each;
      least = found;
    }
  }
  return best.encoding;
}

/** Surprise of bytes in the likeliest language of an encoding. */
export function surpriseIn(bytes: Uint8Array, each: Written, limit = Infinity): number {
  const text = decoderOf(each.encoding).decode(bytes, true);
  let least = Infinity;
  for (const language of each.languages)
    least = Math.min(least, each.unusual + surprise(text, language(), Math.min(least, limit)));
  return least;
}

/** The lines with bytes beyond ASCII, up to a limit, from the start of the bytes. */
export function foreign(bytes: Uint8Array, limit: number): Uint8Array {
  const out = new Uint8Array(Math.min(bytes.length, limit));
  let length = 0;
  for (let start = 0; start < bytes.length && length < limit;) {
    let end = start;
    let plain = true;
    while (end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13)
      if (bytes[end++]! > 0x7f) plain = false;
    end++;
    if (!plain) {
      const line = bytes.subarray(start, Math.min(end, start + limit - length));
      out.set(line, length);
      length += line.length;
    }
    start = end;
  }
  return out.subarray(0, length);
}

/** Surprise of text in the likeliest of all languages. */
export function surpriseOf(text: string): number {
  let least = Infinity;
  for (const each of allLanguages()) least = Math.min(least, surprise(text, each(), least));
  return least;
}

const allLanguages = (): Set<() => Language> => new Set(written.flatMap((each) => each.languages));
