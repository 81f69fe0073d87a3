import type { Setting } from '../model/setting.ts';
import type { ParamSpec } from './types.ts';

export { choice, number, optionalDay, optionalNumber, type Setting } from '../model/setting.ts';

/** The id of a scheme, which may have left the notebook (see hasScheme); null = as the lens chooses. */
export const schemeId = (key: string): Setting<string | null> => {
  const valid = (value: unknown): value is string | null =>
    value === null || (typeof value === 'string' && /^[a-z][a-z_\d]{1,39}$/.test(value));
  return {
    key,
    fallback: null,
    input: { kind: 'choice', options: [] },
    valid,
    write: (value) => value ?? '',
    read: (text) => (valid(text) ? text : undefined),
  };
};

/** Parameters of a lens from its settings by field name. */
export function paramSpec<P extends object>(settings: {
  readonly [K in keyof P]: Setting<P[K]>;
}): ParamSpec<P> {
  const fields = Object.keys(settings) as (keyof P & string)[];
  const defaults = Object.fromEntries(fields.map((f) => [f, settings[f].fallback])) as P;
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
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
        if (settings[f].valid(value) && !same(value, settings[f].fallback))
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
