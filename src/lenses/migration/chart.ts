import { sankey, type Sankey, type SankeyFlow } from '../../charts/sankey.ts';
import { stateCode } from '../../model/history.ts';
import type { Migration } from './result.ts';

/** What flows are as thick as: customers, or what they bring in either period. */
export type Thickness = 'customers' | 'value';

/** Pixels: room for the periods' names above, and below for the last label's lower half. */
export const margins = { top: 32, bottom: 12 } as const;
export const nodeWidth = 10;
/** Share of the picture that the words on one side may take. */
const widestSide = 0.24;
/** Flows that are named with their share of the origin. */
export const namedShare = 0.05;

/** Room beside the first and the last column for their longest label, pixels; em = size of the type. */
export function sideRoom(labels: readonly string[], em: number, width: number): number {
  const length = (label: string): number =>
    Array.from(label).reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 1 : 0.56), 0);
  return Math.min(width * widestSide, Math.ceil(Math.max(0, ...labels.map(length)) * em) + 12);
}

/** Customers without an order in both periods would fill the picture and move nowhere: the table has them. */
export const undrawn = (migration: Migration, from: number, to: number): boolean =>
  from === to && from === stateCode('none', migration.tiers);

export function flowsOf(migration: Migration, by: Thickness): readonly (readonly SankeyFlow[])[] {
  return migration.steps.map((step) =>
    step.counts.flatMap((row, from) =>
      row.flatMap((customers, to) =>
        customers === 0 || undrawn(migration, from, to)
          ? []
          : [
              {
                from,
                to,
                start: by === 'customers' ? customers : Math.max(0, step.valueFrom[from]![to]!),
                end: by === 'customers' ? customers : Math.max(0, step.valueTo[from]![to]!),
              },
            ],
      ),
    ),
  );
}

interface Room {
  readonly width: number;
  readonly height: number;
  /** Room beside the first and the last column, pixels. */
  readonly side: number;
  /** Height of a line of a label, pixels. */
  readonly line: number;
}

export const layout = (migration: Migration, by: Thickness, room: Room): Sankey =>
  sankey(flowsOf(migration, by), migration.states.length, {
    width: Math.max(0, room.width - 2 * room.side),
    height: Math.max(0, room.height - margins.top - margins.bottom),
    node: nodeWidth,
    // Even nodes of a pixel leave their labels a line each, so that none has to move away from its node.
    gap: room.line - 1,
    line: room.line,
  });

/** Height of the picture: half of it for the gaps, in which labels find room, at the most. */
export const heightFor = (migration: Migration, line: number): number =>
  margins.top + margins.bottom + Math.max(320, migration.states.length * 2 * line);
