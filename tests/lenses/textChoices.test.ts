import { describe, expect, it } from 'vitest';
import {
  choicesOf,
  isChosen,
  mostOffered,
  offered,
  toggled,
  unmatched,
} from '../../src/lenses/textChoices.ts';
import { textChoiceWords } from '../../src/lenses/textChoiceWords.ts';
import { cjk } from '../support/words.ts';

const column = (...texts: (string | null)[]) => {
  const values = [...new Set(texts.filter((text) => text !== null))];
  return { values, codes: Int32Array.from(texts, (text) => (text === null ? -1 : values.indexOf(text))) };
};

describe('texts to choose from', () => {
  const types = column(
    '加盟商',
    '加盟商',
    '代理商',
    null,
    '代 理 商',
    'Retail',
    'retail ',
    '代理商',
    '加盟商',
  );
  const choices = choicesOf(types);

  it('spellings that rules take for one are one, those of most customers first, blanks left out', () => {
    expect(choices.map(({ text, customers }) => [text, customers])).toEqual([
      ['加盟商', 3],
      ['代理商', 3],
      ['Retail', 2],
    ]);
    expect(choicesOf(column(null, null))).toEqual([]);
  });

  it('a part of the text finds it, in any spelling', () => {
    expect(offered(choices, ' RET').choices.map(({ text }) => text)).toEqual(['Retail']);
    expect(offered(choices, '商').choices).toHaveLength(2);
    expect(offered(choices, 'x')).toEqual({ choices: [], more: 0 });
    expect(offered(choices, '').choices).toEqual(choices);
  });

  it('the fifty most frequent are offered, the others found by typing', () => {
    const many = choicesOf(column(...Array.from({ length: 60 }, (_, i) => `type ${i}`)));
    expect([offered(many, '').choices.length, offered(many, '').more]).toEqual([mostOffered, 10]);
    expect(offered(many, 'type 59').choices.map(({ text }) => text)).toEqual(['type 59']);
    expect(offered(choicesOf(column(...Array.from({ length: 50 }, (_, i) => `${i}`))), '').more).toBe(0);
  });

  it('choosing puts the text in, choosing again takes it out in every spelling', () => {
    const agent = choices[1]!;
    expect(isChosen(['代理 商'], agent)).toBe(true);
    expect(toggled(['x'], agent)).toEqual(['x', '代理商']);
    expect(toggled(['代理 商', 'x', '代理商'], agent)).toEqual(['x']);
  });

  it('texts that nobody has are told', () => {
    expect(unmatched(['代理', '代理商', 'RETAIL', 'b2b'], choices)).toEqual(['代理', 'b2b']);
    expect(unmatched([], choices)).toEqual([]);
  });

  it('words in both languages', () => {
    const said = (lang: 'en' | 'zh-Hans') => {
      const t = textChoiceWords[lang];
      return [t.choose, t.list('1'), t.search, t.customers('1', 1), t.none, t.noTexts, t.more('2'), t.unmatched(t.quoted('1'), 1), t.noneMatches, t.full('50')]; // prettier-ignore
    };
    for (const text of said('en')) expect(text).not.toMatch(cjk);
    for (const text of said('zh-Hans')) expect(text).not.toMatch(/[A-Za-z]/);
    expect(textChoiceWords.en.unmatched('“a”', 1)).toBe('“a” stands in no row.');
  });
});
