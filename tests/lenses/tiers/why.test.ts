import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../../src/app/data.ts';
import { formatter } from '../../../src/format/format.ts';
import { langs } from '../../../src/i18n/lang.ts';
import { findingWords, ruleWords, scoreWords, whyWords } from '../../../src/lenses/ruleWords.ts';
import { defaultMetricOptions } from '../../../src/model/metrics/types.ts';
import { presets, schemeOf } from '../../../src/model/schemes/registry.ts';
import type { Condition, Scheme } from '../../../src/model/schemes/types.ts';
import { dataOf, frameOf } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { cjk } from '../../support/words.ts';
import { ten } from '../ten.ts';

const engine = nodeEngine();
let data: Data;
beforeAll(async () => {
  await engine.open();
  data = await dataOf(engine, ten);
});
afterAll(() => engine.close());

const en = formatter('en');
const own = (...conditions: Condition[]): Scheme => ({
  id: 'own1', version: 1, preset: 'abc', name: 'Mine', settings: {}, overrides: {},
  rules: {
    population: 'ranked', scores: [], options: defaultMetricOptions,
    tiers: conditions.map((when, i) => ({ id: `t${i + 1}`, name: `Tier ${i + 1}`, when })), rest: { id: 'rest', name: 'Others' },
  },
}); // prettier-ignore

describe('why this tier, on values 55, 20, 10, 5, 4, 2, 1, 1, 1, 1', () => {
  it('by cumulative share: the share before the customer, and by how many points the better tier was missed', async () => {
    const { frame, live } = await frameOf(data);
    expect(whyWords(live.active, 3, frame, en, 'en')).toEqual({
      own: expect.stringMatching(/revenue.*85.*95%/) as string,
      above: expect.stringMatching(/revenue.*85.*80%.*5.0 pts too far/) as string,
    });
    expect(whyWords(live.active, 0, frame, en, 'en').above).toBeNull();
    expect(whyWords(live.active, 3, frame, formatter('zh-Hans'), 'zh-Hans').above).toMatch(/收入.*85.*80%.*5.0个百分点/); // prettier-ignore
  });

  it('rules of one’s own: what the customer has, what was needed, the difference', async () => {
    const scheme = own({ kind: 'number', of: 'value', is: 'gte', than: 8 });
    const { frame, live } = await frameOf(data, { active: 'own1', schemes: [scheme] });
    const { own: because, above } = whyWords(live.active, 3, frame, en, 'en');
    expect(because).toMatch(/^No rule holds/);
    expect(above).toMatch(/revenue is 5; at least 8 needed: 3 short/);
  });

  it('what the files lack is unknown and never false', async () => {
    const scheme = own({ kind: 'number', of: 'loyalty', is: 'gte', than: 4 });
    const { frame, live } = await frameOf(data, { active: 'own1', schemes: [scheme] });
    expect(live.active.explain(0).notAbove?.holds).toBeNull();
    expect(whyWords(live.active, 0, frame, en, 'en').above).toMatch(/is unknown: the files have no column/);
    const findings = findingWords(live.active, frame, en, 'en');
    expect(findings.filter(({ text }) => /no column/.test(text))).toHaveLength(1);
  });

  it('a rule on a weighted score tells its parts, which sum to the score', async () => {
    const plainRule = own({ kind: 'number', of: 'score:mix', is: 'gte', than: 50 });
    const scheme: Scheme = {
      ...plainRule,
      rules: {
        ...plainRule.rules!,
        scores: [
          {
            id: 'mix',
            kind: 'weighted',
            parts: [
              { of: 'value', weight: 60, scale: { from: 0, to: 60 } },
              { of: 'orders', weight: 30, scale: { from: 0, to: 3 } },
              { of: 'loyalty', weight: 10, scale: { from: 1, to: 5 } },
            ],
          },
        ],
      },
    };
    const { frame, live } = await frameOf(data, { active: 'own1', schemes: [scheme] });
    // 20 of 60 are 33.3 points, one order of three as many; loyalty is in no column.
    expect(scoreWords(live.active, 1, frame, en, 'en')).toEqual([
      {
        id: 'mix',
        head: 'Mix: 33.3 of 100 points, made of',
        parts: [
          expect.stringMatching(/^Revenue .*20.*: 33.3 of 100, weight 60%, adds 22.2$/) as string,
          'Orders 1: 33.3 of 100, weight 30%, adds 11.1',
          'Loyalty: the files have no such column, left out (weight 10%)',
        ],
      },
    ]);
    const [chinese] = scoreWords(live.active, 1, frame, formatter('zh-Hans'), 'zh-Hans');
    expect(chinese!.parts[1]).toBe('订单数1：得33.3分（满分100），权重30%，计入11.1分');
    // Nothing of the kind under rules on the value.
    const plain = await frameOf(data);
    expect(scoreWords(plain.live.active, 1, plain.frame, en, 'en')).toEqual([]);
  });

  it('the check tells a rule that can never take anybody', async () => {
    const scheme = own(
      { kind: 'top_count', of: 'value', count: 5 },
      { kind: 'top_count', of: 'value', count: 3 },
    );
    const { frame, live } = await frameOf(data, { active: 'own1', schemes: [scheme] });
    const [first] = findingWords(live.active, frame, en, 'en');
    expect(first).toEqual({
      severity: 'error',
      text: expect.stringMatching(/^Tier 2 can take nobody/) as string,
    });
  });

  it('every rule and every explanation of every preset is told in both languages, without codes', async () => {
    const { frame } = await frameOf(data);
    for (const { id } of presets) {
      const tiering = await data.tiering(schemeOf(frame.book, id), frame);
      for (const lang of langs) {
        const format = formatter(lang);
        const said = tiering.rules.tiers.map(({ when }) => ruleWords(when, tiering, frame, format, lang));
        for (const rank of [0, 4, 9]) {
          const { own: because, above } = whyWords(tiering, rank, frame, format, lang);
          said.push(because, ...(above === null ? [] : [above]));
          for (const { head, parts } of scoreWords(tiering, rank, frame, format, lang))
            said.push(head, ...parts);
        }
        for (const text of said) {
          expect(text, `${id} ${lang}`).not.toMatch(/NaN|undefined|null|score:\w|_/);
          expect(text, `${id} ${lang}`).not.toBe('');
          // Words of a file, such as types of customers, stay as they are in either language.
          if (lang === 'en' && !['distributor', 'membership'].includes(id)) expect(text, id).not.toMatch(cjk);
        }
      }
    }
  });
});
