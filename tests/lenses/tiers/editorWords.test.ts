import { describe, expect, it } from 'vitest';
import { langs } from '../../../src/i18n/lang.ts';
import { editorWords } from '../../../src/lenses/tiers/editor/strings.ts';
import { cjk, everyText, keysOf } from '../../support/words.ts';

describe('words of the scheme editor', () => {
  it('are the same keys in both languages, none blank', () => {
    expect(keysOf(editorWords['zh-Hans'])).toEqual(keysOf(editorWords.en));
    for (const lang of langs)
      for (const { at, text } of everyText(editorWords[lang])) {
        expect(text.trim(), `${lang} ${at}`).not.toBe('');
        expect(text, `${lang} ${at}`).not.toMatch(/NaN|undefined|null|\[object/);
      }
  });

  it('English has no Chinese character, Chinese no English word', () => {
    for (const { at, text } of everyText(editorWords.en)) expect(text, at).not.toMatch(cjk);
    for (const { at, text } of everyText(editorWords['zh-Hans']))
      expect(text.match(/[A-Za-z]{2,}/g) ?? [], `${at}: ${text}`).toEqual([]);
  });
});
