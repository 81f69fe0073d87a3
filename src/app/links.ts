import {
  linkVersion,
  readLink,
  writeLink,
  type LinkCodec,
  type LinkState,
  type SchemeCodec,
} from '../document/link.ts';
import { newNotebook, type Notebook } from '../document/schema.ts';
import { lenses, lensOf } from '../lenses/registry.ts';
import { schemeSettingsCodec } from '../model/schemes/file.ts';
import { samples } from '../samples/index.ts';
import type { Look } from './look.svelte.ts';
import type { Notice } from './state.ts';

/** The lenses' public settings as the link codec wants them. */
const codecs: readonly LinkCodec[] = lenses.map((lens) => ({
  lens: lens.id,
  write: (values) => lens.params.write(values),
  read: (key, text) => lens.params.read(key, text),
}));

const schemes: SchemeCodec = schemeSettingsCodec;

/** Files with as many rows start without the cells that would double the time until the page is ready. */
const large = 1_000_000;

export const firstCells = (cells: Notebook['cells'], rows: number): Notebook['cells'] =>
  rows < large
    ? cells
    : cells.map((cell) => (lensOf(cell.lens)?.costly ? { ...cell, collapsed: true } : cell));

export const blankNotebook = (): Notebook => newNotebook(lenses.map((lens) => lens.id));

export const fragmentOf = (notebook: Notebook, look: Pick<Look, 'lang' | 'theme'>): string =>
  writeLink(notebook, codecs, schemes, { lang: look.lang, theme: look.theme });

/** Reads a fragment; what could not be read or used comes back as notices. */
export function openLink(fragment: string): { link: LinkState | null; notices: Notice[] } {
  if (!fragment) return { link: null, notices: [] };
  const known = {
    samples: samples.map((sample) => sample.id),
    cells: lenses.map((lens) => lens.id),
    codecs,
    schemes,
  };
  const read = readLink(fragment, known);
  if (!read.ok) {
    const notice: Notice = { kind: 'link', error: read.error };
    if (read.error.code === 'too_long') return { link: null, notices: [notice] };
    // Another version's link, or one that lost its version: what is still understood is opened.
    const query = new URLSearchParams(fragment);
    query.set('v', String(linkVersion));
    const again = readLink(query.toString(), known);
    return { link: again.ok && again.value.any ? again.value : null, notices: [notice] };
  }
  const { ignored } = read.value;
  return { link: read.value, notices: ignored.length > 0 ? [{ kind: 'ignored', keys: ignored }] : [] };
}

/** A notebook's settings replaced by a link's. */
export const withLink = (notebook: Notebook, link: LinkState): Notebook => ({
  ...notebook,
  scope: link.scope,
  tiers: link.tiers,
  scheme: link.scheme,
  schemes: link.schemes,
  cells: blankNotebook().cells.map((cell) => ({
    ...cell,
    values: link.values[cell.lens] ?? {},
    collapsed: link.collapsed.includes(cell.id),
  })),
});
