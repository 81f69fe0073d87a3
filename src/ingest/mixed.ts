import { written } from './languages.ts';
import { foreign, guessLegacy, surpriseIn, surpriseOf } from './legacy.ts';
import { shapeOf } from './utf8.ts';

/** How much of the lines on either side is looked at. */
const looked = 16 * 1024;
/** A line is in the other encoding only if it is so much likelier (nats) there than in the file's own. */
const lead = 8;
/** So few bytes beyond ASCII may be a UTF-8 character that was cut: they need that much more likelihood. */
const fewBytes = 6;
const doubt = 6;
/** Longer lines are judged by their beginning. */
const judged = 512;

const strict = new TextDecoder('utf-8', { ignoreBOM: true });

/** The lines beyond ASCII that are UTF-8, and those that are not, each joined and at most `most` bytes long. */
export function splitLines(bytes: Uint8Array, most = looked): { valid: Uint8Array; invalid: Uint8Array } {
  const valid = new Uint8Array(most);
  const invalid = new Uint8Array(most);
  let validLength = 0;
  let invalidLength = 0;
  eachLine(bytes, (start, end, plain) => {
    if (plain) return;
    const line = bytes.subarray(start, end);
    if (shapeOf(line).wrong === 0) {
      if (validLength + line.length > most) return;
      valid.set(line, validLength);
      validLength += line.length;
    } else {
      if (invalidLength > 0 && invalidLength + line.length > most) return;
      invalid.set(line.subarray(0, most), invalidLength);
      invalidLength = Math.min(most, invalidLength + line.length);
    }
  });
  return { valid: valid.subarray(0, validLength), invalid: invalid.subarray(0, invalidLength) };
}

/** Calls back for each line, its break (LF, CR or both) included; `plain` = ASCII only. */
export function eachLine(
  bytes: Uint8Array,
  each: (start: number, end: number, plain: boolean) => void,
): void {
  const n = bytes.length;
  for (let start = 0; start < n;) {
    let end = start;
    let plain = true;
    while (end < n) {
      const byte = bytes[end++]!;
      if (byte > 0x7f) plain = false;
      else if (byte === 10) break;
      else if (byte === 13) {
        if (bytes[end] === 10) end++;
        break;
      }
    }
    each(start, end, plain);
    start = end;
  }
}

/** The encoding of lines that are not UTF-8; `doubtful` when there are hardly any. */
export interface Other {
  readonly other: string;
  readonly doubtful: boolean;
}

/**
 * Whether a file with lines that are UTF-8 (`valid`) and lines that are not is UTF-8 at all, and which encoding its
 * other lines are in. Chinese, Japanese and Korean words of one or two characters often are UTF-8 by accident; what
 * they then say is unlikely in any language.
 */
export function weigh(valid: Uint8Array, invalid: Uint8Array): Other & { utf8: boolean } {
  const other = guessLegacy(invalid);
  const doubtful = invalid.reduce((count, byte) => (byte > 0x7f ? count + 1 : count), 0) < fewBytes;
  if (valid.length > 0)
    return { utf8: surpriseOf(strict.decode(valid)) + lead < surpriseAs(valid, other), other, doubtful };
  let broken = 0;
  let foreignLines = 0;
  eachLine(invalid.subarray(0, judged * 8), (start, end, plain) => {
    if (plain) return;
    if (isOther(invalid.subarray(start, end), { other, doubtful: false })) foreignLines++;
    else broken++;
  });
  return { utf8: broken > foreignLines, other, doubtful };
}

/** True for a line that is not UTF-8 and reads better in another encoding than with its wrong bytes replaced. */
export function isOther(line: Uint8Array, { other, doubtful }: Other): boolean {
  const { two, more, wrong } = shapeOf(line);
  const right = two + 2 * more;
  if (wrong > 2 && right <= wrong) return true;
  if (right >= 8 && wrong * 4 <= right) return false;
  const part = line.subarray(0, judged);
  return surpriseAs(part, other) + (doubtful ? doubt : 0) < surpriseOf(strict.decode(part));
}

/** True for a line that is UTF-8 by accident: among lines in another encoding, of few characters, likelier in that. */
export function isAccident(line: Uint8Array, other: string): boolean {
  const { two, more } = shapeOf(line);
  if (more > 0 || two > 4) return false;
  const part = line.subarray(0, judged);
  return surpriseAs(part, other) < surpriseOf(strict.decode(part));
}

/** True for a line of a file in `main` that is UTF-8, and not by accident. */
export function isUtf8(line: Uint8Array, main: string): boolean {
  const { two, more, wrong } = shapeOf(line);
  if (wrong > 0 || two + more === 0) return false;
  if (more >= 6) return true;
  // One Chinese character in a cell is UTF-8 by accident now and then; an accented letter stands beside a plain one.
  if (more === 0 && two < 3 && !hasAccent(line)) return false;
  const part = line.subarray(0, judged);
  return surpriseOf(strict.decode(part)) + lead < surpriseAs(part, main);
}

function surpriseAs(bytes: Uint8Array, encoding: string): number {
  const each = written.find((one) => one.encoding === encoding);
  return each ? surpriseIn(foreign(bytes, looked), each) : Infinity;
}

function hasAccent(line: Uint8Array): boolean {
  const isLetter = (byte: number | undefined): boolean =>
    byte !== undefined && (byte | 32) >= 97 && (byte | 32) <= 122;
  for (let p = 0; p < line.length; p++)
    if (line[p]! >= 0xc2 && (isLetter(line[p - 1]) || isLetter(line[p + 2]))) return true;
  return false;
}
