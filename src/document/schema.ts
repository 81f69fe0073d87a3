import type { ImportPlan, Together } from '../ingest/types.ts';
import type { Scheme } from '../model/schemes/types.ts';
import { defaultScope, type Scope } from '../model/scope.ts';
import { defaultTierRule, type TierRule } from '../model/tierRule.ts';

export const schemaVersion = 1;

/** Tiers by cumulative share, whose cuts are the notebook's `tiers`. */
export const defaultScheme = 'abc';

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
  /** The rule of the scheme by cumulative share, `abc`. */
  readonly tiers: TierRule;
  /** Id of the scheme that tiers everywhere are read from. */
  readonly scheme: string;
  /** Schemes of the user's own, and presets whose settings differ from their defaults (but for `abc`). */
  readonly schemes: readonly Scheme[];
  /** The user's notes, by customer id; never part of a link. */
  readonly notes: Readonly<Record<string, string>>;
  readonly cells: readonly Cell[];
}

export function newNotebook(lenses: readonly string[]): Notebook {
  return {
    schema: schemaVersion,
    source: { kind: 'none' },
    scope: defaultScope,
    tiers: defaultTierRule,
    scheme: defaultScheme,
    schemes: [],
    notes: {},
    cells: lenses.map((lens) => ({ id: lens, lens, version: 1, values: {}, collapsed: false })),
  };
}
