import { base, curve, ghost, grid, note, percentAxis, plotMargins, tierArea, type ChartOption, type Margins } from '../../charts/parts.ts'; // prettier-ignore
import { alpha, type ChartTheme } from '../../charts/theme.ts';
import { tiers as tierTokens } from '../../charts/tokens.ts';
import type { Format } from '../../format/format.ts';
import { concentrationCurve } from '../../stats/concentrationCurve.ts';
import type { Summed } from '../../stats/summed.ts';
import type { Tier } from '../../stats/tiers.ts';
import { topShare } from '../../stats/topShare.ts';
import type { Ordered } from './order.ts';
import { extentOf, placed, type Extent, type Point } from './place.ts';
import type { ParetoParams } from './params.ts';
import { shownCurve, type Concentration } from './result.ts';
import type { Words } from './strings.ts';

/** Enough for a smooth line at any width, few enough to be drawn within a frame of a drag. */
const points = 400;
/** Up to so many customers each gets a bar of their own. */
const mostBars = 40;
/** From this share on the first customer's jump is labelled. */
const tallJump = 0.05;

/** A curve in at most `points` points, shares of customers and of value. */
export function curvePoints(summed: Summed): Point[] {
  const line = concentrationCurve(summed, points);
  return line ? Array.from(line.x, (x, i) => [x, line.y[i] ?? 0] as const) : [];
}

/** The curve cut at the tiers' ends; neighbours share their end point, so that no gap opens between bands. */
export function bands(summed: Summed, tiers: readonly Tier[], line: readonly Point[]): readonly Point[][] {
  const { n } = summed;
  const end = (k: number): Point => [k / n, summed.prefixShare(k) ?? 0];
  return tiers.map((tier) => {
    if (tier.customers === 0) return [];
    const from = tier.start / n;
    const to = tier.end / n;
    return [end(tier.start), ...line.filter(([x]) => x > from && x < to), end(tier.end)];
  });
}

export const paretoMargins = (theme: ChartTheme): Margins => plotMargins(theme, 5);

/** What is drawn beside the curve, which the page lays over it. */
export interface Picture {
  readonly view: ParetoParams['view'];
  readonly extent: Extent;
  /** The curve of everybody, where some are left out of the one shown. */
  readonly ghost: readonly Point[] | null;
  /** Share of each customer from the first on, where there are few. */
  readonly bars: readonly number[] | null;
  /** The end of the first customer's jump, where it is a tall one. */
  readonly jump: Point | null;
  /** The curve at a fifth of the customers. */
  readonly fifth: Point;
  /** What makes the order, where it is not the value. */
  readonly by: Ordered['by'] | null;
}

export function pictureOf(c: Concentration, view: ParetoParams['view']): Picture {
  const shown = shownCurve(c);
  const bars = shown.n <= mostBars ? Array.from({ length: shown.n }, (_, k) => shown.value(k) / shown.total) : null; // prettier-ignore
  const first = shown.prefixShare(1) ?? 0;
  return {
    view,
    extent: extentOf(view, Math.max(c.whale.peakShare, peakOf(shown)), Math.min(0, ...(bars ?? []))),
    ghost: c.shown ? curvePoints(c.curve) : null,
    bars,
    jump: first > tallJump && shown.n > 1 ? [1 / shown.n, first] : null,
    fifth: [0.2, topShare(shown, 0.2) ?? 0],
    by: c.ordered?.by ?? null,
  };
}

const peakOf = (summed: Summed): number => summed.prefix(summed.rising) / summed.total;

const tierBand = (theme: ChartTheme, i: number, data: readonly Point[]): Record<string, unknown> => {
  const tier = tierTokens[i] ?? 'd';
  return {
    ...curve(theme, { colour: theme.colour.tier[tier] }),
    id: tier,
    data,
    areaStyle: tierArea(theme, tier),
    animation: false,
    silent: true,
    z: 2,
  };
};

const line = (theme: ChartTheme, id: string, data: readonly Point[], dashed = true) => ({
  ...curve(theme, { colour: theme.colour.ink3, dashed }),
  id,
  lineStyle: { color: theme.colour.ink3, width: theme.line.reference, type: dashed ? 'dashed' : 'solid' },
  data,
  silent: true,
  animation: false,
  z: 1,
});

