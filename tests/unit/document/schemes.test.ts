import { describe, expect, it } from 'vitest';
import { newNotebook } from '../../../src/document/schema.ts';
import { apply } from '../../../src/document/steps.ts';
import { schemeVersion, type Scheme } from '../../../src/model/schemes/types.ts';

const notebook = newNotebook(['tiers']);
const scheme = (id: string, settings: Scheme['settings'] = {}): Scheme => ({
  id,
  version: schemeVersion,
  preset: id.startsWith('own') ? 'abc' : id,
  name: null,
  settings,
  rules: null,
  overrides: {},
});

describe('schemes in the notebook', () => {
  it('a changed preset is kept once, whatever is changed how often', () => {
    const once = apply(notebook, { kind: 'scheme', scheme: scheme('rfm', { bins: 'quartiles' }) });
    const twice = apply(once, { kind: 'scheme', scheme: scheme('rfm', { bins: 'own' }) });
    expect(twice.schemes).toEqual([scheme('rfm', { bins: 'own' })]);
    expect(twice.scheme).toBe('abc');
  });

  it('the scheme by cumulative share is the notebook’s cuts, in basis points, ordered', () => {
    const change = {
      kind: 'scheme',
      scheme: scheme('abc', { cut1: 70, cut2: 90, crossing: 'worse' }),
    } as const;
    expect(apply(notebook, change)).toMatchObject({
      schemes: [],
      tiers: { cut1: 7000, cut2: 9000, crossing: 'worse' },
    });
    const crossed = apply(notebook, { kind: 'scheme', scheme: scheme('abc', { cut1: 96 }) });
    expect(crossed.tiers).toMatchObject({ cut1: 9600, cut2: 9600 });
    const odd = apply(notebook, { kind: 'scheme', scheme: scheme('abc', { cut1: 33.33 }) });
    expect(odd.tiers.cut1).toBe(3333);
  });

  it('a new one can become the active one in the same step; deleted, the tiers are by share again', () => {
    const made = apply(notebook, { kind: 'scheme', scheme: scheme('own1'), activate: true });
    expect([made.scheme, made.schemes.map(({ id }) => id)]).toEqual(['own1', ['own1']]);
    const deleted = apply(made, { kind: 'remove_scheme', scheme: 'own1' });
    expect([deleted.scheme, deleted.schemes]).toEqual(['abc', []]);
    const other = apply(apply(made, { kind: 'activate', scheme: 'rfm' }), {
      kind: 'remove_scheme',
      scheme: 'own1',
    });
    expect(other.scheme).toBe('rfm');
  });

  it('a note is kept by customer, and nothing of it when it is emptied', () => {
    const noted = apply(notebook, { kind: 'note', customer: '007', text: 'call in May' });
    expect(noted.notes).toEqual({ '007': 'call in May' });
    const changed = apply(noted, { kind: 'note', customer: '007', text: 'called' });
    expect(changed.notes).toEqual({ '007': 'called' });
    expect(apply(changed, { kind: 'note', customer: '007', text: '' }).notes).toEqual({});
  });
});
