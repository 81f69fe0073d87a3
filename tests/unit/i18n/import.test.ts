import { describe, expect, it } from 'vitest';
import { importWords } from '../../../src/i18n/import/index.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { cjk, everyText, keysOf } from '../../support/words.ts';

/** Names of programs, which are the same in every language. */
const brands = [
  'Shopify',
  'WooCommerce',
  'SAP',
  'Salesforce',
  'HubSpot',
  'Zoho',
  'SurveyMonkey',
  'Amazon',
  'Stripe',
  'PayPal',
];

describe('words of the import page', () => {
  it('both languages have the same keys, down to the last', () => {
    expect(keysOf(importWords['zh-Hans'])).toEqual(keysOf(importWords.en));
  });

  it('no text is blank or unfinished', () => {
    for (const lang of langs)
      for (const { at, text } of everyText(importWords[lang])) {
        // A group that has a menu, and a mapping without an amount, say nothing more.
        if (!/^problem\.\w+\.done$|^amountReason\.none$/.test(at))
          expect(text.trim(), `${lang} ${at}`).not.toBe('');
        expect(text, `${lang} ${at}`).not.toMatch(/NaN|Infinity|\[object|=>|undefined/);
      }
  });

  it('a group without a menu says what is done with it, and one with a menu leaves that to the menu', () => {
    const withMenu = ['brackets', 'impossible_date', 'cancelled', 'refund', 'order_total', 'fill_down', 'duplicate_order', 'scale', 'exact_duplicate', 'spelling', 'status', 'currency']; // prettier-ignore
    for (const lang of langs)
      for (const [kind, { done }] of Object.entries(importWords[lang].problem))
        expect(done === '', `${lang} ${kind}`).toBe(withMenu.includes(kind));
  });

  it('English has no Chinese character or mark', () => {
    for (const { at, text } of everyText(importWords.en)) expect(text, at).not.toMatch(cjk);
  });

  it('Chinese has no English word', () => {
    const left = everyText(importWords['zh-Hans']).flatMap(({ at, text }) =>
      (text.match(/[A-Za-z]{2,}/g) ?? [])
        .filter((word) => !brands.includes(word))
        .map((word) => `${at}: ${word}`),
    );
    expect(left).toEqual([]);
  });
});
