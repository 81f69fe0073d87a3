import { isDay, isoDay, parseIsoDay } from '../base/day.ts';
import type { TextId } from './metrics/types.ts';

/** How a setting is asked for. */
export type Input =
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** Bounds in the unit of the value; `digits` decimals. */
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly digits: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'day' }
  /** A fixed number of numbers: weights, cuts, the classes of a table. */
  | { readonly kind: 'numbers'; readonly length: number; readonly min: number; readonly max: number; readonly digits: number }
  /** Values of a text column, as the user chose them. */
  | { readonly kind: 'texts'; readonly field: TextId }; // prettier-ignore

/** One public setting of a lens or a scheme: its text in links, the check of its value, and how it is asked for. */
export interface Setting<T> {
  readonly key: string;
  readonly fallback: T;
  readonly input: Input;
  valid(value: unknown): value is T;
  write(value: T): string;
  /** undefined = the text is no value of this setting. */
  read(text: string): T | undefined;
}

export const choice = <const T extends string>(
  key: string,
  allowed: readonly T[],
  fallback: NoInfer<T>,
): Setting<T> => {
  const valid = (value: unknown): value is T => allowed.includes(value as T);
  return {
    key,
    fallback,
    input: { kind: 'choice', options: allowed },
    valid,
    write: (v) => v,
    read: (text) => (valid(text) ? text : undefined),
  };
};

const digitsOf = (value: number, digits: number): string =>
  String(Math.round(value * 10 ** digits) / 10 ** digits);

function numberOf(text: string): number | undefined {
  return /^-?\d{1,9}(\.\d{1,4})?$/.test(text) ? Number(text) : undefined;
}

const inside = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max;

/** A number inside bounds, or null for "as suggested"; `digits` decimals in links. */
export const optionalNumber = (key: string, min: number, max: number, digits = 0): Setting<number | null> => {
  const valid = (value: unknown): value is number | null => value === null || inside(value, min, max);
  return {
    key,
    fallback: null,
    input: { kind: 'number', min, max, digits },
    valid,
    write: (v) => (v === null ? '' : digitsOf(v, digits)),
    read: (text) => {
      const number = numberOf(text);
      return number !== undefined && valid(number) ? number : undefined;
    },
  };
};

export const number = (key: string, min: number, max: number, fallback: number, digits = 0): Setting<number> => ({
  key,
  fallback,
  input: { kind: 'number', min, max, digits },
  valid: (value): value is number => inside(value, min, max),
  write: (v) => digitsOf(v, digits),
  read: (text) => {
    const value = numberOf(text);
    return inside(value, min, max) ? value : undefined;
  },
}); // prettier-ignore

export const flag = (key: string, fallback: boolean): Setting<boolean> => ({
  key,
  fallback,
  input: { kind: 'flag' },
  valid: (value): value is boolean => typeof value === 'boolean',
  write: (v) => (v ? 'yes' : 'no'),
  read: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
});

/** A day, or null for the default one. */
export const optionalDay = (key: string): Setting<number | null> => ({
  key,
  fallback: null,
  input: { kind: 'day' },
  valid: (value): value is number | null => value === null || isDay(value),
  write: (v) => (v === null ? '' : isoDay(v)),
  read: (text) => parseIsoDay(text) ?? undefined,
});

/** As many numbers as the default has, each inside the bounds; in links joined by `_`. */
export const numbers = (
  key: string,
  min: number,
  max: number,
  fallback: readonly number[],
  digits = 0,
): Setting<readonly number[]> => {
  const { length } = fallback;
  const valid = (value: unknown): value is readonly number[] =>
    Array.isArray(value) && value.length === length && value.every((x) => inside(x, min, max));
  return {
    key,
    fallback,
    input: { kind: 'numbers', length, min, max, digits },
    valid,
    write: (v) => v.map((x) => digitsOf(x, digits)).join('_'),
    read: (text) => {
      const values = text.split('_').map(numberOf);
      return valid(values) ? values : undefined;
    },
  };
};

/** Longest list of texts and longest text that is taken. */
export const mostTexts = 50;
const longestText = 80;

/** Values of a text column; they are words of the file and never part of a link. */
export const texts = (
  key: string,
  field: TextId,
  fallback: readonly string[] = [],
): Setting<readonly string[]> => ({
  key,
  fallback,
  input: { kind: 'texts', field },
  valid: (value): value is readonly string[] =>
    Array.isArray(value) &&
    value.length <= mostTexts &&
    value.every((x) => typeof x === 'string' && x !== '' && x.length <= longestText),
  write: () => '',
  read: () => undefined,
});
