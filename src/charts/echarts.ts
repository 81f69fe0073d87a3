/**
 * The parts of ECharts that this product draws with. Import it only with `import('…/charts/echarts.ts')`, with the
 * first chart: it is the largest piece of the page after the engine.
 */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  AxisPointerComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init as create, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import type { ChartOption } from './parts.ts';

use([
  LineChart,
  BarChart,
  ScatterChart,
  GridComponent,
  TooltipComponent,
  AxisPointerComponent,
  MarkLineComponent,
  MarkPointComponent,
  MarkAreaComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
]);

export type Chart = EChartsType;
export type Renderer = 'canvas' | 'svg';

export interface ChartInit {
  readonly renderer?: Renderer;
  /** ChartTheme.echarts */
  readonly theme?: Readonly<Record<string, unknown>>;
}

export function init(element: HTMLElement, { renderer = 'canvas', theme }: ChartInit = {}): Chart {
  return create(element, theme, { renderer });
}

/** `replace` forgets the option before; otherwise this one is laid over it. */
export function draw(chart: Chart, option: ChartOption, replace: boolean): void {
  chart.setOption(option as EChartsCoreOption, { notMerge: replace });
}

/** The option painted as SVG text, without a page: for image export and for tests of what is painted. */
export function paintSvg(
  option: ChartOption,
  size: { readonly width: number; readonly height: number },
  theme?: Readonly<Record<string, unknown>>,
): string {
  const chart = create(null, theme, { renderer: 'svg', ssr: true, ...size });
  try {
    draw(chart, { ...option, animation: false }, true);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
