import { isoDay, parseIsoDay } from '../base/day.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { defaultScope, measures, type Scope } from '../model/scope.ts';
import { defaultTierRule, orderCuts, type TierRule } from '../model/tierRule.ts';
import type { Scheme } from '../model/schemes/types.ts';
import type { Reading } from '../ingest/types.ts';
import { defaultScheme, type Notebook } from './schema.ts';

/** The version that links made by this program carry. */
export const linkVersion = 1;
/** Longer fragments are refused before anything is read of them. */
export const linkLimit = 2_000;

/** A lens's public settings: their text form in links, and back. Values that are not public never reach a link. */
export interface LinkCodec {
  readonly lens: string;
  /** Public values that differ from the defaults, as short texts. */
  write(values: Readonly<Record<string, unknown>>): Record<string, string>;
  /** Reads one setting; undefined when the text is not a value of it, null when there is no such setting. */
  read(key: string, text: string): Record<string, unknown> | undefined | null;
}

/** Schemes in links: settings of presets, and rules of the user's own that name no text of a file. */
export interface SchemeCodec {
  write(schemes: readonly Scheme[]): Record<string, string>;
  /** The scheme with what the text says, on top of what was read so far; undefined and null as in LinkCodec. */
  read(key: string, text: string, schemes: readonly Scheme[]): readonly Scheme[] | undefined | null;
  /** Whether a scheme with this id is in every notebook. */
  known(id: string): boolean;
}

/** What a link holds: settings only, never rows, names or file names. */
export interface LinkState {
  readonly sample: string | null;
  readonly scope: Scope;
  readonly tiers: TierRule;
  readonly scheme: string;
  readonly schemes: readonly Scheme[];
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly collapsed: readonly string[];
  /** How the sender's files were read, for files that leave it open. */
  readonly reading: Partial<Pick<Reading, 'dateOrder' | 'decimal'>>;
  readonly lang: string | null;
  readonly theme: string | null;
  /** Rank, from 1, of the customer whose page is shown: no id, so that the address names nobody. */
  readonly customer: number | null;
  /** Parts that were not understood or not allowed, by key. */
  readonly ignored: readonly string[];
  /** True when the link carries any setting or source, false for an empty fragment. */
  readonly any: boolean;
}

export type LinkError =
  | { readonly code: 'version'; readonly version: string }
  | { readonly code: 'damaged' }
  | { readonly code: 'too_long'; readonly length: number };

const choices = {
  measure: measures,
  returns: ['net', 'ignore'],
  nonpositive: ['apart', 'zero', 'keep'],
  walkin: ['apart', 'one'],
  duplicates: ['keep', 'drop'],
} as const;

const readings = {
  date_order: ['dateOrder', ['ymd', 'dmy', 'mdy']],
  decimal: ['decimal', ['.', ',']],
} as const;

/** A choice that all files share; null when there are none, or they differ. */
function shared(notebook: Notebook, key: 'dateOrder' | 'decimal'): string | null {
  const plans = notebook.source.kind === 'files' ? notebook.source.plans : [];
  const values = new Set(plans.map((plan) => plan.reading[key]));
  return values.size === 1 ? [...values][0]! : null;
}

const days = { as_of: 'asOf', period_from: 'from', period_to: 'to' } as const;
const cuts = { tier_cut_1: 'cut1', tier_cut_2: 'cut2' } as const;

/** The fragment (without #) of a notebook: only what differs from the defaults, in a fixed order. */
export function writeLink(
  notebook: Notebook,
  codecs: readonly LinkCodec[],
  schemes: SchemeCodec,
  look: { lang?: string; theme?: string } = {},
): string {
  const query = new URLSearchParams({ v: String(linkVersion) });
  if (notebook.source.kind === 'sample') query.set('sample', notebook.source.id);
  for (const [key, [field, [usual]]] of Object.entries(readings)) {
    const value = shared(notebook, field);
    if (value !== null && value !== usual) query.set(key, value);
  }
  for (const key of Object.keys(choices) as (keyof typeof choices)[])
    if (notebook.scope[key] !== defaultScope[key]) query.set(key, notebook.scope[key]);
  for (const [key, field] of Object.entries(days)) {
    const day = notebook.scope[field];
    if (day !== null) query.set(key, isoDay(day));
  }
  for (const [key, field] of Object.entries(cuts))
    if (notebook.tiers[field] !== defaultTierRule[field]) query.set(key, String(notebook.tiers[field] / 100));
  if (notebook.tiers.crossing !== defaultTierRule.crossing) query.set('crossing', notebook.tiers.crossing);
  const told = schemes.write(notebook.schemes);
  if (
    notebook.scheme !== defaultScheme &&
    (schemes.known(notebook.scheme) || Object.hasOwn(told, notebook.scheme))
  )
    query.set('scheme', notebook.scheme);
  for (const [key, text] of Object.entries(told)) query.set(key, text);
  for (const cell of notebook.cells) {
    const codec = codecs.find((c) => c.lens === cell.lens);
    for (const [key, text] of Object.entries(codec?.write(cell.values) ?? {})) query.set(key, text);
  }
  const collapsed = notebook.cells.filter((cell) => cell.collapsed).map((cell) => cell.id);
  if (collapsed.length) query.set('hide', collapsed.join('.'));
  if (look.lang) query.set('lang', look.lang);
  if (look.theme) query.set('theme', look.theme);
  // Rules of the user's own are what a link can do without: as files they have no limit.
  const own = Object.keys(told).filter((key) => !key.includes('.'));
  while (query.toString().length > linkLimit && own.length > 0) {
    const id = own.pop()!;
    query.delete(id);
    if (query.get('scheme') === id) query.delete('scheme');
  }
  return query.toString();
}

