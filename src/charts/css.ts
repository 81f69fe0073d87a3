import {
  chineseSize,
  focusWidth,
  fonts,
  measure,
  type Mode,
  motion,
  pageWidth,
  palettes,
  radius,
  space,
  textSizes,
  tierTint,
  tiers,
} from './tokens.ts';

type Property = readonly [name: string, value: string];

function colours(mode: Mode): Property[] {
  const p = palettes[mode];
  return [
    ['color-scheme', mode],
    ['--bg', p.bg],
    ['--surface', p.surface],
    ['--sunken', p.sunken],
    ['--ink', p.ink],
    ['--ink-2', p.ink2],
    ['--ink-3', p.ink3],
    ['--border', p.border],
    ['--rule', p.rule],
    ['--link', p.link],
    ['--pencil', p.pencil],
    ['--danger', p.danger],
    ['--warning', p.warning],
    ['--ok', p.ok],
    ...tiers.flatMap((tier): Property[] => [
      [`--tier-${tier}`, p.tier[tier]],
      [`--tier-${tier}-label`, p.tierLabel[tier]],
      [
        `--tier-${tier}-tint`,
        `color-mix(in srgb, ${p.tier[tier]} ${Math.round(tierTint[tier] * 100)}%, transparent)`,
      ],
    ]),
    ...p.seq.flatMap((colour, i): Property[] => [
      [`--seq-${i}`, colour],
      [`--seq-${i}-ink`, p.seqInk[i]!],
    ]),
    ...p.div.flatMap((colour, i): Property[] => [
      [`--div-${i}`, colour],
      [`--div-${i}-ink`, p.divInk[i]!],
    ]),
  ];
}

/** In rem, so that a reader who enlarges text enlarges all of it. */
const rem = (pixels: number): string => `${pixels / 16}rem`;

const measures: readonly Property[] = [
  ...space.map((pixels, i): Property => [`--space-${i + 1}`, `${pixels}px`]),
  ...textSizes.map((pixels): Property => [`--text-${pixels}`, rem(pixels)]),
  ['--radius', `${radius}px`],
  ['--focus-width', `${focusWidth}px`],
  ['--page-width', `${pageWidth}px`],
  ['--measure', measure.en],
  ['--motion-state', `${motion.state}ms`],
  ['--motion-move', `${motion.move}ms`],
  ['--motion-reveal', `${motion.reveal}ms`],
];

const faces: readonly Property[] = [
  ['--font-sans', fonts.sans],
  ['--font-serif', fonts.serif],
];

const block = (selector: string, properties: readonly Property[], indent = ''): string =>
  [
    `${indent}${selector} {`,
    ...properties.map(([name, value]) => `${indent}  ${name}: ${value};`),
    `${indent}}`,
  ].join('\n');

const media = (query: string, blocks: readonly string[]): string =>
  [`@media ${query} {`, blocks.join('\n\n'), '}'].join('\n');

/**
 * The tokens as custom properties. Light unless `data-theme` on the root or on a part of the page says dark, or it says
 * nothing and the system does; always light on paper.
 */
export function tokensCss(): string {
  const chinese = textSizes
    .filter((size) => chineseSize(size) !== size)
    .map((size): Property => [`--text-${size}`, rem(chineseSize(size))]);
  const english = textSizes
    .filter((size) => chineseSize(size) !== size)
    .map((size): Property => [`--text-${size}`, rem(size)]);
  const still = (['state', 'move', 'reveal'] as const).map((name): Property => [`--motion-${name}`, '0ms']);
  return `${[
    '/* Made from src/charts/tokens.ts by src/charts/css.ts: change those, then run the unit tests with UPDATE_TOKENS=1. */',
    block(':root', measures),
    `/* prettier-ignore */\n${block(':root', faces)}`,
    block(":root,\n[data-theme='light']", colours('light')),
    block("[data-theme='dark']", colours('dark')),
    media('(prefers-color-scheme: dark)', [block(':root:not([data-theme])', colours('dark'), '  ')]),
    block("[lang|='en']", english),
    block("[lang|='zh']", [...chinese, ['--measure', measure.zh]]),
    media('(prefers-reduced-motion: reduce)', [block(':root', still, '  ')]),
    media('print', [
      block(":root,\n  :root[data-theme='dark'],\n  :root:not([data-theme])", colours('light'), '  '),
    ]),
  ].join('\n\n')}\n`;
}
