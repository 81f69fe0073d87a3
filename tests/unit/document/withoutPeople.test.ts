import { describe, expect, it } from 'vitest';
import { newNotebook, type Notebook } from '../../../src/document/schema.ts';
import { withoutPeople } from '../../../src/document/withoutPeople.ts';
import { plainScheme } from '../../../src/model/schemes/registry.ts';

describe('a notebook beside its figures', () => {
  const scheme = { ...plainScheme('key_account'), settings: { weights: [40, 20, 20, 20] } };
  const notebook: Notebook = {
    ...newNotebook(['overview']),
    schemes: [
      { ...scheme, overrides: { 'C-77': { tier: 'key', reason: 'her brother buys for the north' } } },
    ],
    notes: { 'C-78': 'left for a rival' },
  };

  it('says nothing of single customers', () => {
    const text = JSON.stringify(withoutPeople(notebook));
    for (const word of ['C-77', 'C-78', 'brother', 'rival', 'notes']) expect(text).not.toContain(word);
  });

  it('keeps everything else', () => {
    const { notes: _notes, ...rest } = notebook;
    expect(withoutPeople(notebook)).toEqual({ ...rest, schemes: [scheme] });
  });
});