/**
 * Reads a fragment (without #) by allow-list: every key and value that is not known is named in `ignored` and has no
 * effect. Fails for a fragment made by another version, one that is too long, or one that is not ours at all.
 */
export function readLink(
  fragment: string,
  known: {
    samples: readonly string[];
    cells: readonly string[];
    codecs: readonly LinkCodec[];
    schemes: SchemeCodec;
  },
): Result<LinkState, LinkError> {
  if (fragment.length > linkLimit) return fail({ code: 'too_long', length: fragment.length });
  const query = new URLSearchParams(fragment);
  const keys = [...new Set(query.keys())];
  const version = query.get('v');
  if (version === null && keys.length > 0) return fail({ code: 'damaged' });
  if (version !== null && version !== String(linkVersion))
    return fail(/^\d{1,6}$/.test(version) ? { code: 'version', version } : { code: 'damaged' });

  const ignored: string[] = [];
  const scope: { -readonly [K in keyof Scope]: Scope[K] } = { ...defaultScope };
  let tiers = defaultTierRule;
  let scheme = defaultScheme;
  let schemes: readonly Scheme[] = [];
  const values: Record<string, Record<string, unknown>> = {};
  let sample: string | null = null;
  let lang: string | null = null;
  let theme: string | null = null;
  let customer: number | null = null;
  let collapsed: string[] = [];
  const reading: Record<string, string> = {};

  const readKey = (key: string, text: string): boolean => {
    if (Object.hasOwn(choices, key)) {
      const allowed: readonly string[] = choices[key as keyof typeof choices];
      if (!allowed.includes(text)) return false;
      Object.assign(scope, { [key]: text });
      return true;
    }
    if (Object.hasOwn(readings, key)) {
      const [field, allowed] = readings[key as keyof typeof readings];
      if (!(allowed as readonly string[]).includes(text)) return false;
      reading[field] = text;
      return true;
    }
    if (Object.hasOwn(days, key)) {
      const day = parseIsoDay(text);
      if (day === null) return false;
      scope[days[key as keyof typeof days]] = day;
      return true;
    }
    if (Object.hasOwn(cuts, key)) {
      if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return false;
      const field = cuts[key as keyof typeof cuts];
      tiers = orderCuts({ ...tiers, [field]: Math.round(Number(text) * 100) }, field);
      return true;
    }
    if (key === 'crossing') {
      if (text !== 'better' && text !== 'worse') return false;
      tiers = { ...tiers, crossing: text };
      return true;
    }
    if (key === 'scheme' && /^[a-z][a-z_\d]{1,39}$/.test(text)) return ((scheme = text), true);
    if (key === 'sample') {
      if (!known.samples.includes(text)) return false;
      sample = text;
      return true;
    }
    if (key === 'lang' && /^[A-Za-z-]{2,10}$/.test(text)) return ((lang = text), true);
    if (key === 'customer' && /^[1-9]\d{0,8}$/.test(text)) return ((customer = Number(text)), true);
    if (key === 'theme' && (text === 'light' || text === 'dark')) return ((theme = text), true);
    if (key === 'hide') {
      const names = text.split('.');
      collapsed = names.filter((name) => known.cells.includes(name));
      return collapsed.length === names.length;
    }
    const changed = known.schemes.read(key, text, schemes);
    if (changed === undefined) return false;
    if (changed !== null) return ((schemes = changed), true);
    for (const codec of known.codecs) {
      const read = codec.read(key, text);
      if (read === null) continue;
      if (read === undefined) return false;
      values[codec.lens] = { ...values[codec.lens], ...read };
      return true;
    }
    return false;
  };
  for (const key of keys)
    if (key !== 'v' && !readKey(key, query.get(key) ?? '')) ignored.push(key.slice(0, 40));
  if (!known.schemes.known(scheme) && !schemes.some(({ id }) => id === scheme)) {
    scheme = defaultScheme;
    ignored.push('scheme');
  }
  return ok({
    sample, scope, tiers, scheme, schemes, values, collapsed, reading, lang, theme, customer, ignored,
    any: keys.some((key) => !['v', 'lang', 'theme', 'customer'].includes(key) && !ignored.includes(key.slice(0, 40))),
  }); // prettier-ignore
}
