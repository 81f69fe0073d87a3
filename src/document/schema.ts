import type { ImportPlan, Together } from '../ingest/types.ts';
import { defaultScope, type Scope } from '../model/scope.ts';
import { defaultTierRule, type TierRule } from '../model/tierRule.ts';

export const schemaVersion = 1;

/** Where the rows come from: nothing yet, a built-in sample, or the user's files as read by these plans. */
export type Source =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'sample';
      readonly id: string;
      /** As corrected by the user. */
      readonly plans?: readonly ImportPlan[];
      readonly together?: Together;
    }
  | { readonly kind: 'files'; readonly plans: readonly ImportPlan[]; readonly together: Together };

/** One analysis of the notebook. The values belong to the lens, which parses them; unknown ones are kept verbatim. */
export interface Cell {
  readonly id: string;
  readonly lens: string;
  readonly version: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly collapsed: boolean;
}

/** The notebook: everything that is seen follows from this value and the bytes of the source. */
export interface Notebook {
  readonly schema: typeof schemaVersion;
  readonly source: Source;
  readonly scope: Scope;
  readonly tiers: TierRule;
  readonly cells: readonly Cell[];
}

export function newNotebook(lenses: readonly string[]): Notebook {
  return {
    schema: schemaVersion,
    source: { kind: 'none' },
    scope: defaultScope,
    tiers: defaultTierRule,
    cells: lenses.map((lens) => ({ id: lens, lens, version: 1, values: {}, collapsed: false })),
  };
}
