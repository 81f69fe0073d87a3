import { base, curve, ghost, grid, percentAxis, plotMargins, type ChartOption, type Margins } from '../../charts/parts.ts'; // prettier-ignore
import type { ChartTheme } from '../../charts/theme.ts';
import { tooltip } from '../../charts/tooltip.ts';
import type { Format } from '../../format/format.ts';
import { concentrationCurve } from '../../stats/concentrationCurve.ts';
import type { Ranked } from '../../stats/ranked.ts';
import type { Words } from './strings.ts';

/** Enough for a smooth line at any width. */
const points = 400;
/** Up to so many products each gets a bar of its own. */
const mostBars = 60;
/** At most about ten ticks where values below zero lift the curve above the whole. */
const mostTicks = 10;

export const productsMargins = (theme: ChartTheme): Margins => plotMargins(theme, 5);

type Point = readonly [x: number, y: number];

/** Bars as one outline: a bar on an axis of shares would have no width of its own. */
function outline(ranked: Ranked): Point[] {
  const { n, total } = ranked;
  return Array.from({ length: n }, (_, k): Point[] => {
    const share = ranked.value(k) / total;
    const [left, right] = [(k + 0.12) / n, (k + 0.88) / n];
    return [[left, 0], [left, share], [right, share], [right, 0]]; // prettier-ignore
  }).flat();
}

/** Lowest and highest share that is drawn, in whole steps. */
export function extent(ranked: Ranked): {
  readonly bottom: number;
  readonly top: number;
  readonly step: number;
} {
  const peak = Math.max(1, ranked.prefix(ranked.rising) / ranked.total);
  const smallest = ranked.n > 0 && ranked.n <= mostBars ? ranked.value(ranked.n - 1) / ranked.total : 0;
  const lowest = Math.min(0, smallest);
  const step = Math.max(0.2, Math.ceil((peak - lowest) / mostTicks / 0.2) * 0.2);
  return {
    bottom: Math.floor(lowest / step + 1e-9) * step,
    top: Math.ceil(peak / step - 1e-9) * step,
    step,
  };
}

/** The curve, the even distribution, and bars where there are few. Cuts are laid over it, since they follow the handle. */
export function chart(
  ranked: Ranked,
  theme: ChartTheme,
  format: Format,
  t: Words,
  measure: string,
  nameAt: (position: number) => string,
): ChartOption {
  const line = concentrationCurve(ranked, points);
  const data = line ? Array.from(line.x, (x, i): Point => [x, line.y[i] ?? 0]) : [];
  const { bottom, top, step } = extent(ranked);
  const x = percentAxis(theme, format, { side: 'x', name: t.xAxis });
  return {
    ...base(theme),
    animation: false,
    grid: grid(productsMargins(theme)),
    // Where bars go below zero, the words stay below the plot.
    xAxis: { ...x, axisLine: { ...x.axisLine, onZero: false } },
    yAxis: {
      ...percentAxis(theme, format, { side: 'y', name: t.yAxis(measure), min: bottom, max: top }),
      interval: step,
    },
    tooltip: tooltip<readonly { readonly value: Point; readonly seriesId: string }[]>(theme, (hovered) => {
      const at = hovered.find(({ seriesId }) => seriesId === 'curve')?.value;
      if (!at) return null;
      const k = Math.round(at[0] * ranked.n);
      return {
        figure: format.percent(at[1]),
        words: k === 0 ? [] : [t.first(format.integer(k), k), t.upTo(nameAt(k - 1))],
      };
    }),
    series: [
      ...(ranked.defined && ranked.n <= mostBars
        ? [
            {
              ...curve(theme, { colour: theme.colour.ink3 }),
              id: 'bars',
              data: outline(ranked),
              lineStyle: { width: 0 },
              areaStyle: { ...ghost(theme), origin: 0 },
              silent: true,
              z: 1,
            },
          ]
        : []),
      {
        ...curve(theme, { colour: theme.colour.ink3, dashed: true }),
        id: 'equality',
        lineStyle: { color: theme.colour.ink3, width: theme.line.reference, type: 'dashed' },
        data: [[0, 0], [1, 1]],
        silent: true,
        z: 1,
      },
      { ...curve(theme, { colour: theme.colour.ink }), id: 'curve', data, z: 2 },
    ],
  }; // prettier-ignore
}
