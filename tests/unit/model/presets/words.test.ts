import { describe, expect, it } from 'vitest';
import { langs } from '../../../../src/i18n/lang.ts';
import { preset as abc } from '../../../../src/model/schemes/presets/abc.ts';
import { preset as abcComputed } from '../../../../src/model/schemes/presets/abcComputed.ts';
import { preset as abcCount } from '../../../../src/model/schemes/presets/abcCount.ts';
import { preset as distributor } from '../../../../src/model/schemes/presets/distributor.ts';
import { preset as keyAccount } from '../../../../src/model/schemes/presets/keyAccount.ts';
import { preset as keyPotential } from '../../../../src/model/schemes/presets/keyPotential.ts';
import { preset as lifecycle } from '../../../../src/model/schemes/presets/lifecycle.ts';
import { preset as loyalty } from '../../../../src/model/schemes/presets/loyalty.ts';
import { preset as membership } from '../../../../src/model/schemes/presets/membership.ts';
import { preset as relationship } from '../../../../src/model/schemes/presets/relationship.ts';
import { preset as relationshipWanted } from '../../../../src/model/schemes/presets/relationshipWanted.ts';
import { preset as valueLevels } from '../../../../src/model/schemes/presets/valueLevels.ts';
import { preset as xyz } from '../../../../src/model/schemes/presets/xyz.ts';
import { modelWith, settingsOf } from './people.ts';

const presets = [abc, abcCount, abcComputed, xyz, keyPotential, valueLevels, distributor, keyAccount, lifecycle, loyalty, membership, relationship, relationshipWanted]; // prettier-ignore

const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

describe.each(presets.map((preset) => [preset.id, preset] as const))('words of %s', (_, preset) => {
  const rules = preset.rules(settingsOf(preset), modelWith());

  it.each(langs)('%s names every tier, score, setting, option, item and shortcut', (lang) => {
    const words = preset.strings[lang];
    expect(Object.keys(words.tiers)).toEqual([...rules.tiers, rules.rest].map((tier) => tier.id));
    for (const score of rules.scores) expect(words.scores[score.id]).toBeTruthy();
    expect(Object.keys(words.settings)).toEqual(Object.keys(preset.settings));
    for (const [field, { input }] of Object.entries(preset.settings)) {
      if (input.kind === 'choice')
        expect(Object.keys(words.settings[field]!.options!)).toEqual(input.options);
      if (input.kind === 'numbers') expect(words.settings[field]!.items).toHaveLength(input.length);
    }
    expect(Object.keys(words.shortcuts ?? {})).toEqual(Object.keys(preset.shortcuts ?? {}));
    for (const text of textsOf(words)) expect(text.trim()).not.toBe('');
  });

  it('English has no Chinese characters, and Chinese no English words but ABC, XYZ and VIP', () => {
    for (const text of textsOf(preset.strings.en)) expect(text).not.toMatch(/\p{Script=Han}/u);
    for (const text of textsOf(preset.strings['zh-Hans'])) expect(text.replace(/ABC|XYZ|VIP|\b[A-CX-Z]\b/g, '')).not.toMatch(/[A-Za-z]{2}/); // prettier-ignore
  });

  it('shortcuts hold valid settings, and keys are the names of the fields', () => {
    for (const shortcut of Object.values(preset.shortcuts ?? {})) settingsOf(preset, shortcut);
    for (const [field, setting] of Object.entries(preset.settings)) {
      expect(setting.valid(setting.fallback)).toBe(true);
      expect(setting.key).toBe(field);
    }
  });

  it('tier ids are short and ASCII', () => {
    for (const { id } of [...rules.tiers, rules.rest]) expect(id).toMatch(/^[A-Za-z_]{1,12}$/);
  });
});
