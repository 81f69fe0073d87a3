import type { Lang } from '../i18n/lang.ts';
import {
  chineseSize,
  fonts,
  type Mode,
  motion,
  type Palette,
  palettes,
  type Tier,
  tierTint,
} from './tokens.ts';

export interface ChartThemeOptions {
  /** For a room: type x1.75 and at least 24 px, heavier lines. */
  readonly present?: boolean;
  /** The reader's root font size by 16, so that chart text grows with the page's. */
  readonly textScale?: number;
  /** False under reduced motion: charts are drawn in their end state. */
  readonly motion?: boolean;
}

/** What option parts draw with: plain values only, so that the same inputs give the same option. */
export interface ChartTheme {
  readonly mode: Mode;
  readonly lang: Lang;
  readonly colour: Palette;
  readonly tint: Readonly<Record<Tier, number>>;
  readonly font: string;
  /** Pixels. */
  readonly size: {
    /** Ticks and axis names. */
    readonly axis: number;
    /** Notes in the plot, direct labels. */
    readonly note: number;
    /** Letters of bands and regions. */
    readonly band: number;
  };
  /** Pixels. */
  readonly line: { readonly data: number; readonly pencil: number; readonly reference: number };
  readonly point: number;
  /** Milliseconds of a change and of a reveal; 0 draws the end state. */
  readonly motion: { readonly move: number; readonly reveal: number };
  /** Registered or passed at init: what a series gets that no part has styled. */
  readonly echarts: Readonly<Record<string, unknown>>;
}

/** A colour with an alpha, as ECharts takes it. */
export function alpha(hex: string, opacity: number): string {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return `rgba(${at(1)}, ${at(3)}, ${at(5)}, ${opacity})`;
}

const PRESENT_SCALE = 1.75;
const PRESENT_MINIMUM = 24;

export function chartTheme(mode: Mode, lang: Lang, options: ChartThemeOptions = {}): ChartTheme {
  const { present = false, textScale = 1, motion: moves = true } = options;
  const colour = palettes[mode];
  const size = (pixels: number): number => {
    const read = (lang === 'zh-Hans' ? chineseSize(pixels) : pixels) * textScale;
    return present ? Math.max(PRESENT_MINIMUM, Math.round(read * PRESENT_SCALE)) : Math.round(read);
  };
  const sizes = { axis: size(12), note: size(14), band: size(19) };
  return {
    mode,
    lang,
    colour,
    tint: tierTint,
    font: fonts.sans,
    size: sizes,
    line: { data: present ? 4 : 2, pencil: present ? 4 : 2.5, reference: 1 },
    point: present ? 12 : 7,
    motion: moves ? { move: motion.move, reveal: motion.reveal } : { move: 0, reveal: 0 },
    echarts: {
      color: [colour.tier.a, colour.tier.b, colour.tier.c, colour.tier.d],
      backgroundColor: 'transparent',
      textStyle: { fontFamily: fonts.sans, fontSize: sizes.axis, color: colour.ink2 },
      // ECharts draws points, and with them their labels, at 0.8: the contrast of our colours counts on 1.
      scatter: { itemStyle: { opacity: 1 }, label: { opacity: 1 } },
    },
  };
}
