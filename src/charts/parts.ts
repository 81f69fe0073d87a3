import type { Format, Scale } from '../format/format.ts';
import { alpha, type ChartTheme } from './theme.ts';
import type { Tier } from './tokens.ts';

/** An ECharts option as plain values: what a lens's chart returns and ui/Chart.svelte draws. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** Pixels between the chart's edge and its plot. Fixed rather than measured, so that an overlay knows the plot. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Room for ticks and for the words at the end of each axis.
 * @param ticks characters of the longest label on the y axis
 */
export function plotMargins(theme: ChartTheme, ticks = 4, side: Partial<Margins> = {}): Margins {
  const em = theme.size.axis;
  return {
    left: Math.ceil(em * 0.62 * ticks) + 12,
    right: Math.ceil(em * 1.5),
    top: Math.ceil(em * 2.4),
    bottom: Math.ceil(em * 3.8),
    ...side,
  };
}

/** The plot inside a chart of this size, in its pixels; never negative. */
export function plotRect(width: number, height: number, margins: Margins): Rect {
  return {
    left: margins.left,
    top: margins.top,
    width: Math.max(0, width - margins.left - margins.right),
    height: Math.max(0, height - margins.top - margins.bottom),
  };
}

/** What every option starts from. */
export function base(theme: ChartTheme) {
  return {
    ...theme.echarts,
    animation: theme.motion.move > 0,
    animationDuration: 0,
    animationDurationUpdate: theme.motion.move,
    animationEasingUpdate: 'cubicOut',
  };
}

export const grid = (margins: Margins) => ({
  left: margins.left,
  right: margins.right,
  top: margins.top,
  bottom: margins.bottom,
  // The margins hold the labels already; ECharts 6 would shrink the plot again and part it from its overlay.
  outerBoundsMode: 'none',
});

type Side = 'x' | 'y';

const tickStyle = (theme: ChartTheme) => ({
  color: theme.colour.ink3,
  fontFamily: theme.font,
  fontSize: theme.size.axis,
  hideOverlap: true,
});

/** Ticks outside, lines only across (for y), words at the end of the axis; the axis itself is drawn where zero is. */
function axisLook(theme: ChartTheme, side: Side, name: string) {
  const below = Math.ceil(theme.size.axis * 2.2);
  return {
    name,
    nameLocation: 'end',
    nameGap: side === 'y' ? Math.ceil(theme.size.axis * 0.9) : 0,
    nameTextStyle: {
      color: theme.colour.ink2,
      fontFamily: theme.font,
      fontSize: theme.size.axis,
      align: side === 'y' ? 'left' : 'right',
      verticalAlign: side === 'y' ? 'bottom' : 'top',
      padding: side === 'y' ? 0 : [below, 0, 0, 0],
    },
    axisLine: { show: true, lineStyle: { color: theme.colour.ink3, width: 1 } },
    axisTick: { show: true, inside: false, length: 4, lineStyle: { color: theme.colour.ink3 } },
    splitLine: { show: side === 'y', lineStyle: { color: theme.colour.rule, width: 1, type: 'solid' } },
    z: 0,
  };
}

/** Shares: data from 0 to 1, written 0% to 100%. */
export function percentAxis(
  theme: ChartTheme,
  format: Format,
  axis: { readonly side: Side; readonly name: string; readonly min?: number; readonly max?: number },
) {
  const { min = 0, max = 1 } = axis;
  return {
    ...axisLook(theme, axis.side, axis.name),
    type: 'value',
    min,
    max,
    ...(min === 0 && max === 1 ? { interval: 0.2 } : {}),
    axisLabel: { ...tickStyle(theme), formatter: (value: number) => format.percentShort(value) },
  };
}

/** Amounts or counts in one unit. Starts at zero unless `min` is given; bars must not give it. */
export function valueAxis(
  theme: ChartTheme,
  scale: Scale,
  axis: {
    readonly side: Side;
    readonly name: string;
    readonly min?: number;
    readonly max?: number;
    readonly log?: boolean;
    /** For counts: no ticks between whole numbers. */
    readonly whole?: boolean;
  },
) {
  return {
    ...axisLook(theme, axis.side, axis.name),
    type: axis.log ? 'log' : 'value',
    ...(axis.min === undefined ? {} : { min: axis.min }),
    ...(axis.max === undefined ? {} : { max: axis.max }),
    ...(axis.whole ? { minInterval: 1 } : {}),
    axisLabel: { ...tickStyle(theme), formatter: (value: number) => scale.tick(value) },
  };
}

