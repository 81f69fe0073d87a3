import type { Scope } from '../model/scope.ts';
import { orderCuts, type TierRule } from '../model/tierRule.ts';
import type { Notebook, Source } from './schema.ts';

/** A named change of the notebook. What it changes is data, so a history can be shown, stored and tested. */
export type Step =
  | { readonly kind: 'scope'; readonly change: Partial<Scope> }
  | { readonly kind: 'tiers'; readonly change: Partial<TierRule> }
  | { readonly kind: 'cell'; readonly cell: string; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'collapse'; readonly cell: string; readonly collapsed: boolean }
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
    case 'source':
      return {
        ...notebook,
        source: step.source,
        scope: step.scope ?? notebook.scope,
        cells: step.cells ?? notebook.cells,
      };
    case 'settings':
      return { ...notebook, scope: step.scope, tiers: step.tiers, cells: step.cells };
  }
}
