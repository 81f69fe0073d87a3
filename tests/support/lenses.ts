import { bookOf } from '../../src/app/book.ts';
import { Data } from '../../src/app/data.ts';
import { blankNotebook } from '../../src/app/links.ts';
import { defaultScheme } from '../../src/document/schema.ts';
import type { Shape } from '../../src/ingest/types.ts';
import { liveOf } from '../../src/lenses/frame.ts';
import { lenses } from '../../src/lenses/registry.ts';
import type { Figures, Frame, Live } from '../../src/lenses/types.ts';
import type { Coverage } from '../../src/model/coverage.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { schemeOf } from '../../src/model/schemes/registry.ts';
import { schemeVersion, type Scheme, type SchemeBook, type Settings } from '../../src/model/schemes/types.ts';
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
  /** Id of the active scheme. */
  readonly active?: string;
  /** Schemes changed or of the user's own. */
  readonly schemes?: readonly Scheme[];
  /** Values of lenses by id. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The document's schemes under some choices. */
export const bookFor = ({ tiers, active, schemes, values }: Choices = {}): SchemeBook => {
  const notebook = blankNotebook();
  return bookOf({
    ...notebook,
    tiers: { ...defaultTierRule, ...tiers },
    scheme: active ?? notebook.scheme,
    schemes: schemes ?? [],
    cells: notebook.cells.map((cell) => ({ ...cell, values: values?.[cell.lens] ?? {} })),
  });
};

/** A preset's scheme with some of its settings changed. */
export const schemeWith = (preset: string, settings: Settings): Scheme => ({
  id: preset,
  version: schemeVersion,
  preset,
  name: null,
  settings,
  rules: null,
  overrides: {},
});

/** The frame under some choices, and the active scheme on it. */
export async function frameOf(data: Data, choices: Choices = {}): Promise<{ frame: Frame; live: Live }> {
  const book = bookFor(choices);
  const frame = await data.frame({ ...defaultScope, ...choices.scope }, book);
  const active =
    book.active === defaultScheme ? null : await data.tiering(schemeOf(book, book.active), frame);
  return { frame, live: liveOf(frame, { ...defaultTierRule, ...choices.tiers }, active) };
}

/** The figures of every lens that can be used, as the page publishes them. */
export async function figuresOf(data: Data, choices: Choices = {}): Promise<Figures> {
  const { frame, live } = await frameOf(data, choices);
  const all: Figures = {};
  for (const lens of lenses) {
    const mine = choices.values?.[lens.id] ?? {};
    const result = await data.result(lens, frame, mine);
    if (result.state === 'ok')
      Object.assign(all, lens.figures(result.value, live, frame, lens.params.parse(mine)));
  }
  return all;
}