/** Names in a given order, as they are. */
export function categoryAxis(
  theme: ChartTheme,
  axis: { readonly side: Side; readonly name: string; readonly names: readonly string[] },
) {
  return {
    ...axisLook(theme, axis.side, axis.name),
    splitLine: { show: false },
    type: 'category',
    data: [...axis.names],
    axisLabel: { ...tickStyle(theme), width: 120, overflow: 'truncate' },
  };
}

/** A line of data over pairs or a flat typed array; no points, no smoothing that would invent values. */
export function curve(theme: ChartTheme, look: { readonly colour: string; readonly dashed?: boolean }) {
  return {
    type: 'line',
    showSymbol: false,
    smooth: false,
    clip: true,
    lineStyle: { color: look.colour, width: theme.line.data, type: look.dashed ? 'dashed' : 'solid' },
    itemStyle: { color: look.colour },
    emphasis: { disabled: true },
  };
}

/** The fill of one tier's band under a curve. */
export const tierArea = (theme: ChartTheme, tier: Tier) => ({
  color: alpha(theme.colour.tier[tier], theme.tint[tier]),
  opacity: 1,
});

/** What is left of a figure when a filter is on, drawn behind it. */
export const ghost = (theme: ChartTheme) => ({ color: alpha(theme.colour.ink3, 0.25), opacity: 1 });

/** Shape is the second channel of a tier: circle, square, triangle, cross. */
export const tierSymbol: Readonly<Record<Tier, string>> = {
  a: 'circle',
  b: 'rect',
  c: 'triangle',
  d: 'path://M2 0 L5 3 L8 0 L10 2 L7 5 L10 8 L8 10 L5 7 L2 10 L0 8 L3 5 L0 2 Z',
};

/** The second channel of a tier's area: solid, sparse diagonals, dots, horizontals. */
export function tierDecal(theme: ChartTheme, tier: Tier) {
  const color = alpha(theme.colour.bg, 0.55);
  if (tier === 'a') return { symbol: 'none' };
  if (tier === 'b')
    return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, 8], rotation: -Math.PI / 4, color };
  if (tier === 'c') {
    return { symbol: 'circle', dashArrayX: [[4, 5], [0, 4.5, 4, 0.5]], dashArrayY: [4, 3], symbolSize: 0.6, color }; // prettier-ignore
  }
  return { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1.5, 5], rotation: 0, color };
}

/** Points of one tier, outlined in paper so that neighbours stay apart. Opacity 1: see ChartTheme.echarts. */
export function points(theme: ChartTheme, tier: Tier) {
  return {
    type: 'scatter',
    symbol: tierSymbol[tier],
    symbolSize: theme.point,
    itemStyle: { color: theme.colour.tier[tier], opacity: 1, borderColor: theme.colour.bg, borderWidth: 1 },
    label: { ...note(theme), opacity: 1 },
    labelLayout: { hideOverlap: true },
    emphasis: { itemStyle: { borderColor: theme.colour.ink, borderWidth: 2 } },
  };
}

/** Text in the plot. */
export const note = (theme: ChartTheme) => ({
  color: theme.colour.ink2,
  fontFamily: theme.font,
  fontSize: theme.size.note,
  opacity: 1,
});

/** Dashed lines at given places, each with its words at the end. */
export function reference(
  theme: ChartTheme,
  lines: readonly { readonly axis: Side; readonly at: number; readonly words?: string }[],
) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: theme.colour.ink3, width: theme.line.reference, type: 'dashed' },
    label: { ...note(theme), color: theme.colour.ink3, fontSize: theme.size.axis, show: true },
    data: lines.map((line) => ({
      [line.axis === 'x' ? 'xAxis' : 'yAxis']: line.at,
      label: {
        show: line.words !== undefined,
        formatter: () => line.words ?? '',
        position: line.axis === 'x' ? 'end' : 'insideEndTop',
      },
    })),
  };
}
