import type { Language } from './languages.ts';

const ascii = 3.2;
/** A wrong byte: dearer than any letter, cheaper than the two or three characters that another decoder makes of it. */
const replaced = 10;
const impossible = 14;

const signs = new Set('€£°’–—“”‘„«»º·…®™§×•²½ª©±¿¡№´');
/** Signs that stand before a word. */
const opening = new Set('€£’–—“‘„«·…•¿¡×');

/** What stands before a character; letters count from `asciiLower` on, letters beyond ASCII from `lower` on. */
const other = 0;
const digit = 1;
const asciiLower = 2;
const asciiUpper = 3;
const lower = 4;
const upper = 5;
const caseless = 6;

const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/**
 * How surprising a text is (nats; less is likelier) if it is in a language: each character by its own frequency and by
 * what stands around it. A capital inside a word, a letter of another script beside a plain one, a sign between
 * letters are what wrong decoders make. Texts that differ in length but come from the same bytes can be compared. What exceeds `limit` is
 * not read to its end.
 */
export function surprise(text: string, language: Language, limit = Infinity): number {
  const { kind, dense } = language;
  let total = 0;
  let before: number = other;
  for (let i = 0; i < text.length && total < limit; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    if (code < 0x80) {
      total += ascii;
      if (code >= 97 && code <= 122) {
        if (before >= lower && kind !== 'latin') total += kind === 'alphabet' ? 5 : 2;
        before = asciiLower;
      } else if (code >= 65 && code <= 90) {
        if (before === lower) total += 5;
        before = asciiUpper;
      } else before = code >= 48 && code <= 57 ? digit : other;
      continue;
    }
    if (code === 0xfffd) {
      total += replaced;
      before = other;
      continue;
    }
    if (code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff)) {
      total += impossible;
      before = other;
      continue;
    }
    const char = String.fromCodePoint(code);
    const small = char.toLowerCase();
    const capital = small !== char && small.length === char.length;
    const own = language.surprise.get(capital ? small : char);
    if (own === undefined && !isLetterOf(kind, code)) {
      total += sign(char, before, text.charCodeAt(i + 1));
      before = other;
      continue;
    }
    total += own ?? language.rare;
    if (kind === 'han' || kind === 'hangul') {
      if (before !== caseless) total += before === asciiLower ? 4 : 2;
      before = caseless;
      continue;
    }
    const inside = before >= asciiLower;
    const accented = before >= lower;
    if (kind === 'latin') {
      total += accented ? (dense ? 3 : 5.5) : inside ? 2.5 : 3.5;
      if (before === digit) total += 4;
      else if (!inside && !lone.has(small) && !isLetter(text, i + 1)) total += 4;
    } else if (!accented) total += before === other ? (isLetter(text, i + 1) ? 2 : 5) : 7;
    if (capital) total += before === asciiLower || before === lower ? 7 : inside ? 1 : 2;
    else if (!inside && kind === 'latin') total += 1;
    before = capital ? upper : small === char.toUpperCase() ? caseless : lower;
  }
  return total;
}

/** Accented letters that are words: è, à, ó. */
const lone = new Set('àáèéòó');

/** A word of one letter is rarer than what a wrong decoder makes of one: Rossi è Figli. */
const isLetter = (text: string, at: number): boolean => /\p{L}/u.test(text.charAt(at));

/** Letters that belong to the script at all cost what a rare one does; everything else is a sign. */
function isLetterOf(kind: Language['kind'], code: number): boolean {
  if (kind === 'han' || kind === 'hangul') return code >= 0x2e80;
  return code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7;
}

function sign(char: string, before: number, next: number): number {
  if (char === '\xa0') return before === digit || (next >= 48 && next <= 57) ? 5 : 8;
  if (!signs.has(char)) return 13;
  const between = before >= asciiLower && char !== '’';
  return isAsciiLetter(next) && (between || !opening.has(char)) ? 13 : 7;
}
