import type { Notebook } from '../document/schema.ts';
import { liveOf } from '../lenses/frame.ts';
import { lensOf } from '../lenses/registry.ts';
import type { Tiering } from '../model/schemes/types.ts';
import type { Figures, Frame, LensResult } from '../lenses/types.ts';

/** A cell's result with the frame and the parameters that it was made from. */
export interface CellResult {
  readonly result: LensResult<unknown>;
  readonly frame: Frame;
  readonly params: unknown;
}

/** All figures of the cells that can be used, under the notebook's own cuts (a drag's preview does not count). */
export function figuresOf(
  notebook: Notebook,
  results: Readonly<Record<string, CellResult>>,
  active: Tiering | null,
): Figures {
  const all: Figures = {};
  for (const cell of notebook.cells) {
    const lens = lensOf(cell.lens);
    const entry = results[cell.id];
    if (lens && entry?.result.state === 'empty') Object.assign(all, lens.emptyFigures?.(entry.frame));
    if (!lens || entry?.result.state !== 'ok') continue;
    const live = liveOf(entry.frame, notebook.tiers, active);
    Object.assign(all, lens.figures(entry.result.value, live, entry.frame, entry.params));
  }
  return all;
}
