import { expect, it } from 'vitest';
import { pickLang } from '../../../src/i18n/lang.ts';

it('takes every Chinese tag for zh-Hans as long as there is no zh-Hant', () => {
  for (const tag of ['zh', 'zh-CN', 'zh-Hans', 'ZH-hans-cn', 'zh_SG', 'zh-TW', 'zh-Hant-HK']) {
    expect(pickLang([tag])).toBe('zh-Hans');
  }
});

it('takes the first candidate that is spoken, else English', () => {
  expect(pickLang(['fr-FR', 'zh-CN', 'en'])).toBe('zh-Hans');
  expect(pickLang([null, undefined, '', 'en-GB', 'zh'])).toBe('en');
  expect(pickLang(['fr', 'de'])).toBe('en');
  expect(pickLang([])).toBe('en');
  expect(pickLang(['zhuang', 'english'])).toBe('en');
});
