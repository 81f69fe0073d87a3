import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  linkLimit,
  readLink,
  writeLink,
  type LinkCodec,
  type LinkState,
} from '../../../src/document/link.ts';
import type { Notebook } from '../../../src/document/schema.ts';
import { lenses } from '../../../src/lenses/registry.ts';
import { defaultMetricOptions } from '../../../src/model/metrics/types.ts';
import { schemeSettingsCodec } from '../../../src/model/schemes/file.ts';
import { schemeVersion, type Scheme } from '../../../src/model/schemes/types.ts';
import { defaultScope } from '../../../src/model/scope.ts';
import { defaultTierRule } from '../../../src/model/tierRule.ts';
import { anyNotebook, fileSource, plain, secrets } from './notebooks.ts';

const codecs: readonly LinkCodec[] = lenses.map(({ id, params }) => ({
  lens: id,
  write: (values) => params.write(values),
  read: (key, text) => params.read(key, text),
}));

const known = {
  samples: ['tea', 'canteen'],
  cells: plain.cells.map(({ id }) => id),
  codecs,
  schemes: schemeSettingsCodec,
};

function read(fragment: string): LinkState {
  const result = readLink(fragment, known);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

const untouched: LinkState = {
  sample: null,
  scope: defaultScope,
  tiers: defaultTierRule,
  scheme: 'abc',
  schemes: [],
  values: {},
  collapsed: [],
  reading: {},
  lang: null,
  theme: null,
  customer: null,
  ignored: [],
  any: false,
};

/** Every key that may stand in a link; a new one is a decision, made here. */
const allowed = [
  'v', 'sample', 'measure', 'returns', 'nonpositive', 'walkin', 'duplicates', 'as_of', 'period_from', 'period_to',
  'tier_cut_1', 'tier_cut_2', 'crossing', 'potential', 'potential_cut_1', 'potential_cut_2', 'silence_days',
  'backtest_cut', 'backtest_window', 'hide', 'lang', 'theme', 'scheme',
]; // prettier-ignore

/** Settings of presets (`rfm.bins`) and rules of the user's own (`own1`). */
const ofSchemes = /^([a-z_]+\.[a-z_\d]+|own\d+)$/;

describe('a link', () => {
  it('says the same as the notebook it was made from', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const state = read(writeLink(notebook, codecs, schemeSettingsCodec, { lang: 'en', theme: 'dark' }));
        expect(state.ignored).toEqual([]);
        expect(state.scope).toEqual(notebook.scope);
        expect(state.tiers).toEqual(notebook.tiers);
        expect(state.sample).toBe(notebook.source.kind === 'sample' ? notebook.source.id : null);
        expect(state.collapsed).toEqual(notebook.cells.filter((c) => c.collapsed).map((c) => c.id));
        for (const cell of notebook.cells) {
          const { params } = lenses.find(({ id }) => id === cell.lens)!;
          expect(params.parse(state.values[cell.lens] ?? {})).toEqual(params.parse(cell.values));
        }
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('is short, stays under the limit that reading sets, and holds allow-listed keys only', () => {
    fc.assert(
      fc.property(anyNotebook, (notebook) => {
        const link = writeLink(notebook, codecs, schemeSettingsCodec, { lang: 'zh-Hans', theme: 'light' });
        expect(link.length).toBeLessThanOrEqual(linkLimit);
        for (const key of new URLSearchParams(link).keys())
          if (!ofSchemes.test(key)) expect(allowed).toContain(key);
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('of a user’s files holds neither file name nor header nor anything unknown', () => {
    const notebook: Notebook = {
      ...plain,
      source: fileSource,
      cells: plain.cells.map((cell) => ({
        ...cell,
        values: {
          filter: secrets[2],
          potential: secrets[1],
          silenceDays: secrets[0],
          cut1: { x: secrets[0] },
        },
      })),
    };
    const link = writeLink(notebook, codecs, schemeSettingsCodec);
    expect(link).toBe('v=1');
    for (const secret of secrets) expect(decodeURIComponent(link)).not.toContain(secret);
  });

  it('of a notebook without settings carries nothing but the version', () => {
    expect(writeLink(plain, codecs, schemeSettingsCodec)).toBe('v=1');
    expect(read('v=1')).toEqual(untouched);
    expect(read('')).toEqual(untouched);
  });

  it('is the same text for the same notebook', () => {
    const notebook = fc.sample(anyNotebook, { numRuns: 1, seed: 5 })[0]!;
    expect(writeLink(structuredClone(notebook), codecs, schemeSettingsCodec)).toBe(
      writeLink(notebook, codecs, schemeSettingsCodec),
    );
  });

  it('language and theme alone are no settings', () => {
    expect(read('v=1&lang=zh-Hans&theme=dark')).toEqual({ ...untouched, lang: 'zh-Hans', theme: 'dark' });
    expect(read('v=1&sample=tea').any).toBe(true);
  });
});

const payloads = [
  '',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e308',
  '-1',
  '1e3',
  '0x10',
  '99999999999999999999',
  'null',
  'undefined',
  'true',
  '[]',
  '{"a":1}',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  'javascript:alert(1)',
  '{{7*7}}',
  "' OR 1=1 --",
  '2024-02-30',
  '999999-12-31',
  '-999999-01-01',
  '2024-1-1',
  '\u0000',
  '😀'.repeat(20),
  '('.repeat(300),
];

describe('a hostile link', () => {
  const settings = allowed.filter((key) => key !== 'v');

  it.each(settings)('%s: what is no value of it is named and has no effect', (key) => {
    for (const payload of payloads) {
      const state = read(new URLSearchParams({ v: '1', [key]: payload }).toString());
      const right = key === 'lang' && /^[A-Za-z-]{2,10}$/.test(payload); // asked of pickLang later, which knows two
      if (!right)
        expect({ payload, ...state, any: false }).toEqual({ payload, ...untouched, ignored: [key] });
    }
  });

  it.each(['as_of', 'period_from', 'period_to', 'backtest_cut'])('%s: no date can throw', (key) => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,7}-\d{1,2}-\d{1,2}$/), (text) => {
        expect(readLink(`v=1&${key}=${text}`, known).ok).toBe(true);
      }),
      { seed: 3 },
    );
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'data',
    'SQL',
    '<img>',
    'k'.repeat(500),
  ])('unknown key %s is named, shortened, and nothing else happens', (key) => {
    const state = read(new URLSearchParams({ v: '1', [key]: 'amount' }).toString());
    expect({ ...state, any: false }).toEqual({ ...untouched, ignored: [key.slice(0, 40)] });
    expect(({} as Record<string, unknown>).amount).toBeUndefined();
  });

  it('random fragments never throw, and settings stay values of their types', () => {
    const key = fc.oneof(fc.constantFrom(...allowed), fc.string({ maxLength: 12 }));
    const value = fc.oneof(fc.constantFrom(...payloads), fc.string({ maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (pairs) => {
        const result = readLink(new URLSearchParams([['v', '1'], ...pairs.filter(([k]) => k !== 'v')]).toString(), known); // prettier-ignore
        if (!result.ok) expect(result.error.code).toBe('too_long');
        else {
          const { scope, tiers, values } = result.value;
          for (const day of [scope.from, scope.to, scope.asOf])
            expect(day === null || Number.isSafeInteger(day)).toBe(true);
          expect(tiers.cut1).toBeLessThanOrEqual(tiers.cut2);
          for (const lens of lenses) {
            const mine = values[lens.id] ?? {};
            expect(lens.params.parse(mine)).toEqual({ ...(lens.params.defaults as object), ...mine });
          }
        }
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it('a setting given twice: the first counts, once', () => {
    expect(read('v=1&measure=profit&measure=quantity')).toMatchObject({
      scope: { measure: 'profit' },
      ignored: [],
    });
  });

  it('hide: unknown cells are left out and the key is named', () => {
    expect(read('v=1&hide=pareto.nowhere')).toMatchObject({ collapsed: ['pareto'], ignored: ['hide'] });
  });

  it('of another version is refused with its number', () => {
    expect(readLink('v=2&measure=profit', known)).toEqual({
      ok: false,
      error: { code: 'version', version: '2' },
    });
    expect(readLink('v=999&anything=1', known)).toMatchObject({ ok: false, error: { version: '999' } });
  });

  it.each([
    'measure=profit',
    'v=',
    'v=x',
    'v=<img>',
    'v=-1',
    'v=1e5',
    'v=1234567',
    'hello',
    '%E0%A4%A',
    '=1',
    '&&=&',
  ])('%s is refused as damaged', (fragment) => {
    expect(readLink(fragment, known)).toEqual({ ok: false, error: { code: 'damaged' } });
  });

  it('that is too long is refused unread', () => {
    const fragment = `v=1&x=${'a'.repeat(linkLimit)}`;
    expect(readLink(fragment, known)).toEqual({
      ok: false,
      error: { code: 'too_long', length: fragment.length },
    });
  });
});

describe('rules of the user’s own in a link', () => {
  const rule = (id: string, tiers: number): Scheme => ({
    id,
    version: schemeVersion,
    preset: 'abc',
    name: 'Private name',
    settings: {},
    rules: {
      population: 'all',
      scores: [],
      tiers: Array.from({ length: tiers }, (_, i) => ({
        id: `t${i}`,
        name: 'Private name',
        when: { kind: 'number', of: 'value', is: 'gte', than: 1000 - i },
      })),
      rest: { id: 'rest', name: null },
      options: defaultMetricOptions,
    },
    overrides: { 'C 1': { tier: 't0', reason: 'secret' } },
  });
  const linkOf = (schemes: readonly Scheme[], scheme: string): string =>
    writeLink({ ...plain, schemes, scheme }, codecs, schemeSettingsCodec);

  it('travel without names and without tiers set by hand', () => {
    const link = linkOf([rule('own1', 2)], 'own1');
    expect(decodeURIComponent(link)).not.toMatch(/Private|secret|C 1/);
    const state = read(link);
    expect(state.scheme).toBe('own1');
    expect(state.schemes.map(({ id, rules }) => [id, rules?.tiers.map((tier) => tier.id)])).toEqual([
      ['own1', ['t0', 't1']],
    ]);
  });

  it('stay at home, the last first, where the link would be too long to be read', () => {
    const many = ['own1', 'own2', 'own3', 'own4', 'own5'].map((id) => rule(id, 4));
    const link = linkOf(many, 'own5');
    expect(link.length).toBeLessThanOrEqual(linkLimit);
    const state = read(link);
    expect(state.scheme).toBe('abc');
    expect(state.schemes.length).toBeGreaterThan(0);
    expect(state.schemes.length).toBeLessThan(many.length);
    expect(state.ignored).toEqual([]);
  });

  it('a scheme that the link names but does not bring is told, and tiers are those by share', () => {
    expect(read('v=1&scheme=own7')).toMatchObject({ scheme: 'abc', ignored: ['scheme'] });
  });
});
