import { describe, expect, it } from 'vitest';
import { paintSvg } from '../../../src/charts/echarts.ts';
import {
  base,
  categoryAxis,
  curve,
  ghost,
  grid,
  percentAxis,
  plotMargins,
  plotRect,
  points,
  reference,
  tierArea,
  tierDecal,
  valueAxis,
} from '../../../src/charts/parts.ts';
import { alpha, chartTheme } from '../../../src/charts/theme.ts';
import { palettes, tiers } from '../../../src/charts/tokens.ts';
import { plain, tooltip } from '../../../src/charts/tooltip.ts';
import { formatter } from '../../../src/format/format.ts';

const size = { width: 480, height: 400 };

function option(mode: 'light' | 'dark', lang: 'en' | 'zh-Hans', present = false) {
  const theme = chartTheme(mode, lang, { present });
  const format = formatter(lang);
  const margins = plotMargins(theme);
  return {
    ...base(theme),
    grid: grid(margins),
    xAxis: percentAxis(theme, format, { side: 'x', name: 'customers' }),
    yAxis: percentAxis(theme, format, { side: 'y', name: 'revenue' }),
    tooltip: tooltip(theme, () => ({ figure: '80%', words: ['of revenue'] })),
    series: [
      {
        ...curve(theme, { colour: theme.colour.tier.a }),
        areaStyle: tierArea(theme, 'a'),
        data: [[0, 0], [0.2, 0.8], [1, 1]],
        markLine: reference(theme, [{ axis: 'y', at: 0.8, words: 'goal {a} <b>' }]),
      },
      { ...points(theme, 'b'), data: [[0.5, 0.5]], label: { ...points(theme, 'b').label, show: true, formatter: () => '{figure|ACME} <img>' } },
    ],
  }; // prettier-ignore
}

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);

describe('parts', () => {
  it('give the same option for the same inputs', () => {
    const serial = (value: unknown) =>
      JSON.stringify(value, (_, v: unknown) => (typeof v === 'function' ? `function ${String(v)}` : v));
    for (const mode of ['light', 'dark'] as const) {
      expect(serial(option(mode, 'zh-Hans'))).toBe(serial(option(mode, 'zh-Hans')));
    }
    expect(serial(option('light', 'en'))).not.toBe(serial(option('dark', 'en')));
  });

  it('paint ticks in percent, the words of both axes and names as they are', () => {
    const painted = texts(paintSvg(option('light', 'en'), size));
    expect(painted.filter((text) => text.endsWith('%'))).toEqual([
      '0%', '20%', '40%', '60%', '80%', '100%', '0%', '20%', '40%', '60%', '80%', '100%',
    ]); // prettier-ignore
    expect(painted).toContain('customers');
    expect(painted).toContain('revenue');
    expect(painted).toContain('goal {a} &lt;b&gt;');
    expect(painted).toContain('{figure|ACME} &lt;img&gt;');
  });

  it('paint labels of points in full ink, not at the 0.8 of ECharts', () => {
    const svg = paintSvg(option('light', 'en'), size);
    const label = svg.match(/<text[^>]*>\{figure\|ACME/)?.[0];
    expect(label).toContain(`fill="${palettes.light.ink2}"`);
    expect(svg).not.toMatch(/opacity="0\.8"/);
  });

  it('leave the plot where plotRect says it is', () => {
    const theme = chartTheme('light', 'en');
    const plot = plotRect(size.width, size.height, plotMargins(theme));
    const svg = paintSvg(option('light', 'en'), size);
    // The grid line of 100% runs along the top of the plot, from edge to edge.
    const lines = [...svg.matchAll(/d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"[^>]*stroke="([^"]+)"/g)];
    const ends = lines
      .filter((line) => line[5] === palettes.light.rule)
      .map((line) => line.slice(1, 5).map((text) => Math.round(Number(text))));
    const top = Math.round(plot.top);
    expect(ends.some(([x1, y1, x2, y2]) => Math.abs(x1! - plot.left) <= 1 && Math.abs(x2! - plot.left - plot.width) <= 1 && Math.abs(y1! - top) <= 1 && y1 === y2)).toBe(true); // prettier-ignore
    expect(plotRect(20, 20, plotMargins(theme))).toMatchObject({ width: 0, height: 0 });
  });

  it('write values in the unit of the axis, and categories in their order', () => {
    const theme = chartTheme('dark', 'zh-Hans');
    const svg = paintSvg(
      {
        ...base(theme),
        grid: grid(plotMargins(theme, 6)),
        xAxis: categoryAxis(theme, { side: 'x', name: '', names: ['B', 'A'] }),
        yAxis: valueAxis(theme, formatter('zh-Hans').unitFor(40_000), { side: 'y', name: '金额', max: 40_000 }),
        series: [{ type: 'bar', data: [40_000, 10_000], itemStyle: { color: theme.colour.tier.b, decal: tierDecal(theme, 'b') } }],
      }, // prettier-ignore
      size,
    );
    const painted = texts(svg);
    expect(painted).toEqual(expect.arrayContaining(['0', '1万', '2万', '3万', '4万', '金额']));
    expect(painted.indexOf('B')).toBeLessThan(painted.indexOf('A'));
  });

  it('stand still when the reader asks for it', () => {
    expect(base(chartTheme('light', 'en', { motion: false }))).toMatchObject({ animation: false });
    expect(base(chartTheme('light', 'en'))).toMatchObject({ animation: true, animationDurationUpdate: 240 });
  });

  it('weigh the tints of tiers by their rank, and ghosts a quarter', () => {
    const theme = chartTheme('light', 'en');
    const opacity = tiers.map((tier) => Number(/([\d.]+)\)$/.exec(tierArea(theme, tier).color)?.[1]));
    expect(opacity).toEqual([...opacity].sort((a, b) => b - a));
    expect(ghost(theme).color).toBe('rgba(105, 101, 94, 0.25)');
    expect(alpha('#0B5C8A', 0.5)).toBe('rgba(11, 92, 138, 0.5)');
  });
});

describe('theme', () => {
  it('has readable sizes: one more pixel for small Chinese, 24 at least for a room', () => {
    expect(chartTheme('light', 'en').size).toMatchObject({ axis: 12, note: 14 });
    expect(chartTheme('light', 'zh-Hans').size).toMatchObject({ axis: 13, note: 14 });
    expect(chartTheme('light', 'en', { textScale: 2 }).size).toMatchObject({ axis: 24, note: 28 });
    for (const pixels of Object.values(chartTheme('dark', 'en', { present: true }).size)) {
      expect(pixels).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('tooltip', () => {
  const theme = chartTheme('light', 'en');

  it('is painted, never HTML', () => {
    expect(tooltip(theme, () => null)).toMatchObject({ renderMode: 'richText', confine: true });
    expect(tooltip(theme, () => null).formatter({})).toBe('');
  });

  it('says names that look like markup as they are', () => {
    const { formatter: say } = tooltip<string>(theme, (name) => ({ figure: '80%', words: [name] }));
    expect(say('ACME')).toBe('80%\nACME');
    expect(say('{marker1|x} {a} {b}')).toBe('80%\n{\u200bmarker1|x} {a} {b}');
    expect(plain('{{x|y}')).toBe('{{\u200bx|y}');
  });
});
