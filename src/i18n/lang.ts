/** The languages that every message exists in, as BCP 47 tags; public (links, `?lang=`), so they never change. */
export const langs = ['en', 'zh-Hans'] as const;

export type Lang = (typeof langs)[number];

/**
 * The first candidate that we speak, in the reader's order of preference. Every Chinese tag gives zh-Hans: readers of
 * traditional characters are nearer to it than to English as long as there is no zh-Hant.
 */
export function pickLang(candidates: readonly (string | null | undefined)[]): Lang {
  for (const candidate of candidates) {
    const primary = candidate?.trim().toLowerCase().split(/[-_]/)[0];
    if (primary === 'zh') return 'zh-Hans';
    if (primary === 'en') return 'en';
  }
  return 'en';
}
