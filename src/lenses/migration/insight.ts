import type { Format } from '../../format/format.ts';
import { sum } from '../../stats/transition.ts';
import { stateCode } from '../../model/history.ts';
import { units } from '../frame.ts';
import { figure, say, type Piece, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import { cellName, rowTotal } from './figures.ts';
import { periodName } from '../periodName.ts';
import { stateName, valueText } from './names.ts';
import type { MigrationParams } from './params.ts';
import type { Migration } from './result.ts';
import type { Words } from './strings.ts';

/** Below this a count says more than a share. */
export const fewest = 10;

/** The best tier that had customers in the first period, and what became of them; then the rule in force. */
export function insight(
  migration: Migration,
  _live: Live,
  frame: Frame,
  _params: MigrationParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  const { moved, from, to } = migration.pair;
  const { tiers, compared } = migration;
  const name = (period: number): string => {
    const found = compared.periods[period];
    return found ? periodName(found, format) : '';
  };
  const [first, second] = [name(from), name(to)];
  const rule = migration.cuts === 'keep' ? t.keptRule(name(0)) : t.recomputedRule;
  const gap = format.lang === 'zh-Hans' ? '' : ' ';
  const tier = moved.counts.findIndex((_, i) => i < tiers && rowTotal(moved.counts, i) > 0);
  if (tier < 0) {
    const joined = migration.movement.joined + migration.movement.returned;
    return say`${t.nobodyBefore(first, second, format.integer(joined), joined === 1)}`;
  }
  const row = moved.counts[tier] ?? [];
  const all = sum(row);
  const [negative, none] = [stateCode('net_nonpositive', tiers), stateCode('none', tiers)];
  const counted = (i: number): Piece =>
    figure(format.integer(row[i] ?? 0), cellName(migration, tier, i), row[i] ?? 0);
  const some = (n: number): string | null => (n > 0 ? format.integer(n) : null);
  const gone = sum(row.slice(tier + 1));
  const stayed = row[tier] ?? 0;
  const sentence = t.insight({
    all: format.integer(all),
    tier: stateName(migration, migration.states[tier]!, format, t),
    from: first,
    to: second,
    stayed: counted(tier),
    share: all >= fewest ? format.percent(stayed / all) : null,
    rose: some(sum(row.slice(0, tier))),
    fell: some(sum(row.slice(tier + 1, tiers))),
    negative: (row[negative] ?? 0) > 0 ? counted(negative) : null,
    none: (row[none] ?? 0) > 0 ? counted(none) : null,
    gone:
      gone > 0
        ? {
            customers: format.integer(gone),
            one: gone === 1,
            value: valueText(
              units(sum((moved.valueFrom[tier] ?? []).slice(tier + 1))),
              frame.scope.measure,
              format,
            ),
          }
        : null,
    measure,
  });
  return say`${sentence}${gap}${rule}`;
}
