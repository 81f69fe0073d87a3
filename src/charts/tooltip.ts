import type { ChartTheme } from './theme.ts';

/** What a tooltip says: the number first, then plain words, a line each. */
export interface TooltipText {
  readonly figure: string;
  readonly words: readonly string[];
}

/**
 * Text for ECharts' rich text, with its markup made plain: `{name|text}` is a style, and a customer may be called that.
 * The zero-width space breaks the pattern and is not seen.
 */
export const plain = (text: string): string => text.replace(/\{(?=[a-zA-Z0-9_]+\|)/g, '{\u200b');

/** What the pointer is on, as ECharts tells it; the fields that a description needs. */
export interface Mark {
  readonly seriesIndex: number;
  readonly dataIndex: number;
  readonly seriesName?: string;
  readonly name: string;
  readonly value: unknown;
}

/**
 * A tooltip painted in the chart's own canvas, for lines, whose points are found along an axis; marks are described by
 * ui/Chart's `describe`, which follows the type scale (ECharts 6.1 paints this one at a fixed 12 px). Never HTML: an
 * HTML tooltip would put a name from the file into the page as markup, and needs inline styles that the page's policy
 * forbids.
 *
 * @param text what to say about the place under the pointer; null says nothing
 */
export function tooltip<Params>(theme: ChartTheme, text: (params: Params) => TooltipText | null) {
  return {
    show: true,
    trigger: 'axis',
    renderMode: 'richText',
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.colour.surface,
    borderColor: theme.colour.border,
    borderWidth: 1,
    borderRadius: 0,
    padding: 12,
    shadowBlur: 0,
    shadowColor: 'transparent',
    textStyle: { color: theme.colour.ink },
    axisPointer: {
      type: 'line',
      snap: true,
      lineStyle: { color: theme.colour.ink3, width: 1, type: 'solid' },
      label: { show: false },
    },
    formatter: (params: Params): string => {
      const said = text(params);
      return said ? [said.figure, ...said.words].map(plain).join('\n') : '';
    },
  };
}
