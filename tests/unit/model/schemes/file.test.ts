import { describe, expect, it } from 'vitest';
import {
  readScheme,
  schemeSettingsCodec as codec,
  takenOver,
  writeScheme,
} from '../../../../src/model/schemes/file.ts';
import { bookOf, hasScheme, newSchemeId, plainScheme, presetOf, presets, schemeOf } from '../../../../src/model/schemes/registry.ts'; // prettier-ignore
import { changedSettings, rulesOf, settingsOf, shortcutOf } from '../../../../src/model/schemes/rulesOf.ts';
import type { Rules, Scheme } from '../../../../src/model/schemes/types.ts';
import type { Model } from '../../../../src/model/model.ts';
import { rulesWith, schemeWith } from './world.ts';

const rules: Rules = rulesWith(
  [
    { kind: 'share', of: 'value', cut: 8000, crossing: 'better' },
    { kind: 'all', parts: [{ kind: 'number', of: 'score:w', is: 'gte', than: 60 }, { kind: 'any', parts: [{ kind: 'percentile', of: 'orders', atLeast: 70 }, { kind: 'computed', of: 'value', point: 'pareto' }] }] },
    { kind: 'number', of: 'recency_days', is: 'lte', than: 'silence_days' },
    { kind: 'top_share', of: 'score:f', basisPoints: 2000, rounding: 'up' },
    { kind: 'top_count', of: 'amount', count: 3 },
  ],
  {
    scores: [
      { id: 'f', kind: 'bins', of: 'orders', best: 'high', cuts: { kind: 'quantiles', at: [0.2, 0.8] } },
      { id: 'b', kind: 'bins', of: 'orders', best: 'low', cuts: { kind: 'bands', edges: [1, 2] } },
      { id: 'v', kind: 'bins', of: 'cv', best: 'low', cuts: { kind: 'values', values: [0.5] } },
      { id: 's', kind: 'bins', of: 'cv', best: 'low', cuts: { kind: 'suggested', bins: 3 } },
      { id: 'w', kind: 'weighted', parts: [{ of: 'score:f', weight: 1, scale: { from: 1, to: 3 } }, { of: 'value', weight: 2, scale: 'percentile' }] },
      { id: 't', kind: 'table', axes: [{ of: 'orders', edges: [2] }, { of: 'cv', edges: [1] }], classes: [1, 2, 3, 4] },
    ],
  },
); // prettier-ignore

const withText: Rules = rulesWith([
  { kind: 'text', field: 'attribute_3', values: ['金卡'], anyOther: true },
  { kind: 'top_count', of: 'value', count: 2, within: { field: 'customer_type', values: ['加盟商'] } },
]);

const own = (made: Rules): Scheme => ({ ...schemeWith({ c1: { tier: 't0', reason: 'x' } }), name: '我的方案', rules: made }); // prettier-ignore
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a scheme of a file in a book', () => {
  const book = bookOf([{ ...own(rules), id: 'own1' }], 'abc', null);
  const settings = { ...plainScheme('xyz'), settings: { cv_period: 'quarter' } };

  it('replaces the settings of its preset', () => {
    expect(takenOver(settings, book)).toEqual(settings);
  });

  it.each([
    ['rules of its own under the id of a preset', { ...own(rules), id: 'rfm', preset: 'rfm' }],
    ['settings under the id of another preset', { ...settings, id: 'rfm' }],
    ['settings under the id of a scheme of the user', { ...settings, id: 'own1' }],
    ['rules under the id of a scheme of the user', { ...own(withText), id: 'own1' }],
    ['an id that means something in links', { ...settings, id: 'sample' }],
  ])('never takes the place of another: %s', (_, scheme) => {
    expect(takenOver(scheme, book)).toEqual({ ...scheme, id: 'own2' });
  });
});

describe('a scheme as a file', () => {
  it.each([
    ['all kinds', rules],
    ['texts', withText],
  ])('comes back as it was without the tiers set by hand: %s', (_, made) => {
    const scheme = own(made);
    expect(JSON.stringify(writeScheme(scheme))).not.toContain('c1');
    expect(readScheme(throughJson(writeScheme(scheme)))).toEqual({
      ok: true,
      value: { ...scheme, overrides: {} },
    });
  });

  it('every preset with its default settings and rules', () => {
    for (const preset of presets) {
      const scheme = {
        ...plainScheme(preset.id),
        id: 'own1',
        rules: preset.rules(settingsOf(preset, {}), model),
      };
      const read = readScheme(throughJson(writeScheme(scheme)));
      expect(read).toEqual({ ok: true, value: scheme });
    }
  });

  /** The file with another value at a place. */
  const changed = (file: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
    if (key === undefined) return value;
    const copy = structuredClone(file) as Record<string, unknown>;
    copy[key] = changed(copy[key], rest, value);
    return copy;
  };

  const damaged = (path: string, value: unknown): unknown => {
    const read = readScheme(changed(throughJson(writeScheme(own(rules))), path.split('.'), value));
    return read.ok ? 'read' : read.error.code === 'damaged' ? read.error.at : read.error;
  };

  it.each<[at: string, value: unknown, where?: string]>([
    ['preset', '__proto__'],
    ['id', 'Own 1'],
    ['name', 'a\nb'],
    ['settings.cut1', 'much'],
    ['rules.population', 'some'],
    ['rules.tiers.0.when.cut', 10_001],
    ['rules.tiers.0.when.of', 'score:gone'],
    ['rules.tiers.1.when.parts.1.parts.0.atLeast', null],
    ['rules.tiers.2.id', 't0'],
    ['rules.rest.id', 't0'],
    ['rules.scores.1.id', 'f'],
    ['rules.scores.1.cuts.edges', [2, 1], 'rules.scores.1.cuts.edges.1'],
    ['rules.scores.4.parts.0.of', 'score:t'],
    ['rules.scores.5.classes', [1, 2, 3]],
    ['rules.options.cvPeriod', 'week'],
  ])('says where it is wrong: %s', (path, value, where = path) => {
    expect(damaged(path, value)).toBe(where);
  });

  it('knows what is no scheme, and what a later version made', () => {
    expect(readScheme([])).toMatchObject({ error: { code: 'not_scheme' } });
    expect(readScheme({ kind: 'import-mapping', version: 1 })).toMatchObject({
      error: { code: 'not_scheme' },
    });
    expect(damaged('version', 2)).toEqual({ code: 'version', version: 2 });
    expect(damaged('extra', 1)).toBe('read');
  });
});

