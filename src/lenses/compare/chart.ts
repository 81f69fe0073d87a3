import { base, curve, grid, note, percentAxis, plotMargins, valueAxis, type ChartOption, type Margins } from '../../charts/parts.ts'; // prettier-ignore
import type { ChartTheme } from '../../charts/theme.ts';
import { tooltip } from '../../charts/tooltip.ts';
import type { Format } from '../../format/format.ts';
import { concentrationCurve } from '../../stats/concentrationCurve.ts';
import type { Ranked } from '../../stats/ranked.ts';
import type { CompareParams } from './params.ts';
import type { Words } from './strings.ts';

const points = 300;
/** Longer names stand in the table. */
const longestName = 18;

/** One curve with its name in the reader's language. */
export interface Drawn {
  readonly name: string;
  readonly ranked: Ranked;
  /** Drawn dashed: what the others are held against. */
  readonly before: boolean;
}

export interface Look {
  readonly colour: string;
  readonly dash: 'solid' | 'dashed' | 'dotted';
}

/** Colour and stroke of the i-th curve but those before: never those of tiers, and told apart without colour. */
export function lookOf(theme: ChartTheme, i: number, before: boolean): Look {
  const { seq, div, ink3, ink } = theme.colour;
  const looks: readonly Look[] = [
    { colour: seq[6] ?? ink, dash: 'solid' },
    { colour: div[theme.mode === 'light' ? 0 : 1] ?? ink, dash: 'dashed' },
    { colour: seq[4] ?? ink, dash: 'solid' },
    { colour: ink, dash: 'dotted' },
    { colour: ink3, dash: 'dashed' },
  ];
  return before ? { colour: ink3, dash: 'dashed' } : (looks[i % looks.length] ?? looks[0]!);
}

export const compareMargins = (theme: ChartTheme): Margins => plotMargins(theme, 5);

type Point = readonly [x: number, y: number];

function pointsOf(ranked: Ranked, axis: CompareParams['axis']): Point[] {
  const line = concentrationCurve(ranked, points);
  if (!line) return [];
  const all = Array.from(line.x, (x, i): Point => [axis === 'percent' ? x : Math.round(x * ranked.n), line.y[i] ?? 0]); // prettier-ignore
  // A logarithmic axis begins with the first customer.
  return axis === 'log' ? all.slice(1) : all;
}

/** A tick step of at most about ten for shares beyond the whole. */
const stepFor = (top: number): number => Math.max(0.2, Math.ceil(top / 10 / 0.2) * 0.2);

interface Hovered {
  readonly seriesName: string;
  readonly seriesId: string;
  readonly value: Point;
}

export function chart(
  drawn: readonly Drawn[],
  axis: CompareParams['axis'],
  theme: ChartTheme,
  format: Format,
  t: Words,
  measure: string,
  narrow: boolean,
): ChartOption {
  const peak = Math.max(1, ...drawn.map(({ ranked }) => ranked.prefix(ranked.rising) / ranked.total));
  const step = peak > 1 ? stepFor(peak) : 0.2;
  const largest = Math.max(1, ...drawn.map(({ ranked }) => ranked.n));
  const x =
    axis === 'percent'
      ? percentAxis(theme, format, { side: 'x', name: t.xPercent })
      : valueAxis(theme, format.unitFor(largest), {
          side: 'x',
          name: axis === 'log' ? t.xLog : t.xRank,
          min: axis === 'log' ? 1 : 0,
          max: largest,
          log: axis === 'log',
          whole: true,
        });
  const earlier = drawn.filter(({ before }) => before).length;
  const labelAt = (count: number, i: number): number =>
    Math.min(count - 2, Math.max(1, Math.round(count * (0.12 + 0.14 * i))));
  return {
    ...base(theme),
    animation: false,
    grid: grid(compareMargins(theme)),
    xAxis: x,
    yAxis: {
      ...percentAxis(theme, format, { side: 'y', name: t.yAxis(measure), max: Math.ceil(peak / step - 1e-9) * step }), // prettier-ignore
      interval: step,
    },
    tooltip: tooltip<readonly Hovered[]>(theme, (hovered) => {
      const curves = hovered.filter(({ seriesId }) => seriesId !== 'equality');
      const at = curves[0]?.value[0];
      if (at === undefined) return null;
      return {
        figure: axis === 'percent' ? t.first(format.percent(at)) : t.firstN(format.integer(at)),
        words: curves.map(({ seriesName, value }) => `${seriesName}: ${format.percent(value[1])}`),
      };
    }),
    series: [
      ...(axis === 'percent'
        ? [
            {
              ...curve(theme, { colour: theme.colour.ink3, dashed: true }),
              id: 'equality',
              lineStyle: { color: theme.colour.ink3, width: theme.line.reference, type: 'dashed' },
              data: [[0, 0], [1, 1]],
              silent: true,
              z: 1,
            },
          ]
        : []),
      ...drawn.map(({ name, ranked, before }, i) => {
        const look = lookOf(theme, i - earlier, before);
        const data = pointsOf(ranked, axis);
        const at = labelAt(data.length, i);
        const letters = Array.from(name);
        const short = letters.length > longestName ? `${letters.slice(0, longestName - 1).join('')}…` : name;
        return {
          ...curve(theme, { colour: look.colour }),
          id: `group${i}`,
          name,
          lineStyle: { color: look.colour, width: theme.line.data, type: look.dash },
          data,
          z: 2,
          // A label needs its symbol to be there, if only with no size.
          showSymbol: true,
          showAllSymbol: true,
          symbolSize: 0,
          label: {
            ...note(theme),
            color: look.colour,
            // Neighbouring curves run through the words.
            textBorderColor: theme.colour.bg,
            textBorderWidth: 3,
            show: !narrow && data.length > 2,
            position: 'right',
            offset: [4, 8],
            formatter: ({ dataIndex }: { dataIndex: number }) => (dataIndex === at ? short : ''),
          },
          labelLayout: { hideOverlap: true },
        };
      }),
    ],
  }; // prettier-ignore
}
