import type { Scheme } from '../model/schemes/types.ts';
import type { Scope } from '../model/scope.ts';
import { orderCuts, type TierRule } from '../model/tierRule.ts';
import { defaultScheme, type Notebook, type Source } from './schema.ts';

/** A named change of the notebook. What it changes is data, so a history can be shown, stored and tested. */
export type Step =
  | { readonly kind: 'scope'; readonly change: Partial<Scope> }
  | { readonly kind: 'tiers'; readonly change: Partial<TierRule> }
  | { readonly kind: 'cell'; readonly cell: string; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'collapse'; readonly cell: string; readonly collapsed: boolean }
  /** Another scheme is the active one. */
  | { readonly kind: 'activate'; readonly scheme: string }
  /** A scheme is changed or added. */
  | { readonly kind: 'scheme'; readonly scheme: Scheme; readonly activate?: true }
  | { readonly kind: 'remove_scheme'; readonly scheme: string }
  /** What is written about a customer; empty = nothing any more. */
  | { readonly kind: 'note'; readonly customer: string; readonly text: string }
  | {
      readonly kind: 'source';
      readonly source: Source;
      /** What had to give way to fit the new source. */
      readonly scope?: Scope;
      readonly cells?: Notebook['cells'];
    }
  | {
      readonly kind: 'settings';
      readonly scope: Scope;
      readonly tiers: TierRule;
      readonly scheme: string;
      readonly schemes: readonly Scheme[];
      readonly cells: Notebook['cells'];
    };

export function apply(notebook: Notebook, step: Step): Notebook {
  switch (step.kind) {
    case 'scope':
      return { ...notebook, scope: { ...notebook.scope, ...step.change } };
    case 'tiers':
      return {
        ...notebook,
        tiers: orderCuts({ ...notebook.tiers, ...step.change }, 'cut2' in step.change ? 'cut2' : 'cut1'),
      };
    case 'cell':
      return {
        ...notebook,
        cells: notebook.cells.map((cell) =>
          cell.id === step.cell ? { ...cell, values: { ...cell.values, ...step.values } } : cell,
        ),
      };
    case 'collapse':
      return {
        ...notebook,
        cells: notebook.cells.map((cell) =>
          cell.id === step.cell ? { ...cell, collapsed: step.collapsed } : cell,
        ),
      };
    case 'activate':
      return { ...notebook, scheme: step.scheme };
    case 'scheme':
      return { ...withScheme(notebook, step.scheme), ...(step.activate && { scheme: step.scheme.id }) };
    case 'remove_scheme':
      return {
        ...notebook,
        scheme: notebook.scheme === step.scheme ? defaultScheme : notebook.scheme,
        schemes: notebook.schemes.filter(({ id }) => id !== step.scheme),
      };
    case 'note': {
      const notes = Object.entries(notebook.notes).filter(([id]) => id !== step.customer);
      if (step.text !== '') notes.push([step.customer, step.text]);
      return { ...notebook, notes: Object.fromEntries(notes) };
    }
    case 'source':
      return {
        ...notebook,
        source: step.source,
        scope: step.scope ?? notebook.scope,
        cells: step.cells ?? notebook.cells,
      };
    case 'settings':
      return {
        ...notebook,
        scope: step.scope,
        tiers: step.tiers,
        scheme: step.scheme,
        schemes: step.schemes,
        cells: step.cells,
      };
  }
}

/** The scheme by cumulative share has its rule in one place, the notebook's `tiers`. */
function withScheme(notebook: Notebook, scheme: Scheme): Notebook {
  if (scheme.id === defaultScheme) {
    const { cut1, cut2, crossing } = scheme.settings;
    const change: Partial<TierRule> = {
      ...(typeof cut1 === 'number' && { cut1: Math.round(cut1 * 100) }),
      ...(typeof cut2 === 'number' && { cut2: Math.round(cut2 * 100) }),
      ...((crossing === 'better' || crossing === 'worse') && { crossing }),
    };
    return { ...notebook, tiers: orderCuts({ ...notebook.tiers, ...change }, 'cut1') };
  }
  const at = notebook.schemes.findIndex(({ id }) => id === scheme.id);
  const schemes = at < 0 ? [...notebook.schemes, scheme] : notebook.schemes.with(at, scheme);
  return { ...notebook, schemes };
}
