import type { ParquetParsers, SchemaElement } from 'hyparquet';
import { isoDay } from '../../base/day.ts';
import { withoutExponent } from './cellText.ts';

/** How a column's values become cells. */
export interface ColumnText {
  readonly name: string;
  readonly kind: 'plain' | 'decimal' | 'float' | 'time';
  /** Digits behind the decimal point; for times, of the second: 3, 6 or 9. */
  readonly scale: number;
}

/** Whether a column holds exact decimals, in either of the two places where a schema may say so. */
export function decimalType(element: SchemaElement): boolean {
  return element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
}

const timeDigits = { MILLIS: 3, MICROS: 6, NANOS: 9 } as const;

/** How a column is written as text, by its physical, converted and logical type (parquet-format, LogicalTypes.md). */
export function textOf(element: SchemaElement): ColumnText {
  const { name, type, converted_type: converted, logical_type: logical } = element;
  if (decimalType(element)) {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    return { name, kind: 'decimal', scale };
  }
  if (logical?.type === 'TIME') return { name, kind: 'time', scale: timeDigits[logical.unit] };
  if (converted === 'TIME_MILLIS' || converted === 'TIME_MICROS')
    return { name, kind: 'time', scale: converted === 'TIME_MILLIS' ? 3 : 6 };
  return { name, kind: type === 'FLOAT' ? 'float' : 'plain', scale: 0 };
}

const decoder = new TextDecoder();

/** Whole units since 1970 in UTC; a fraction of a second is shown when there is one. */
function timestamp(value: bigint, digits: 3 | 6 | 9): string {
  const unit = 10n ** BigInt(digits);
  const perDay = 86_400n * unit;
  const inDay = ((value % perDay) + perDay) % perDay;
  return `${isoDay(Number((value - inDay) / perDay))} ${clock(inDay, digits)}`;
}

function clock(inDay: bigint, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const seconds = Number(inDay / unit);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = (inDay % unit).toString().padStart(digits, '0').replace(/0+$/, '');
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return fraction === '' ? time : `${time}.${fraction}`;
}

/** What the library makes of dates and texts while it reads. */
export const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (millis) => timestamp(BigInt(millis), 3),
  timestampFromMicroseconds: (micros) => timestamp(BigInt(micros), 6),
  timestampFromNanoseconds: (nanos) => timestamp(BigInt(nanos), 9),
  dateFromDays: (days) => isoDay(days),
  jsonFromBytes: (bytes) => decoder.decode(bytes),
};

/** Big-endian two's complement. */
function wholeNumber(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
}

function decimalText(whole: bigint, scale: number): string {
  if (scale <= 0) return String(whole);
  const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
  return `${whole < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function numberCell(value: number, kind: ColumnText['kind']): string {
  if (Number.isNaN(value)) return ''; // what pandas writes for a missing number
  if (kind === 'float')
    for (let digits = 6; digits <= 8; digits++) {
      // eslint-disable-next-line no-restricted-properties -- not for people: the shortest text of a 32-bit number
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return withoutExponent(String(short));
    }
  return withoutExponent(String(value));
}

const toJson = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? decoder.decode(value) : value;
};

/** A value as read to a cell; `nested` is called for one that a cell can only show as JSON. */
export function cellOf(value: unknown, column: ColumnText, nested: () => void): string {
  if (value === null || value === undefined) return '';
  if (column.kind === 'decimal' && !Array.isArray(value)) {
    const whole = value instanceof Uint8Array ? wholeNumber(value) : BigInt(value as number | bigint);
    return decimalText(whole, column.scale);
  }
  if (column.kind === 'time' && (typeof value === 'number' || typeof value === 'bigint'))
    return clock(BigInt(value), column.scale);
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return numberCell(value, column.kind);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Uint8Array) return decoder.decode(value);
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object' || each instanceof Uint8Array))
    return value.map((each) => cellOf(each, column, nested)).join('; ');
  nested();
  return JSON.stringify(value, toJson);
}