/** Bars as one outline: a bar on an axis of shares would have no width of its own. */
function outline(bars: readonly number[], view: ParetoParams['view']): Point[] {
  const n = bars.length;
  return bars.flatMap((share, k): Point[] => {
    const left = (k + 0.12) / n;
    const right = (k + 0.88) / n;
    const at = (x: number, y: number): Point => [view === 'lorenz' ? 1 - x : x, y];
    return [at(left, 0), at(left, share), at(right, share), at(right, 0)];
  });
}

/**
 * The whole picture as one option. On the page the bands are drawn over it as shapes (Bands.svelte), since a drag would
 * repaint the canvas for every move; there `parts` is empty.
 */
export function chart(
  picture: Picture,
  parts: readonly (readonly Point[])[],
  theme: ChartTheme,
  format: Format,
  t: Words,
  measure: string,
  narrow: boolean,
): ChartOption {
  const { view, extent, bars, jump } = picture;
  const lorenz = view === 'lorenz';
  const place = (list: readonly Point[]): Point[] => placed(list, view);
  const words = { ...note(theme), color: theme.colour.ink3 };
  // A label needs its symbol to be there, if only with no size.
  const labelled = { showSymbol: true, symbolSize: 0 };
  const x = percentAxis(theme, format, {
    side: 'x',
    name: picture.by ? t.xAxisOrdered[picture.by][view] : lorenz ? t.xAxisLorenz : t.xAxis,
  });
  const [jumpAt] = jump ? place([jump]) : [];
  const mirrored = (data: readonly Point[]): Point[] => (lorenz ? place(data) : [...data]);
  return {
    ...base(theme),
    animation: false,
    grid: grid(paretoMargins(theme)),
    // Where the curve leaves 0 to 100 %, the words stay below the plot.
    xAxis: { ...x, axisLine: { ...x.axisLine, onZero: false } },
    yAxis: {
      ...percentAxis(theme, format, { side: 'y', name: t.yAxis(measure), min: extent.bottom, max: extent.top }),
      interval: extent.step,
    },
    series: [
      ...(bars
        ? [{ ...curve(theme, { colour: theme.colour.ink3 }), id: 'bars', data: outline(bars, view), lineStyle: { width: 0 }, areaStyle: { ...ghost(theme), origin: 0 }, silent: true, z: 1 }]
        : []),
      ...(picture.ghost
        ? [{ ...line(theme, 'ghost', place(picture.ghost), false), lineStyle: { color: alpha(theme.colour.ink3, 0.6), width: theme.line.data }, areaStyle: lorenz ? undefined : { ...ghost(theme), opacity: 0.35 } }]
        : []),
      ...parts.map((data, i) => tierBand(theme, i, mirrored(data))),
      {
        ...line(theme, 'equality', [[0, 0], [0.62, 0.62], [1, 1]]),
        // At phone width the words would lie on the curve: they stand in the table's caption instead.
        label: {
          ...words,
          show: !narrow,
          position: lorenz ? 'left' : 'right',
          offset: lorenz ? [-4, -14] : [4, 14],
          formatter: ({ dataIndex }: { dataIndex: number }) => (dataIndex === 1 ? t.equality : ''),
        },
        ...labelled,
      },
      line(theme, 'fifth', place([[0.2, lorenz ? 1 : 0], picture.fifth])),
      ...(extent.top > 1 || extent.bottom < 0
        ? [line(theme, 'whole', [[0, lorenz ? 0 : 1], [1, lorenz ? 0 : 1]], false)]
        : []),
      ...(jumpAt
        ? [{
            ...line(theme, 'jump', [jumpAt]),
            z: 4,
            label: { ...words, show: !narrow, position: lorenz ? 'left' : 'right', backgroundColor: alpha(theme.colour.bg, 0.85), padding: [1, 3], formatter: () => t.jump(format.percent(jump?.[1])) },
            ...labelled,
          }]
        : []),
    ],
  }; // prettier-ignore
}
