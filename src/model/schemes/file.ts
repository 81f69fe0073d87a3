import { fail, ok, type Result } from '../../base/result.ts';
import { newSchemeId, plainScheme, presetOf } from './registry.ts';
import { changedSettings } from './rulesOf.ts';
import { isRecord, matching, nameOf, NotAllowed, readRules, type Unread } from './rulesFile.ts';
import {
  schemeVersion,
  type Condition,
  type Preset,
  type Rules,
  type Scheme,
  type SchemeBook,
  type Settings,
} from './types.ts';

/** A scheme as a file of its own. Tiers set by hand name customers and stay at home. */
export interface SchemeFile extends Omit<Scheme, 'overrides'> {
  readonly kind: 'tier-scheme';
}

export type SchemeError =
  | { readonly code: 'not_scheme' }
  | { readonly code: 'version'; readonly version: number }
  /** A value that is not allowed, by its place: `rules.tiers.2.when.cut`. */
  | { readonly code: 'damaged'; readonly at: string };

const schemeId = /^[a-z][a-z_\d]{1,39}$/;

export function writeScheme({ id, version, preset, name, settings, rules }: Scheme): SchemeFile {
  return { kind: 'tier-scheme', id, version, preset, name, settings, rules };
}

/** Reads a scheme by allow-list. Unknown keys are left out; a known key with a value that is not allowed fails. */
export function readScheme(value: unknown): Result<Scheme, SchemeError> {
  if (!isRecord(value) || value.kind !== 'tier-scheme') return fail({ code: 'not_scheme' });
  const { version } = value;
  if (version !== schemeVersion)
    return Number.isInteger(version) ? fail({ code: 'version', version: version as number }) : fail({ code: 'not_scheme' }); // prettier-ignore
  try {
    const preset = knownPreset(value.preset);
    return ok({
      id: matching(value.id, schemeId, 'id'),
      version: schemeVersion,
      preset: preset.id,
      name: nameOf(value.name, 'name'),
      settings: readSettings(preset, value.settings ?? {}),
      rules: value.rules === null || value.rules === undefined ? null : readRules(value.rules, 'rules'),
      overrides: {},
    });
  } catch (thrown) {
    if (thrown instanceof NotAllowed) return fail({ code: 'damaged', at: thrown.message });
    throw thrown;
  }
}

/**
 * A scheme of a file as one of the book's: the settings of a preset replace the preset's, anything else is added under
 * an id of its own, whatever id it came with, so that it never takes the place of another scheme.
 */
export function takenOver(scheme: Scheme, book: SchemeBook): Scheme {
  const replaces = scheme.rules === null && scheme.id === scheme.preset;
  return replaces ? scheme : { ...scheme, id: newSchemeId(book) };
}

function knownPreset(id: unknown): Preset {
  const preset = typeof id === 'string' ? presetOf(id) : undefined;
  if (!preset) throw new NotAllowed('preset');
  return preset;
}

function readSettings(preset: Preset, value: unknown): Settings {
  if (!isRecord(value)) throw new NotAllowed('settings');
  for (const [field, setting] of Object.entries(preset.settings))
    if (Object.hasOwn(value, field) && !setting.valid(value[field]))
      throw new NotAllowed(`settings.${field}`);
  return changedSettings(preset, value as Settings);
}

/** The longest encoded text of one scheme of the user's own in a link, so that a link stays one that is read. */
const longestOwn = 1_200;

/**
 * Schemes as parts of a link: `<preset>.<field>` for the settings of presets that differ from their defaults, and the
 * rules of the user's own under their ids. What people typed (names) and words of a file are never part of it: lists of
 * texts are left out, and so are schemes whose rules compare with texts.
 */
export function writeSchemeLink(schemes: readonly Scheme[]): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const scheme of schemes) {
    const preset = presetOf(scheme.preset);
    if (!preset) continue;
    if (scheme.id === preset.id) {
      for (const [field, value] of Object.entries(settingTexts(preset, scheme.settings)))
        texts[`${preset.id}.${field}`] = value;
    } else {
      const own = ownText(scheme, preset);
      if (own !== null) texts[scheme.id] = own;
    }
  }
  return texts;
}

