import { expect, it } from 'vitest';
import { metricWords } from '../../../../src/i18n/metrics.ts';
import { langs } from '../../../../src/i18n/lang.ts';
import { metricUnits } from '../../../../src/model/metrics/catalogue.ts';
import { metricIds } from '../../../../src/model/metrics/types.ts';

it('every metric has a unit, a name of its own and one sentence in both languages', () => {
  expect(Object.keys(metricUnits).toSorted()).toEqual(metricIds.toSorted());
  for (const lang of langs) {
    const { name, definition } = metricWords[lang];
    expect(Object.keys(name).toSorted()).toEqual(metricIds.toSorted());
    expect(new Set(Object.values(name)).size).toBe(metricIds.length);
    for (const id of metricIds) expect([id, definition[id].match(/[.。]/g)?.length]).toEqual([id, 1]);
  }
});

it('English has no Chinese characters, Chinese no English words', () => {
  const all = (lang: (typeof langs)[number]) => Object.values(metricWords[lang]).flatMap((words) => Object.values<string>(words as Record<string, string>)); // prettier-ignore
  expect(all('en').filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  expect(all('zh-Hans').filter((text) => /[A-Za-z]/.test(text))).toEqual([]);
});
