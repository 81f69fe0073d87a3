import type { Format } from '../format/format.ts';
import type { Axis } from './axis.ts';
import {
  base,
  grid,
  plotMargins,
  points,
  reference,
  valueAxis,
  type ChartOption,
  type Margins,
} from '../charts/parts.ts';
import type { ChartTheme } from '../charts/theme.ts';
import { tiers as tierTokens, type Tier } from '../charts/tokens.ts';
import type { Mark as ChartMark, TooltipText } from '../charts/tooltip.ts';

/** More points than this are drawn as a density: a cloud of ten thousand says less. */
export const mostPoints = 2_000;
const bins = { x: 40, y: 28 } as const;
/** Points that are named. */
const named = 5;

/** Customers by two numbers; position = rank by the first. */
export interface Cloud {
  readonly n: number;
  x(rank: number): number;
  /** NaN = not drawn. */
  readonly y: Float64Array;
}

export interface Mark {
  readonly value: readonly [x: number, y: number];
  readonly rank: number;
}

export const cloudMargins = (theme: ChartTheme): Margins => plotMargins(theme, 7);

/** Each tier's customers as points; null when there are too many. `tiers` are runs of ranks, end excluded. */
export function marks(
  cloud: Cloud,
  tiers: readonly { readonly start: number; readonly end: number }[],
  x: Axis,
  y: Axis,
): Mark[][] | null {
  if (cloud.n > mostPoints) return null;
  return tiers.map(({ start, end }) => {
    const list: Mark[] = [];
    for (let rank = start; rank < end; rank++) {
      const height = cloud.y[rank] ?? NaN;
      if (!Number.isNaN(height)) list.push({ value: [x.to(cloud.x(rank)), y.to(height)], rank });
    }
    return list;
  });
}

/** Customers counted on a raster: [x, y, customers] of every raster cell that has any. */
export function density(cloud: Cloud, x: Axis, y: Axis): [number, number, number][] {
  const counts = new Uint32Array(bins.x * bins.y);
  const part = (at: number, n: number): number => Math.min(n - 1, Math.max(0, Math.floor(at * n)));
  for (let k = 0; k < cloud.n; k++) {
    const height = cloud.y[k]!;
    if (Number.isNaN(height)) continue;
    counts[part(x.at(cloud.x(k)), bins.x) * bins.y + part(y.at(height), bins.y)]!++;
  }
  const place = (axis: Axis, i: number, n: number): number =>
    axis.min + ((i + 0.5) / n) * (axis.max - axis.min);
  const squares: [number, number, number][] = [];
  counts.forEach((n, key) => {
    if (n > 0) squares.push([place(x, Math.floor(key / bins.y), bins.x), place(y, key % bins.y, bins.y), n]);
  });
  return squares;
}

const bentAxis = (axis: Axis): Record<string, unknown> =>
  axis.bent
    ? {
        axisTick: { customValues: axis.ticks },
        splitLine: { show: false },
      }
    : {};

function axis(theme: ChartTheme, side: 'x' | 'y', name: string, a: Axis): Record<string, unknown> {
  const plainAxis = valueAxis(theme, a.scale, { side, name, min: a.min, max: a.max });
  return {
    ...plainAxis,
    ...bentAxis(a),
    // The axes stand at the plot's edges; zero is a line of its own, so that ticks and words do not run through points.
    axisLine: { ...plainAxis.axisLine, onZero: false },
    axisLabel: {
      ...plainAxis.axisLabel,
      showMinLabel: a.bent,
      showMaxLabel: a.bent,
      formatter: (x: number) => a.scale.tick(a.from(x)),
      ...(a.bent ? { customValues: a.ticks } : {}),
    },
  };
}

export interface CloudParts {
  readonly byTier: readonly (readonly Mark[])[] | null;
  readonly raster: readonly (readonly [number, number, number])[];
  readonly x: Axis;
  readonly y: Axis;
  readonly xName: string;
  readonly yName: string;
  /** Size of a raster square, pixels. */
  readonly square: readonly [number, number];
  /** At phone width names would lie on the points. */
  readonly narrow: boolean;
}

/** Names stand inside the plot: left of a point in its right part. */
const side = (mark: Mark, x: Axis): 'left' | 'right' =>
  mark.value[0] > x.min + (x.max - x.min) * 0.6 ? 'left' : 'right';

const labelled = (marks: readonly Mark[], x: Axis) =>
  marks.map((mark) => (mark.rank < named ? { ...mark, label: { position: side(mark, x) } } : mark));

/** Other tiers for the same points. */
export const tierUpdate = (byTier: readonly (readonly Mark[])[], x: Axis): ChartOption => ({
  series: byTier.map((data, i) => ({ id: tierTokens[i], data: labelled(data, x) })),
});

export const rasterSize = (width: number, height: number): readonly [number, number] => [
  Math.max(2, width / bins.x - 1),
  Math.max(2, height / bins.y - 1),
];

/** Points by tier (colour and shape), the first ranks by name; squares shaded by their customers instead of many points. */
export function cloudChart(
  parts: CloudParts,
  theme: ChartTheme,
  nameOf: (rank: number) => string,
): ChartOption {
  const { byTier, raster, x, y } = parts;
  const most = raster.reduce((largest, [, , n]) => Math.max(largest, n), 1);
  const shade = (n: number): string => {
    const step = most === 1 ? 3 : Math.min(6, 1 + Math.floor((Math.log(n) / Math.log(most)) * 5.999));
    return theme.colour.seq[step] ?? theme.colour.ink3;
  };
  return {
    ...base(theme),
    animation: false,
    grid: grid(cloudMargins(theme)),
    xAxis: axis(theme, 'x', parts.xName, x),
    yAxis: axis(theme, 'y', parts.yName, y),
    series: byTier
      ? byTier.map((data, i) => {
          const tier: Tier = tierTokens[i] ?? 'd';
          const look = points(theme, tier);
          return {
            ...look,
            id: tier,
            data: labelled(data, x),
            animation: false,
            ...(i === 0 && y.min < 0 && y.max > 0
              ? { markLine: reference(theme, [{ axis: 'y', at: y.to(0) }]) }
              : {}),
            label: {
              ...look.label,
              show: true,
              fontSize: theme.size.axis,
              formatter: ({ data: mark }: { data: Mark }) =>
                mark.rank < named && !parts.narrow ? nameOf(mark.rank) : '',
            },
          };
        })
      : [
          {
            type: 'scatter',
            id: 'density',
            symbol: 'rect',
            symbolSize: [...parts.square],
            data: raster.map((cell) => ({ value: cell, itemStyle: { color: shade(cell[2]), opacity: 1 } })),
            animation: false,
          },
        ],
  };
}

/** What the pointer is on, in words: the value first. */
export function describeMark(
  mark: ChartMark,
  parts: Pick<CloudParts, 'byTier' | 'raster' | 'x' | 'y' | 'yName'>,
  format: Format,
  nameOf: (rank: number) => string,
  customers: string,
): TooltipText | null {
  const point = parts.byTier?.[mark.seriesIndex]?.[mark.dataIndex];
  if (point)
    return {
      figure: parts.x.scale.cell(parts.x.from(point.value[0])),
      words: [nameOf(point.rank), `${parts.yName}: ${parts.y.scale.cell(parts.y.from(point.value[1]))}`],
    };
  const cell = parts.raster[mark.dataIndex];
  return cell ? { figure: `${format.integer(cell[2])} ${customers}`, words: [] } : null;
}