function settingTexts(preset: Preset, settings: Settings): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(changedSettings(preset, settings))) {
    const setting = preset.settings[field]!;
    if (setting.input.kind !== 'texts') texts[field] = setting.write(value);
  }
  return texts;
}

function ownText({ rules, settings }: Scheme, preset: Preset): string | null {
  if (rules && namesTexts(rules)) return null;
  const text = JSON.stringify({
    preset: preset.id,
    settings: settingTexts(preset, settings),
    ...(rules ? { rules: { ...rules, tiers: rules.tiers.map(nameless), rest: nameless(rules.rest) } } : {}),
  });
  return encodeURIComponent(text).length > longestOwn ? null : text;
}

const nameless = <T extends { readonly name: string | null }>(tier: T): Omit<T, 'name'> => {
  const { name: _name, ...rest } = tier;
  return rest;
};

function namesTexts(rules: Rules): boolean {
  const names = (condition: Condition): boolean => {
    if (condition.kind === 'all' || condition.kind === 'any') return condition.parts.some(names);
    return condition.kind === 'text' || ('within' in condition && condition.within !== undefined);
  };
  return rules.tiers.some(({ when }) => names(when));
}

/**
 * Reads one part of a link on top of the schemes read so far; undefined when the text is no value of it, null when there
 * is no such part.
 */
export function readSchemeLink(
  key: string,
  text: string,
  schemes: readonly Scheme[],
): readonly Scheme[] | undefined | null {
  const [id = '', field, ...more] = key.split('.');
  if (field === undefined) return /^own\d{1,4}$/.test(id) ? withOwn(id, text, schemes) : null;
  const preset = presetOf(id);
  const setting = preset && Object.hasOwn(preset.settings, field) ? preset.settings[field] : undefined;
  // The cuts of the scheme by cumulative share are settings of the document.
  if (!setting || more.length > 0 || id === 'abc') return null;
  const value = setting.read(text);
  if (value === undefined) return undefined;
  const scheme = schemes.find((one) => one.id === id) ?? plainScheme(id);
  return replaced(schemes, { ...scheme, settings: { ...scheme.settings, [field]: value } });
}

const replaced = (schemes: readonly Scheme[], scheme: Scheme): readonly Scheme[] => [
  ...schemes.filter(({ id }) => id !== scheme.id),
  scheme,
];

function withOwn(id: string, text: string, schemes: readonly Scheme[]): readonly Scheme[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(parsed)) return undefined;
  const preset = typeof parsed.preset === 'string' ? presetOf(parsed.preset) : undefined;
  const settings = preset && isRecord(parsed.settings) ? settingValues(preset, parsed.settings) : null;
  if (!settings) return undefined;
  const read = readScheme({
    ...parsed,
    kind: 'tier-scheme',
    version: schemeVersion,
    id,
    name: null,
    settings,
  });
  // Words of a file do not come by link, whoever wrote it.
  return read.ok && !(read.value.rules && namesTexts(read.value.rules))
    ? replaced(schemes, read.value)
    : undefined;
}

function settingValues(preset: Preset, texts: Unread): Settings | null {
  const values: Record<string, Settings[string]> = {};
  for (const [field, text] of Object.entries(texts)) {
    const setting = Object.hasOwn(preset.settings, field) ? preset.settings[field] : undefined;
    const value = typeof text === 'string' ? setting?.read(text) : undefined;
    if (value === undefined) return null;
    values[field] = value;
  }
  return values;
}

/** Schemes in links, as the document's codec asks for them. */
export const schemeSettingsCodec = {
  write: writeSchemeLink,
  read: readSchemeLink,
  known: (id: string): boolean => presetOf(id) !== undefined,
} as const;
