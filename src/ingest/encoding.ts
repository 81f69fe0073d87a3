import { guessLegacy } from './legacy.ts';
import { splitLines, weigh } from './mixed.ts';
import { ReadError } from './types.ts';
import { Utf8Check } from './utf8.ts';

export { guessLegacy };

/** The encodings that the import page offers (labels of the WHATWG Encoding Standard). */
// prettier-ignore
export const encodings = [
  'utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'euc-kr',
  'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257',
  'windows-1258', 'windows-874', 'iso-8859-2', 'iso-8859-5', 'iso-8859-7', 'iso-8859-15', 'koi8-r', 'koi8-u',
  'ibm866', 'macintosh', 'x-mac-cyrillic',
] as const;

/**
 * Guesses the encoding of a file from its first bytes: BOM; UTF-16 without BOM; ISO-2022-JP; strict UTF-8, also where
 * some lines are not (they are read by themselves, see LineDecoder); else the likeliest of `written`. `whole` = the
 * bytes are the whole file, so a cut character is an error. Throws ReadError `encoding` for UTF-32, which no browser
 * decodes.
 */
export function guessEncoding(head: Uint8Array, whole: boolean): string {
  const wide32 = utf32(head);
  if (wide32) throw new ReadError({ code: 'encoding', encoding: wide32, byte: 0 });
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const wide = utf16WithoutBom(head);
  if (wide) return wide;
  const check = new Utf8Check();
  if (check.push(head) < 0 && (!whole || check.finish() < 0))
    return shiftsToJapanese(head) ? 'iso-2022-jp' : 'utf-8';
  const lines = splitLines(whole ? head : head.subarray(0, lastBreak(head)));
  return weigh(lines.valid, lines.invalid).utf8 ? 'utf-8' : guessLegacy(head);
}

/** Where the last whole line ends; a head without a line break is one line. */
function lastBreak(head: Uint8Array): number {
  const end = Math.max(head.lastIndexOf(10), head.lastIndexOf(13)) + 1;
  return end === 0 ? head.length : end;
}

/** By its BOM, or because of every four bytes at least two are 0 and always the same ones. */
function utf32(head: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  const units = Math.min(1000, head.length >> 2);
  if (units < 2) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i < units * 4; i += 4) {
    if (head[i + 3] === 0 && head[i + 2]! <= 0x10 && (head[i] || head[i + 1])) little++;
    if (head[i] === 0 && head[i + 1]! <= 0x10 && (head[i + 2] || head[i + 3])) big++;
  }
  return little === units ? 'utf-32le' : big === units ? 'utf-32be' : null;
}

/**
 * Legacy text has no NUL bytes; in UTF-16 each ASCII character (delimiters, digits, line breaks) has one, always on
 * the same side, and line breaks are among them. Pairs of printable ASCII bytes would be Chinese characters in UTF-16:
 * a file that consists of them, or whose line feeds mostly stand without a NUL, is ASCII with stray NUL bytes.
 */
function utf16WithoutBom(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const big = { nul: 0, breaks: 0 };
  const little = { nul: 0, breaks: 0 };
  const isBreak = (byte: number): boolean => byte === 10 || byte === 13;
  const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;
  let pairs = 0;
  let breaks = 0;
  const units = head.length >> 1;
  for (let i = 0; i < units; i++) {
    const first = head[2 * i]!;
    const second = head[2 * i + 1]!;
    if (isBreak(first) || isBreak(second)) breaks++;
    if (isPrintable(first) && isPrintable(second)) pairs++;
    if (first === 0) {
      big.nul++;
      if (isBreak(second)) big.breaks++;
    }
    if (second === 0) {
      little.nul++;
      if (isBreak(first)) little.breaks++;
    }
  }
  if (pairs * 2 > units) return null;
  const isSide = (side: typeof big, against: typeof big): boolean => {
    if (side.nul > against.nul * 10 && side.nul * 50 > units) return side.breaks * 2 >= breaks;
    return (
      side.breaks > 1 && against.breaks === 0 && pairs * 4 < units && (big.nul + little.nul) * 10 < units
    );
  };
  return isSide(little, big) ? 'utf-16le' : isSide(big, little) ? 'utf-16be' : null;
}

/** ISO-2022-JP is ASCII with escapes: ESC $ @ or ESC $ B begins Japanese, ESC ( B or ESC ( J ends it. */
function shiftsToJapanese(head: Uint8Array): boolean {
  for (let i = head.indexOf(0x1b); i >= 0; i = head.indexOf(0x1b, i + 1))
    if (head[i + 1] === 0x24 && (head[i + 2] === 0x40 || head[i + 2] === 0x42)) return true;
  return false;
}
