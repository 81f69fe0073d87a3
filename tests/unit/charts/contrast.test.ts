import { describe, expect, it } from 'vitest';
import { type Mode, palettes, tiers, tierTint } from '../../../src/charts/tokens.ts';

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb => {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`not a colour: ${hex}`);
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
};

/** WCAG 2.2, relative luminance. */
const luminance = (colour: Rgb): number => {
  const [r, g, b] = colour.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** WCAG 2.2, contrast ratio. */
const ratio = (a: Rgb, b: Rgb): number => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
};
const contrast = (a: string, b: string): number => ratio(rgb(a), rgb(b));

const over = (top: string, alpha: number, paper: string): Rgb => {
  const [t, p] = [rgb(top), rgb(paper)];
  return t.map((channel, i) => channel * alpha + p[i]! * (1 - alpha)) as unknown as Rgb;
};

it('agrees with the ratios that WCAG itself gives', () => {
  expect(contrast('#000000', '#FFFFFF')).toBe(21);
  expect(contrast('#FFFFFF', '#FFFFFF')).toBe(1);
  // "#767676 on white" is the well-known lightest grey that passes at 4.5.
  expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
});

describe.each(['light', 'dark'] satisfies Mode[])('%s', (mode) => {
  const p = palettes[mode];
  const papers = { bg: p.bg, surface: p.surface, sunken: p.sunken };

  it.each(Object.entries(papers))('text reaches 4.5 on %s', (_, paper) => {
    for (const colour of [p.ink, p.ink2, p.ink3, p.link, p.pencil, p.danger, p.warning, p.ok]) {
      expect(contrast(colour, paper), colour).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.entries(papers))(
    'marks, borders of controls and the focus ring reach 3 on %s',
    (_, paper) => {
      for (const colour of [p.border, p.link, p.pencil, ...tiers.map((tier) => p.tier[tier])]) {
        expect(contrast(colour, paper), colour).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('labels reach 4.5 inside tiers and heat cells', () => {
    for (const tier of tiers)
      expect(contrast(p.tier[tier], p.tierLabel[tier]), tier).toBeGreaterThanOrEqual(4.5);
    for (const [fills, inks] of [
      [p.seq, p.seqInk],
      [p.div, p.divInk],
    ] as const) {
      // prettier-ignore
      expect(fills).toHaveLength(7);
      expect(inks).toHaveLength(7);
      fills.forEach((fill, i) =>
        expect(contrast(fill, inks[i]!), `${fill} ${i}`).toBeGreaterThanOrEqual(4.5),
      );
    }
  });

  it('notes in the plot reach 4.5 on every tint, and the pencil 3', () => {
    for (const tier of tiers) {
      const tinted = over(p.tier[tier], tierTint[tier], p.bg);
      expect(ratio(rgb(p.ink2), tinted), `note on ${tier}`).toBeGreaterThanOrEqual(4.5);
      expect(ratio(rgb(p.pencil), tinted), `pencil on ${tier}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('orders tiers and sequential steps by lightness, so that grey still reads', () => {
    const away = (colour: string) => contrast(colour, p.bg);
    const strengths = tiers.map((tier) => away(p.tier[tier]));
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
    const steps = p.seq.map(away);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
});

it('keeps the published ratios of tiers and text (two decimals)', () => {
  const { light, dark } = palettes;
  const at = (colour: string, paper: string) => Number(contrast(colour, paper).toFixed(2));
  expect([light.bg, light.surface, light.sunken].map((paper) => at(light.ink, paper))).toEqual([
    16.23, 17.21, 14.85,
  ]);
  expect([light.bg, light.surface, light.sunken].map((paper) => at(light.tier.d, paper))).toEqual([
    3.33, 3.53, 3.05,
  ]);
  expect([dark.bg, dark.surface, dark.sunken].map((paper) => at(dark.pencil, paper))).toEqual([
    14.23, 12.93, 14.99,
  ]);
  expect(tiers.map((tier) => at(light.tier[tier], light.tierLabel[tier]))).toEqual([14.03, 6.37, 4.62, 4.87]);
  expect(tiers.map((tier) => at(dark.tier[tier], dark.tierLabel[tier]))).toEqual([13.24, 7.56, 5.14, 4.82]);
});
