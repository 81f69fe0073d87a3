/**
 * The one source of colour, type, space and motion, for style sheets (css.ts) and charts (theme.ts). The ratios that
 * these colours reach are held by tests/unit/charts/contrast.test.ts.
 */
export type Mode = 'light' | 'dark';

export const tiers = ['a', 'b', 'c', 'd'] as const;
export type Tier = (typeof tiers)[number];

export interface Palette {
  readonly bg: string;
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  /** Secondary text. */
  readonly ink2: string;
  /** Captions, axes. */
  readonly ink3: string;
  readonly border: string;
  /** Decoration only: too faint to carry meaning. */
  readonly rule: string;
  /** Also the focus ring. */
  readonly link: string;
  /** What the reader does: handle, guess, notes. Data never uses it. */
  readonly pencil: string;
  readonly danger: string;
  readonly warning: string;
  readonly ok: string;
  readonly tier: Readonly<Record<Tier, string>>;
  /** Text on a tier's colour. */
  readonly tierLabel: Readonly<Record<Tier, string>>;
  /** Seven steps from least to most. */
  readonly seq: readonly string[];
  readonly seqInk: readonly string[];
  /** Seven steps from below (orange) over even to above (blue): red means rise to half of the readers. */
  readonly div: readonly string[];
  readonly divInk: readonly string[];
}

const white = '#ffffff';
const black = '#1c1b19';
const night = '#15181c';

const light: Palette = {
  bg: '#faf8f4',
  surface: white,
  sunken: '#f1eee7',
  ink: black,
  ink2: '#4a4742',
  ink3: '#69655e',
  border: '#8a857b',
  rule: '#ddd8ce',
  link: '#0b5c8a',
  pencil: '#7a1022',
  danger: '#a3261d',
  warning: '#8a5300',
  ok: '#1f6b4a',
  tier: { a: '#09256d', b: '#2f6770', c: '#bc5819', d: '#8c887f' },
  tierLabel: { a: white, b: white, c: white, d: black },
  seq: ['#e6f3f5', '#bde0e9', '#90c7dd', '#65abd1', '#458abd', '#2a5d94', '#17356d'],
  seqInk: [black, black, black, black, black, white, white],
  div: ['#8d4315', '#be753f', '#e2bc98', '#edeae4', '#a7c9e6', '#5e8dbe', '#204c8a'],
  divInk: [white, black, black, black, black, black, white],
};

const dark: Palette = {
  bg: night,
  surface: '#1d2126',
  sunken: '#101215',
  ink: '#ece8e1',
  ink2: '#c3beb5',
  ink3: '#9c978f',
  border: '#7f868d',
  rule: '#343a41',
  link: '#7cc0ea',
  pencil: '#fce84a',
  danger: '#ff9a8f',
  warning: '#e9b45c',
  ok: '#7ccba2',
  tier: { a: '#c6e1ff', b: '#4abba1', c: '#c07a2b', d: '#77716a' },
  tierLabel: { a: night, b: night, c: night, d: white },
  seq: ['#212730', '#2b3f55', '#305c7e', '#297ea6', '#43a2c3', '#62c8df', '#84eefa'],
  seqInk: [white, white, white, white, night, night, night],
  div: ['#efa464', '#b97340', '#71462e', '#2e3339', '#395476', '#5b8abb', '#8bc6ef'],
  divInk: [night, night, white, white, white, night, night],
};

export const palettes: Readonly<Record<Mode, Palette>> = { light, dark };

/** Fill under a curve: equal tints would make the least important tier the heaviest area. */
export const tierTint: Readonly<Record<Tier, number>> = { a: 0.24, b: 0.12, c: 0.05, d: 0.03 };

/** Pixels, in steps of 4; --space-1 is the first. */
export const space = [4, 8, 12, 16, 24, 32, 48, 72, 112] as const;

/** Pixels at a root size of 16: caption, axis, body, lead, insight, h2, KPI, hero. */
export const textSizes = [12, 14, 16, 19, 23, 28, 40, 56] as const;

/** Chinese below 14 px gets one pixel more: its strokes run together. */
export const chineseSize = (size: number): number => (size < 14 ? size + 1 : size);

export const radius = 2;
export const focusWidth = 2;
export const measure = { en: '66ch', zh: '38em' } as const;
export const pageWidth = 1120;

/** Milliseconds. */
export const motion = { state: 120, move: 240, reveal: 600 } as const;

export const fonts = {
  /** The Latin face first, so that figures look alike in both languages; Chinese is left to the system's faces. */
  sans: "'IBM Plex Sans', 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei UI', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  serif: "'Source Serif 4', Georgia, serif",
} as const;
