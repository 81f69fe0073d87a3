import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/base/day.ts';
import { paintSvg } from '../../../src/charts/echarts.ts';
import { plotMargins } from '../../../src/charts/parts.ts';
import { chartTheme } from '../../../src/charts/theme.ts';
import { timeBars, timeline, type TimeBar } from '../../../src/charts/timeline.ts';
import { formatter } from '../../../src/format/format.ts';

const start = dayOf(2024, 1, 1);
const daily = (n: number): TimeBar[] => Array.from({ length: n }, (_, i) => ({ day: start + i, value: i % 2 ? -1 : 3, orders: i % 2 ? 0 : 1 })); // prettier-ignore

describe('timeBars', () => {
  it('keeps up to 240 days as they are', () => {
    const days = daily(240);
    expect(timeBars(days)).toEqual({ by: 'day', bars: days });
  });

  it('puts 241 days into their months, with the same sums', () => {
    const { by, bars } = timeBars(daily(241));
    expect(by).toBe('month');
    // January has 31 days: 16 orders of 3 and 15 returns of 1.
    expect(bars[0]).toEqual({ day: start, value: 16 * 3 - 15, orders: 16 });
    expect(bars.map(({ day }) => day)).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((month) => dayOf(2024, month, 1)),
    );
    const sum = (list: readonly TimeBar[], key: 'value' | 'orders'): number => list.reduce((all, bar) => all + bar[key], 0); // prettier-ignore
    expect(sum(bars, 'value')).toBe(sum(daily(241), 'value'));
    expect(sum(bars, 'orders')).toBe(sum(daily(241), 'orders'));
  });
});

describe.each([
  ['en', 'light'],
  ['zh-Hans', 'dark'],
] as const)('timeline, %s %s', (lang, mode) => {
  const theme = chartTheme(mode, lang, { motion: false });
  const format = formatter(lang);
  const paint = (
    bars: readonly TimeBar[],
    rows: Parameters<typeof timeline>[2]['rows'],
    to: number,
  ): string =>
    paintSvg(
      timeline(theme, format, {
        bars,
        rows,
        from: start,
        to,
        valueName: 'Net',
        scale: format.unitFor(3, 'money'),
        margins: plotMargins(theme, 9),
      }),
      { width: 900, height: 320 },
      theme.echarts,
    );

  it('paints a bar for each day and a mark for each entry, with the name of its row', () => {
    const bars = daily(20);
    const text = paint(bars, [{ name: 'Calls', days: [start, start + 3] }], start + 20);
    expect(text).toContain('>Calls<');
    expect(text).toContain('>Net<');
    const filled = [...text.matchAll(new RegExp(`fill="${theme.colour.ink2}"`, 'gi'))].length;
    // Bars, marks, and words in the same colour.
    expect(filled).toBeGreaterThanOrEqual(bars.length + 2);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('names days on a short stretch and months on a long one', () => {
    expect(paint(daily(5), [], start + 10)).toContain(format.date(start + 2));
    const long = paint(daily(5), [], start + 400);
    expect(long).toContain(format.month('2024-07'));
    expect(long).not.toContain(format.date(start + 2));
  });

  it('paints a single day', () => {
    const text = paint(daily(1), [], start + 1);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});
