import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/base/day.ts';
import { figures as figuresOfLens, type Lifecycle } from '../../../src/lenses/lifecycle/result.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import { joinedData } from '../../support/joined.ts';
import { look } from '../../support/lensCheck.ts';
import { schemeWith, type Choices } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import type { Tables } from '../../support/sideTables.ts';
import { wasmEngine } from '../../support/wasmEngine.ts';

const engines = { 'native DuckDB': nodeEngine(), 'the page’s WebAssembly engine': wasmEngine() };
beforeAll(async () => {
  for (const engine of Object.values(engines)) await engine.open();
}, 60_000);
afterAll(async () => {
  for (const engine of Object.values(engines)) await engine.close();
});

/**
 * A travel agency on June 30 under a silence of 30 days, so that May 31 is just in time. Returned: only a refund in the
 * file. Asked: in the contact log alone; Listed: in the customer list alone; Early ordered before any period below.
 */
const agency: Tables & { profiles: string[] } = {
  lines: [
    { customer: 'Loyal', day: '2024-06-01', amount: '100' },
    { customer: 'Loyal', day: '2024-06-30', amount: '50' },
    { customer: 'Regular', day: '2024-05-01', amount: '40' },
    { customer: 'Regular', day: '2024-05-31', amount: '40' },
    { customer: 'Once', day: '2024-06-20', amount: '30' },
    { customer: 'Gone', day: '2024-05-01', amount: '20' },
    { customer: 'Gone', day: '2024-05-30', amount: '20' },
    { customer: 'GoneOnce', day: '2024-05-30', amount: '10' },
    { customer: 'Returned', day: '2024-06-10', amount: '-5' },
    { customer: 'Early', day: '2024-01-01', amount: '7' },
  ],
  surveys: [
    { customer: 'Loyal', recommend: '很大可能' },
    { customer: 'Gone', recommend: '很大可能' },
  ],
  contacts: [
    { customer: 'Asked', day: '2024-06-02', direction: '呼入' },
    { customer: 'Asked', day: '2024-06-03', direction: '呼入' },
    { customer: 'Loyal', day: '2024-06-03', direction: '呼出' },
    { customer: 'Early', day: '2024-06-03', direction: '呼出' },
  ],
  attributes: [{ role: 'customer_name', values: { Listed: 'Li Ming', Once: 'Wang' } }],
  profiles: ['Listed', 'Once', 'Early'],
};
const silence: Choices = { values: { churn: { silenceDays: 30 } } };

