import { frameWords } from '../../src/i18n/frame.ts';
import { formatter } from '../../src/format/format.ts';
import type { Lang } from '../../src/i18n/lang.ts';
import type { Data } from '../../src/app/data.ts';
import { lensOf } from '../../src/lenses/registry.ts';
import { plain } from '../../src/lenses/say.ts';
import type { Frame, LensResult, Live } from '../../src/lenses/types.ts';
import { frameOf, type Choices } from './lenses.ts';

export interface Looked<R> {
  readonly frame: Frame;
  readonly live: Live;
  readonly result: LensResult<R>;
  /** The sentence in a language; throws where there is none. */
  say(lang: Lang): string;
}

/** One lens on some data, with its sentence. */
export async function look<R>(lens: string, data: Data, choices: Choices = {}): Promise<Looked<R>> {
  const found = lensOf(lens);
  if (!found) throw new Error(`no lens ${lens}`);
  const { frame, live } = await frameOf(data, choices);
  const mine = choices.values?.[lens] ?? {};
  const result = await data.result(found, frame, mine);
  const say = (lang: Lang): string => {
    if (result.state !== 'ok') throw new Error(`${lens} is ${result.state}: ${result.reason}`);
    const measure = frameWords[lang].measures[frame.scope.measure];
    return plain(found.insight(result.value, live, frame, found.params.parse(mine), formatter(lang), found.strings[lang], measure)); // prettier-ignore
  };
  return { frame, live, result: result as LensResult<R>, say };
}

/** The texts that a chart paints, in the order of the picture. */
export const paintedTexts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);
