import { isoDay } from '../../base/day.ts';

/** What a number format makes of a number. */
export type Shown = 'number' | 'date' | 'time' | 'datetime' | 'duration';

/**
 * Number formats without a code in the file (ECMA-376 part 1, 18.8.30); those of East Asian editions are 27 to 36 and
 * 50 to 58.
 */
export function shownById(id: number): Shown {
  if (id === 46) return 'duration';
  if (id === 22) return 'datetime';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35)) return 'time';
  if (id === 55 || id === 56) return 'time';
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36) return 'date';
  return id >= 50 && id <= 58 ? 'date' : 'number';
}

/** Reads a number format's code: quoted and escaped text, colours and locales do not count. */
export function shownByCode(code: string): Shown {
  const plain = code.replace(/"[^"]*"?|\\.|_.|\*./gs, '');
  const section = plain.split(';')[0] ?? '';
  if (/\[(h+|m+|s+)\]/i.test(section)) return 'duration';
  const bare = section.replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p|E[+-]/gi, '');
  if (/[#0?]/.test(bare.replace(/s\.0+/gi, 's'))) return 'number';
  const time = /[hs]/i.test(bare);
  const date = /[yde]/i.test(bare) || (!time && /m/i.test(bare));
  return date ? (time ? 'datetime' : 'date') : time ? 'time' : 'number';
}

const two = (value: number): string => String(value).padStart(2, '0');

const secondsOfDay = 86_400;
/** 9999-12-31, the last day that a spreadsheet knows. */
const lastSerial = 2_958_465;
const serialOf1970 = 25_569;
const days1904 = 1462;

/** The day of a serial of the 1900 system, which has a 29 February 1900 that no calendar has (serial 60). */
function serialDay(serial: number): string {
  if (serial === 60) return '1900-02-29';
  if (serial === 0) return '1900-01-00'; // what a spreadsheet shows for a zero
  return isoDay(serial - serialOf1970 + (serial < 60 ? 1 : 0));
}

/**
 * A number of a cell whose format shows a date or time: `yyyy-mm-dd`, `yyyy-mm-dd hh:mm:ss`, `hh:mm:ss`; durations
 * `h:mm:ss`. Numbers that no date can be stay numbers, as in the spreadsheet.
 */
export function serialText(value: number, shown: Shown, date1904: boolean): string {
  const serial = date1904 && (shown === 'date' || shown === 'datetime') ? value + days1904 : value;
  if (shown === 'number' || !(serial >= 0) || serial > lastSerial + 1) return numberText(value);
  const seconds = Math.round(serial * secondsOfDay);
  const minutes = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  if (shown === 'duration') return `${Math.floor(seconds / 3600)}:${minutes}`;
  const time = `${two(Math.floor(seconds / 3600) % 24)}:${minutes}`;
  if (shown === 'time') return time;
  if (shown === 'date') return serialDay(Math.floor(serial));
  return `${serialDay(Math.floor(seconds / secondsOfDay))} ${time}`;
}

/** Decimal notation of a number's shortest text with an exponent. */
export function withoutExponent(text: string): string {
  if (!text.includes('e')) return text;
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const digits = parts[2]! + (parts[3] ?? '');
  const point = 1 + Number(parts[4]);
  if (point <= 0) return `${parts[1]}0.${'0'.repeat(-point)}${digits}`;
  if (digits.length <= point) return parts[1] + digits.padEnd(point, '0');
  return `${parts[1]}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Fifteen significant digits, as spreadsheets show them (0.1 + 0.2 is 0.3), without exponent between 1e-20 and 1e30. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  // eslint-disable-next-line no-restricted-properties -- not for people: fifteen digits are what a spreadsheet keeps
  const short = String(Number(value.toPrecision(15)));
  const size = Math.abs(value);
  return size >= 1e30 || size < 1e-20 ? short : withoutExponent(short);
}

/** Whole numbers from here on have more digits than a spreadsheet keeps: probably an identifier that lost its end. */
export const isLong = (value: number): boolean => Math.abs(value) >= 1e15 && Number.isInteger(value);

/** `B7` from a column from 0 and a row from 1. */
export function cellName(column: number, row: number): string {
  let name = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name + String(row);
}

/** Column from 0 of a cell's name; -1 = it names none. */
export function columnOf(name: string): number {
  let column = 0;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i) | 32;
    if (code < 97 || code > 122) break;
    column = column * 26 + code - 96;
  }
  return column - 1;
}