const model = {
  attributes: [], dimensions: [], sides: [], sources: ['lines'], shape: 'lines', dates: true, quantity: true, profit: true, potential: true,
} as unknown as Model; // prettier-ignore

describe('schemes in links', () => {
  const read = (texts: Readonly<Record<string, string>>): readonly Scheme[] =>
    Object.entries(texts).reduce<readonly Scheme[]>(
      (schemes, [key, text]) => codec.read(key, text, schemes)!,
      [],
    );

  it('settings of presets that differ come back', () => {
    const scheme: Scheme = { ...plainScheme('xyz'), settings: { cut_x: 0.4, period: 'quarter', cut_y: 1 } };
    const texts = codec.write([scheme]);
    expect(texts).toEqual({ 'xyz.cut_x': '0.4', 'xyz.period': 'quarter' });
    expect(read(texts)).toEqual([{ ...scheme, settings: { cut_x: 0.4, period: 'quarter' } }]);
  });

  it('lists of texts never leave', () => {
    for (const preset of presets)
      for (const [field, setting] of Object.entries(preset.settings)) {
        if (setting.input.kind !== 'texts') continue;
        const texts = codec.write([{ ...plainScheme(preset.id), settings: { [field]: ['secret'] } }]);
        expect(JSON.stringify(texts)).not.toContain('secret');
        expect(codec.read(`${preset.id}.${field}`, 'secret', [])).toBeUndefined();
      }
  });

  it('rules of the user’s own come back without names; with texts they stay at home', () => {
    const short = rulesWith([{ kind: 'number', of: 'orders', is: 'gte', than: 3 }]);
    const scheme = { ...own(short), overrides: {} };
    const texts = codec.write([scheme, { ...own(withText), id: 'own2' }]);
    expect(Object.keys(texts)).toEqual(['own1']);
    expect(texts.own1).not.toContain('我的方案');
    expect(read(texts)).toEqual([{ ...scheme, name: null }]);
  });

  it('refuse what they do not know', () => {
    expect(codec.read('xyz.cut_x', 'wide', [])).toBeUndefined();
    expect(codec.read('xyz.nothing', '1', [])).toBeNull();
    expect(codec.read('abc.cut1', '70', [])).toBeNull();
    expect(codec.read('constructor.name', '1', [])).toBeNull();
    expect(codec.read('own1', '{"preset":"xyz","settings":{"cut_x":"0.4"}}', [])).toHaveLength(1);
    for (const text of ['{', '[]', '{}', '{"preset":"xyz"}', '{"preset":"xyz","settings":{"no":"1"}}'])
      expect(codec.read('own1', text, [])).toBeUndefined();
    const texts = JSON.stringify({ preset: 'abc', settings: {}, rules: withText });
    expect(codec.read('own1', texts, [])).toBeUndefined();
    expect(codec.read('measure', 'profit', [])).toBeNull();
    expect([codec.known('abc'), codec.known('own1'), codec.known('toString')]).toEqual([true, false, false]);
  });
});

describe('the book', () => {
  it('has every preset once, as changed, then the user’s own', () => {
    const changed: Scheme = { ...plainScheme('xyz'), settings: { cut_x: 0.3 } };
    const book = bookOf([own(rules), changed], 'own1', 90);
    expect(book).toMatchObject({ active: 'own1', silenceDays: 90 });
    expect(book.schemes.map(({ id }) => id)).toEqual([...presets.map(({ id }) => id), 'own1']);
    expect(schemeOf(book, 'xyz')).toBe(changed);
    expect(schemeOf(book, 'abc')).toEqual(plainScheme('abc'));
    expect(newSchemeId(book)).toBe('own2');
    expect(() => schemeOf(book, 'gone')).toThrow('gone');
    expect(hasScheme(book, 'gone')).toBe(false);
    expect(bookOf([], 'gone', null).active).toBe('abc');
  });

  it('presets stand in order, under ids of their own', () => {
    expect(presets[0]!.id).toBe('abc');
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
    for (const preset of presets) expect(presetOf(preset.id)).toBe(preset);
  });

  it('rules: the user’s own, else the preset’s with wrong settings at their defaults', () => {
    expect(rulesOf(own(rules), model)).toBe(rules);
    const strange = { ...plainScheme('abc'), settings: { cut1: 70, cut2: 'all', nothing: 1 } };
    expect(rulesOf(strange, model).tiers.map(({ when }) => when)).toMatchObject([
      { cut: 7000 },
      { cut: 9500 },
    ]);
    expect(() => rulesOf(plainScheme('gone'), model)).toThrow('gone');
    const abc = presetOf('abc')!;
    expect(changedSettings(abc, { cut1: 70, cut2: 95 })).toEqual({ cut1: 70 });
    expect([shortcutOf(abc, {}), shortcutOf(abc, { cut1: 70, cut2: 90 }), shortcutOf(abc, { cut1: 71 })]).toEqual(['80_95', '70_90', null]); // prettier-ignore
  });
});