describe.each(Object.entries(engines))('lifecycle on %s', (_, engine) => {
  async function lifecycle(
    tables: Parameters<typeof joinedData>[1],
    choices: Choices = silence,
  ): Promise<{
    value: Lifecycle;
    figures: Figures;
    say(lang: 'en' | 'zh-Hans'): string;
    names(id: string): string[];
  }> {
    const data = await joinedData(engine, tables);
    const { result, frame, say } = await look<Lifecycle>('lifecycle', data, choices);
    if (result.state !== 'ok') throw new Error(result.reason);
    const { value } = result;
    const names = (id: string): string[] =>
      [...(value.stages.find((stage) => stage.id === id)?.ranks ?? [])]
        .map((k) => frame.customers.ids.at(k) ?? '')
        .sort();
    return { value, figures: figuresOfLens(value), say, names };
  }

  it('one stage each; people of the lists who never ordered are prospects without rows', async () => {
    const { value, figures, names, say } = await lifecycle(agency);
    expect(['loyal', 'regular', 'one_time', 'prospect', 'lost'].map(names)).toEqual([
      ['Loyal'], ['Regular'], ['Once'], ['Returned'], ['Early', 'Gone', 'GoneOnce'],
    ]); // prettier-ignore
    expect(figures).toEqual({
      'lifecycle.silence_days': 30,
      'lifecycle.loyal.customers': 1, 'lifecycle.loyal.value': 150,
      'lifecycle.regular.customers': 1, 'lifecycle.regular.value': 80,
      'lifecycle.one_time.customers': 1, 'lifecycle.one_time.value': 30,
      'lifecycle.prospect.customers': 3, 'lifecycle.prospect.value': -5,
      'lifecycle.lost.customers': 3, 'lifecycle.lost.value': 57,
      'lifecycle.lost.one_time': 2,
      'lifecycle.loyal.by_proxy': 0,
      'lifecycle.prospect.without_rows': 2,
      'lifecycle.unknown.customers': 0,
    }); // prettier-ignore
    const { outsiders } = value;
    expect([outsiders!.ids.at(0), outsiders!.ids.at(1)]).toEqual(['Asked', 'Listed']);
    expect([outsiders!.names?.at(0), outsiders!.names?.at(1)]).toEqual([null, 'Li Ming']);
    expect(say('en')).toBe(
      '3 of 9 customers (33.3%) are lost: silent for more than 30 days on 30 Jun 2024. The others: 1 regular, 1 loyal, 1 one-time, 3 prospects.',
    );
    expect(say('zh-Hans')).toBe(
      '截至2024年6月30日，9个客户中有3个（33.3%）已流失：沉默超过30天。其余：常规客户1个，忠诚客户1个，一次性客户1个，潜在客户3个。',
    );
  });

  it('a customer whose orders lie outside the period is no prospect', async () => {
    const scope = { from: dayOf(2024, 5, 1), to: dayOf(2024, 6, 30) };
    const { figures, value } = await lifecycle(agency, { ...silence, scope });
    expect(figures['lifecycle.prospect.without_rows']).toBe(2);
    expect(value.people).toBe(8);
  });

  it('by setting, one order long ago is no loss', async () => {
    const schemes = [schemeWith('lifecycle', { one_time: 'one_time' })];
    const { figures, names } = await lifecycle(agency, { ...silence, schemes });
    expect(names('one_time')).toEqual(['Early', 'GoneOnce', 'Once']);
    expect(figures['lifecycle.lost.customers']).toBe(1);
    expect(figures['lifecycle.lost.one_time']).toBe(0);
  });

  it('the silence rule is the suggested one where none is typed: the 90th percentile of the gaps 29, 30, 29', async () => {
    const { figures } = await lifecycle(agency, {});
    // Type 7 over 29, 29, 30: 29.8, rounded up.
    expect(figures['lifecycle.silence_days']).toBe(30);
  });

  it('nobody ordered twice: no stage is told but prospects, and the page says why', async () => {
    const lines = agency.lines.filter(({ customer }) => customer === 'Once' || customer === 'Returned');
    const { figures, say, value } = await lifecycle({ lines }, {});
    expect(figures).toMatchObject({
      'lifecycle.silence_days': null,
      'lifecycle.lost.customers': null,
      'lifecycle.regular.customers': null,
      'lifecycle.one_time.customers': null,
      'lifecycle.prospect.customers': 1,
      'lifecycle.unknown.customers': 1,
    });
    expect(value.sign).toMatchObject({ by: 'recommend', rates: [] });
    expect(say('en')).toContain('suggest no silence rule');
  });

  it('a probability of buying again stands in where nobody was asked, and is named a proxy', async () => {
    const { value, names, figures } = await lifecycle({
      lines: agency.lines,
      surveys: [
        { customer: 'Loyal', repurchase_prob: '0.7' },
        { customer: 'Regular', repurchase_prob: '0.6999' },
      ],
    });
    expect(names('loyal')).toEqual(['Loyal']);
    expect(names('regular')).toEqual(['Regular']);
    expect(value.sign).toMatchObject({ by: 'either', available: true, unanswered: 0 });
    expect(figures['lifecycle.loyal.by_proxy']).toBe(1);
  });

  it('without a survey nobody is loyal; the rate of buying again from the orders stands in when chosen, and is named', async () => {
    // June 30 ends the data: under a silence of 30 days, order days until May 31 were watched.
    const lines = [
      ...Array.from({ length: 21 }, (_, i) => ['2024-05-01', '2024-05-31'].map((day) => ({ customer: `back${i}`, day, amount: '10' }))).flat(),
      ...Array.from({ length: 9 }, (_, i) => ({ customer: `once${i}`, day: '2024-05-01', amount: '5' })),
      ...['2024-06-10', '2024-06-10'].map((day, i) => ({ customer: 'Twice', order: `t${i}`, day, amount: '3' })),
      { customer: 'End', day: '2024-06-30', amount: '1' },
    ]; // prettier-ignore
    const unasked = await lifecycle({ lines });
    expect(unasked.value.sign).toMatchObject({ by: 'recommend', available: false });
    expect(unasked.figures).toMatchObject({
      'lifecycle.loyal.customers': 0,
      'lifecycle.regular.customers': 22,
    });
    const byRate = { ...silence, schemes: [schemeWith('lifecycle', { loyal_by: 'rate' })] };
    const { value, names, figures, say } = await lifecycle({ lines }, byRate);
    // Once: 21 of 30, exactly 0.70. Twice: none of the 21 came a third time.
    expect(names('loyal')).toEqual(['Twice']);
    expect(names('regular')).toHaveLength(21);
    expect(value.sign).toMatchObject({
      by: 'rate',
      available: true,
      unanswered: 0,
      rates: [
        { days: 1, rate: 0.7 },
        { days: 2, rate: 0 },
      ],
    });
    expect(figures['lifecycle.loyal.by_proxy']).toBe(1);
    const stages = ['loyal', 'regular', 'one_time', 'prospect', 'lost', 'unknown'];
    expect(stages.reduce((sum, id) => sum + (figures[`lifecycle.${id}.customers`] ?? 0), 0)).toBe(32);
    expect(say('en')).toContain('1 loyal');
    const short = await lifecycle({ lines: lines.filter(({ day }) => day >= '2024-06-01') }, byRate);
    expect(short.value.sign).toMatchObject({ by: 'rate', available: false, rates: [] });
  });

  it('a survey that is there is not filled up with the rate, unless that is chosen', async () => {
    const schemes = [schemeWith('lifecycle', { loyal_by: 'rate' })];
    const asked = await lifecycle(agency);
    expect(asked.value.sign).toMatchObject({ by: 'either', rates: [] });
    expect(asked.figures['lifecycle.loyal.customers']).toBe(1);
    const chosen = await lifecycle(agency, { ...silence, schemes });
    expect(chosen.value.sign.by).toBe('rate');
    // Of six order days until May 31, two are followed by another: nobody reaches 0.70.
    expect(chosen.figures['lifecycle.loyal.customers']).toBe(0);
    expect(chosen.value.sign.rates).toEqual([{ days: 2, rate: 2 / 6 }]);
  });

  it('states: no dates, nobody', async () => {
    const undated = await joinedData(engine, { lines: [{ customer: 'A', amount: '1' }] });
    expect((await look('lifecycle', undated)).result).toEqual({ state: 'unusable', reason: 'no_dates' });
    const empty = await joinedData(engine, { lines: [{ customer: null, day: '2024-01-01', amount: '1' }] });
    expect((await look('lifecycle', empty)).result).toEqual({ state: 'empty', reason: 'no_customers' });
  });

  it('a thousand are listed, all are counted', async () => {
    const profiles = Array.from({ length: 1003 }, (_, i) => `p${i}`);
    const { value } = await lifecycle({ lines: agency.lines, profiles });
    expect(value.outsiders!.n).toBe(1003);
    expect(value.outsiders!.ids.length).toBe(1000);
  }, 30_000);
});
