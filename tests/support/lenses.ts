import { Data } from '../../src/app/data.ts';
import type { Shape } from '../../src/ingest/types.ts';
import { liveOf } from '../../src/lenses/frame.ts';
import { lenses } from '../../src/lenses/registry.ts';
import type { Figures } from '../../src/lenses/types.ts';
import type { Coverage } from '../../src/model/coverage.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { defaultScope, type Scope } from '../../src/model/scope.ts';
import { defaultTierRule, type TierRule } from '../../src/model/tierRule.ts';
import type { Engine } from '../../src/ports/engine.ts';
import { type Line, putLines } from './lines.ts';

/** A ledger of a file whose every row is used. */
export const plainLedger = (rows: number): Ledger => ({
  records: rows + 1,
  rowsFile: rows,
  rowsUsed: rows,
  rowsSetAside: 0,
  setAsideBy: [],
  header: 1,
  preamble: 0,
  blank: 0,
  footer: 0,
  recordsOther: 1,
  walkinRows: 0,
  walkinValue: 0,
  roundedRows: 0,
  shortRows: 0,
  longRows: 0,
  sources: [],
  merged: { ids: 0, customers: 0 },
});

/** Nothing is joined. */
export const noCoverage: Coverage = { customers: null, sides: [], conflicts: [] };

/** Rows in an open engine, ready for lenses. */
export async function dataOf(engine: Engine, lines: readonly Line[], shape: Shape = 'lines'): Promise<Data> {
  return new Data(engine, {
    model: await putLines(engine, lines, shape),
    ledger: plainLedger(lines.length),
    coverage: noCoverage,
  });
}

export interface Choices {
  readonly scope?: Partial<Scope>;
  readonly tiers?: Partial<TierRule>;
  /** Values of lenses by id. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The figures of every lens that can be used, as the page publishes them. */
export async function figuresOf(data: Data, { scope, tiers, values }: Choices = {}): Promise<Figures> {
  const frame = await data.frame({ ...defaultScope, ...scope });
  const live = liveOf(frame, { ...defaultTierRule, ...tiers });
  const all: Figures = {};
  for (const lens of lenses) {
    const mine = values?.[lens.id] ?? {};
    const result = await data.result(lens, frame, mine);
    if (result.state === 'ok')
      Object.assign(all, lens.figures(result.value, live, frame, lens.params.parse(mine)));
  }
  return all;
}
