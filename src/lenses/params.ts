import { isDay, isoDay, parseIsoDay } from '../base/day.ts';
import type { ParamSpec } from './types.ts';

/** One public setting of a lens: its text in links and the check of its value. */
export interface Setting<T> {
  readonly key: string;
  readonly fallback: T;
  valid(value: unknown): value is T;
  write(value: T): string;
  read(text: string): T | undefined;
}

export const choice = <const T extends string>(
  key: string,
  allowed: readonly T[],
  fallback: NoInfer<T>,
): Setting<T> => {
  const valid = (value: unknown): value is T => allowed.includes(value as T);
  return { key, fallback, valid, write: (v) => v, read: (text) => (valid(text) ? text : undefined) };
};

/** A number inside bounds, or null for "as suggested"; `digits` decimals in links. */
export const optionalNumber = (key: string, min: number, max: number, digits = 0): Setting<number | null> => {
  const valid = (value: unknown): value is number | null =>
    value === null || (typeof value === 'number' && value >= min && value <= max);
  return {
    key,
    fallback: null,
    valid,
    write: (v) => (v === null ? '' : String(Math.round(v * 10 ** digits) / 10 ** digits)),
    read: (text) => {
      if (!/^-?\d{1,9}(\.\d{1,4})?$/.test(text)) return undefined;
      const number = Number(text);
      return valid(number) ? number : undefined;
    },
  };
};

/** A day, or null for the default one. */
export const optionalDay = (key: string): Setting<number | null> => ({
  key,
  fallback: null,
  valid: (value): value is number | null => value === null || isDay(value),
  write: (v) => (v === null ? '' : isoDay(v)),
  read: (text) => parseIsoDay(text) ?? undefined,
});

/** Parameters of a lens from its settings by field name. */
export function paramSpec<P extends object>(settings: {
  readonly [K in keyof P]: Setting<P[K]>;
}): ParamSpec<P> {
  const fields = Object.keys(settings) as (keyof P & string)[];
  const defaults = Object.fromEntries(fields.map((f) => [f, settings[f].fallback])) as P;
  return {
    defaults,
    parse: (values) =>
      Object.fromEntries(
        fields.map((f) => [f, settings[f].valid(values[f]) ? values[f] : settings[f].fallback]),
      ) as P,
    write: (values) => {
      const texts: Record<string, string> = {};
      for (const f of fields) {
        const value = values[f];
        if (settings[f].valid(value) && value !== settings[f].fallback)
          texts[settings[f].key] = settings[f].write(value);
      }
      return texts;
    },
    read: (key, text) => {
      const field = fields.find((f) => settings[f].key === key);
      if (!field) return null;
      const value = settings[field].read(text);
      return value === undefined ? undefined : { [field]: value };
    },
  };
}

export const noParams: ParamSpec<Record<string, never>> = paramSpec<Record<string, never>>({});
