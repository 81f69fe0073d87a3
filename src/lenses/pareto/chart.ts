import { base, curve, grid, note, percentAxis, plotMargins, tierArea, type ChartOption, type Margins } from '../../charts/parts.ts'; // prettier-ignore
import type { ChartTheme } from '../../charts/theme.ts';
import { tiers as tierTokens, type Tier } from '../../charts/tokens.ts';
import type { Format } from '../../format/format.ts';
import { concentrationCurve } from '../../stats/concentrationCurve.ts';
import type { Live } from '../types.ts';
import type { Concentration } from './result.ts';
import type { Words } from './strings.ts';

/** Enough for a smooth line at any width, few enough to be drawn within a frame of a drag. */
const points = 400;

export type Point = readonly [x: number, y: number];

/** The curve in at most `points` points, shares of customers and of value. */
export function curvePoints(c: Concentration): Point[] {
  const line = concentrationCurve(c.ranked, points);
  return line ? Array.from(line.x, (x, i) => [x, line.y[i] ?? 0] as const) : [];
}

/** The curve cut at the tiers' ends; neighbours share their end point, so that no gap opens between bands. */
export function bands(c: Concentration, live: Live, line: readonly Point[]): readonly (readonly Point[])[] {
  const n = c.ranked.n;
  const end = (k: number): Point => [k / n, c.ranked.prefixShare(k) ?? 0];
  return live.tiers.map((tier) => {
    if (tier.customers === 0) return [];
    const from = tier.start / n;
    const to = tier.end / n;
    return [end(tier.start), ...line.filter(([x]) => x > from && x < to), end(tier.end)];
  });
}

export const paretoMargins = (theme: ChartTheme): Margins => plotMargins(theme, 5);

const band = (theme: ChartTheme, tier: Tier, data: readonly Point[]): Record<string, unknown> => ({
  ...curve(theme, { colour: theme.colour.tier[tier] }),
  id: tier,
  data,
  areaStyle: tierArea(theme, tier),
  animation: false,
  silent: true,
  z: 2,
});

/**
 * The whole picture as one option. On the page the bands are drawn over it as shapes (Bands.svelte), since a drag would
 * repaint the canvas for every move; there `parts` is empty.
 */
export function chart(
  parts: readonly (readonly Point[])[],
  theme: ChartTheme,
  format: Format,
  t: Words,
  measure: string,
  narrow: boolean,
): ChartOption {
  return {
    ...base(theme),
    animation: false,
    grid: grid(paretoMargins(theme)),
    xAxis: percentAxis(theme, format, { side: 'x', name: t.xAxis }),
    yAxis: percentAxis(theme, format, { side: 'y', name: t.yAxis(measure) }),
    series: [
      ...parts.map((data, i) => band(theme, tierTokens[i] ?? 'd', data)),
      {
        ...curve(theme, { colour: theme.colour.ink3, dashed: true }),
        id: 'equality',
        lineStyle: { color: theme.colour.ink3, width: theme.line.reference, type: 'dashed' },
        data: [
          [0, 0],
          [0.62, 0.62],
          [1, 1],
        ],
        silent: true,
        z: 1,
        // At phone width the words would lie on the curve: they stand in the table's caption instead.
        label: {
          ...note(theme),
          color: theme.colour.ink3,
          show: !narrow,
          position: 'right',
          offset: [4, 14],
          formatter: ({ dataIndex }: { dataIndex: number }) => (dataIndex === 1 ? t.equality : ''),
        },
        // A label needs its symbol to be there, if only with no size.
        showSymbol: true,
        symbolSize: 0,
      },
    ],
  };
}
