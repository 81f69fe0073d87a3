import { describe, expect, it } from 'vitest';
import { frameWords } from '../../../src/i18n/frame.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { cjk, everyText, keysOf } from '../../support/words.ts';

/** Latin words in Chinese text: formats, encodings, keys, and names that the browser's own tools show. */
const latin = ['CSV', 'csv', 'TSV', 'JSON', 'UTF', 'GB', 'Ctrl', 'English', 'Switch', 'to', 'head', 'connect', 'src', 'Excel', 'zip', 'gzip', 'PDF', 'Parquet', 'WebAssembly', 'Chrome', 'Edge', 'Firefox', 'Safari']; // prettier-ignore

describe('words of the page', () => {
  it('both languages have the same keys, down to the last', () => {
    expect(keysOf(frameWords['zh-Hans'])).toEqual(keysOf(frameWords.en));
  });

  it('no text is blank or unfinished', () => {
    for (const lang of langs)
      for (const { at, text } of everyText(frameWords[lang])) {
        // What is sure needs no word beside it.
        if (at !== 'guessed.sure') expect(text.trim(), `${lang} ${at}`).not.toBe('');
        expect(text, `${lang} ${at}`).not.toMatch(/NaN|Infinity|\[object|=>/);
      }
  });

  it('English has no Chinese character or mark, but for the name of the other language', () => {
    for (const { at, text } of everyText(frameWords.en))
      if (!at.startsWith('otherLang')) expect(text, at).not.toMatch(cjk);
  });

  it('Chinese has no English word', () => {
    const left = everyText(frameWords['zh-Hans']).flatMap(({ at, text }) =>
      (text.match(/[A-Za-z]{2,}/g) ?? [])
        .filter((word) => !latin.includes(word))
        .map((word) => `${at}: ${word}`),
    );
    expect(left).toEqual([]);
  });
});
