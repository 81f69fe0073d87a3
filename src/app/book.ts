import { defaultScheme, type Notebook } from '../document/schema.ts';
import { bookOf as bookOfSchemes } from '../model/schemes/registry.ts';
import { schemeVersion, type Scheme, type SchemeBook } from '../model/schemes/types.ts';

/** The schemes of a notebook, with the settings that live elsewhere in it: the cuts, and the silence rule. */
export function bookOf({ tiers, scheme, schemes, cells }: Notebook): SchemeBook {
  const byShare: Scheme = {
    id: defaultScheme,
    version: schemeVersion,
    preset: defaultScheme,
    name: null,
    settings: { cut1: tiers.cut1 / 100, cut2: tiers.cut2 / 100, crossing: tiers.crossing },
    rules: null,
    overrides: {},
  };
  const silence = cells.find(({ lens }) => lens === 'churn')?.values.silenceDays;
  return bookOfSchemes([byShare, ...schemes], scheme, typeof silence === 'number' ? silence : null);
}
