import { civil, isoMonth, monthIndex, type Day } from '../base/day.ts';
import type { Format, Scale } from '../format/format.ts';
import { base, categoryAxis, grid, valueAxis, type ChartOption, type Margins } from './parts.ts';
import type { ChartTheme } from './theme.ts';

/** What happened on a day, or in a month where the days are too many to be told apart. */
export interface TimeBar {
  /** The day, or the first of the month. */
  readonly day: Day;
  readonly value: number;
  readonly orders: number;
}

/** A row of marks under the bars, such as contacts. */
export interface TimeRow {
  readonly name: string;
  readonly days: readonly Day[];
}

/** More bars than this run into each other. */
const mostBars = 240;
const dayMs = 86_400_000;
/** Below this a tick names a day, from it on a month. */
const monthsFrom = 120;

/** The days themselves, or their months; `by` says which. */
export function timeBars(days: readonly TimeBar[]): {
  readonly by: 'day' | 'month';
  readonly bars: readonly TimeBar[];
} {
  if (days.length <= mostBars) return { by: 'day', bars: days };
  const months = new Map<number, TimeBar>();
  for (const { day, value, orders } of days) {
    const month = monthIndex(day);
    const sofar = months.get(month);
    months.set(month, {
      day: sofar?.day ?? day - civil(day).day + 1,
      value: (sofar?.value ?? 0) + value,
      orders: (sofar?.orders ?? 0) + orders,
    });
  }
  return { by: 'month', bars: [...months.values()] };
}

const rowHeight = 22;
const below = 14;

interface Timeline {
  readonly bars: readonly TimeBar[];
  readonly rows: readonly TimeRow[];
  readonly from: Day;
  readonly to: Day;
  readonly valueName: string;
  readonly scale: Scale;
  readonly margins: Margins;
}

/** Height in pixels of everything but the bars. */
export const rowsHeight = (rows: readonly TimeRow[]): number =>
  rows.length === 0 ? 0 : rows.length * rowHeight + below;

/**
 * Bars of value by day from zero (returns hang below it), and under them a row of marks for each kind of entry. Series 0
 * are the bars, series 1 on the rows, in their order.
 */
export function timeline(theme: ChartTheme, format: Format, line: Timeline): ChartOption {
  const { bars, rows, margins } = line;
  const months = line.to - line.from >= monthsFrom;
  const time = (index: number, labelled: boolean) => ({
    type: 'time',
    gridIndex: index,
    min: line.from * dayMs,
    max: line.to * dayMs,
    ...(months ? { minInterval: 28 * dayMs } : { minInterval: dayMs }),
    axisLine: { show: true, onZero: index === 0, lineStyle: { color: theme.colour.ink3, width: 1 } },
    axisTick: { show: labelled, lineStyle: { color: theme.colour.ink3 } },
    splitLine: { show: false },
    axisLabel: {
      show: labelled,
      color: theme.colour.ink3,
      fontFamily: theme.font,
      fontSize: theme.size.axis,
      hideOverlap: true,
      formatter: (ms: number) => {
        const day = Math.round(ms / dayMs);
        return months ? format.month(isoMonth(monthIndex(day))) : format.date(day);
      },
    },
  });
  const marked = rows.length > 0;
  const lower = rowsHeight(rows);
  return {
    ...base(theme),
    animation: false,
    useUTC: true,
    grid: [
      grid({ ...margins, bottom: margins.bottom + lower }),
      ...(marked ? [{ ...grid(margins), top: 'auto', height: rows.length * rowHeight }] : []),
    ],
    xAxis: [time(0, !marked), ...(marked ? [time(1, true)] : [])],
    yAxis: [
      valueAxis(theme, line.scale, { side: 'y', name: line.valueName }),
      ...(marked
        ? [
            {
              ...categoryAxis(theme, { side: 'y', name: '', names: rows.map(({ name }) => name) }),
              gridIndex: 1,
              inverse: true,
              axisLine: { show: false },
              axisTick: { show: false },
              axisLabel: {
                color: theme.colour.ink2,
                fontFamily: theme.font,
                fontSize: theme.size.axis,
                width: margins.left - 8,
                overflow: 'truncate',
              },
            },
          ]
        : []),
    ],
    series: [
      {
        type: 'bar',
        data: bars.map(({ day, value }) => [day * dayMs, value]),
        barWidth: bars.length > 120 ? 2 : 4,
        barMinHeight: 1,
        itemStyle: { color: theme.colour.ink2 },
        emphasis: { itemStyle: { color: theme.colour.ink } },
      },
      ...rows.map(({ days }, row) => ({
        type: 'scatter',
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: days.map((day) => [day * dayMs, row]),
        symbol: ['circle', 'triangle', 'rect', 'diamond'][row % 4],
        symbolSize: theme.point,
        itemStyle: { color: theme.colour.ink2, opacity: 1, borderColor: theme.colour.bg, borderWidth: 1 },
        emphasis: { itemStyle: { borderColor: theme.colour.ink, borderWidth: 2 } },
      })),
    ],
  };
}
