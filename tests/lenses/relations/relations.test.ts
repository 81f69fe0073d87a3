import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ranksOf } from '../../../src/lenses/ranks.ts';
import {
  cellSet,
  figures as figuresOfLens,
  levels,
  verdicts,
  verdictSet,
  type Relations,
} from '../../../src/lenses/relations/result.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import { joinedData } from '../../support/joined.ts';
import { look } from '../../support/lensCheck.ts';
import { schemeWith, type Choices } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import type { Tables } from '../../support/sideTables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const sale = (customer: string, amount: string, profit: string) => ({ customer, day: '2024-01-10', amount, profit }); // prettier-ignore
const call = (customer: string, day: string, direction: string, purpose = '') => ({
  customer,
  day,
  direction,
  purpose,
});

/**
 * Five customers on the curve at 500, 300, 100, 60, 40 (cumulative 50, 80, 90, 96, 100 %): with cuts at 80 and 95 % two
 * are few, two some (the fourth crosses), one is many. Own limits: 40 % high, 20 % medium.
 */
const firm: Tables = {
  lines: [
    sale('big', '500', '250'),
    sale('fat', '300', '60'),
    sale('mid', '100', '19'),
    sale('next', '60', '30'),
    sale('small', '40', '1'),
  ],
  contacts: [
    call('big', '2024-02-01', '呼入', '咨询'),
    call('fat', '2024-02-01', '呼出', '回访'),
    call('fat', '2024-05-01', '呼出', '新产品介绍'),
    call('mid', '2024-02-09', '呼出', '回访'),
    call('next', '2024-03-01', '呼出', '联合项目'),
    call('small', '2024-01-05', '呼出', '推销'),
  ],
};
const own: Choices = {
  schemes: [schemeWith('relationship_wanted', { margins: 'own', margin_high: 40, margin_mid: 20 })],
};

async function relations(tables: Tables, choices: Choices = own) {
  const { result, frame, say } = await look<Relations>(
    'relations',
    await joinedData(engine, tables),
    choices,
  );
  if (result.state !== 'ok') throw new Error(result.reason);
  const { value } = result;
  const names = (ranks: Uint32Array): string[] => [...ranks].map((k) => frame.customers.ids.at(k) ?? '');
  return { value, figures: figuresOfLens(value) satisfies Figures, say, names };
}

describe('relations', () => {
  it('actual against recommended, each customer by hand', async () => {
    const { value, figures, names, say } = await relations(firm);
    const at = (actual: string, wanted: string) =>
      names(ranksOf(cellSet(value, (levels as readonly string[]).indexOf(actual), (levels as readonly string[]).indexOf(wanted)))); // prettier-ignore
    // big: one call of the customer's; few, 50 %.
    expect(at('reactive', 'partner')).toEqual(['big']);
    // fat: two calls of ours in two quarters, one a proposal; few, exactly 20 %.
    expect(at('proactive', 'proactive')).toEqual(['fat']);
    // mid: a call on the 30th day after the sale; some, 19 %.
    expect(at('accountable', 'reactive')).toEqual(['mid']);
    // next: joint work; some, 50 %.
    expect(at('partner', 'proactive')).toEqual(['next']);
    // small: the only call was before the sale; many, 2.5 %.
    expect(at('basic', 'basic')).toEqual(['small']);
    expect(figures).toMatchObject({
      'relations.under.customers': 1, 'relations.under.value': 500,
      'relations.match.customers': 2, 'relations.match.value': 340,
      'relations.over.customers': 2, 'relations.over.value': 160,
      'relations.reactive_partner.customers': 1, 'relations.actual.basic.customers': 1,
      'relations.wanted.proactive.customers': 2,
    }); // prettier-ignore
    expect(verdicts.map((verdict) => names(ranksOf(verdictSet(value, verdict))))).toEqual([
      ['big'], ['fat', 'small'], ['mid', 'next'],
    ]); // prettier-ignore
    expect(say('en')).toBe('1 of 5 customers gets less contact than recommended (50.0% of revenue), 2 more.');
    expect(say('zh-Hans')).toBe('5个客户中，1个得到的联系少于建议（占收入的50.0%），2个多于建议。');
  });

  it('cells, rows and columns add up to the customers', async () => {
    const { value } = await relations(firm);
    const all = value.cells.flat().reduce((sum, { customers }) => sum + customers, 0);
    expect(all).toBe(5);
    levels.forEach((_, i) => {
      expect(ranksOf(cellSet(value, i, null))).toHaveLength(value.byActual[i]!.customers);
      expect(ranksOf(cellSet(value, null, i))).toHaveLength(value.byWanted[i]!.customers);
    });
  });

  it('the 31st day is no follow-up; a longer time makes it one', async () => {
    const late = { ...firm, contacts: [call('mid', '2024-02-10', '呼出', '回访')] };
    const level = async (choices: Choices) => (await relations(late, choices)).figures['relations.actual.accountable.customers']; // prettier-ignore
    expect(await level({})).toBe(0);
    expect(await level({ schemes: [schemeWith('relationship', { days: 31 })] })).toBe(1);
  });

  it('without profit nothing is recommended; by setting every margin is medium', async () => {
    const lines = firm.lines.map(({ customer, day, amount }) => ({
      customer: customer ?? null,
      day: day ?? null,
      amount,
    }));
    const { value, figures, say } = await relations({ ...firm, lines }, {});
    expect(value.noMargin).toBe(true);
    expect(figures).toMatchObject({
      'relations.wanted.unknown.customers': 5,
      'relations.under.customers': 0,
    });
    expect(say('en')).toBe(
      '1 of 5 customers has had no contact since the first sale; no recommendation can be compared.',
    );
    const medium = await relations({ ...firm, lines }, { schemes: [schemeWith('relationship_wanted', { no_profit: 'mid' })] }); // prettier-ignore
    expect(medium.value.noMargin).toBe(false);
    expect(medium.figures).toMatchObject({
      'relations.wanted.proactive.customers': 2,
      'relations.wanted.accountable.customers': 2,
      'relations.wanted.reactive.customers': 1,
    });
  });

  it('a log without directions: contacts are at no known level', async () => {
    const contacts = firm.contacts!.map(({ customer, day }) => ({ customer, day: day ?? null }));
    const { value, figures } = await relations({ ...firm, contacts });
    expect(figures).toMatchObject({
      'relations.actual.unknown.customers': 4,
      'relations.actual.basic.customers': 1,
      'relations.actual.reactive.customers': 0,
    });
    expect(value.untold).toBe(5);
  });

  it('states: no contact log, nobody, nobody who ordered', async () => {
    const state = async (tables: Tables) =>
      (await look('relations', await joinedData(engine, tables))).result;
    expect(await state({ lines: firm.lines })).toEqual({ state: 'unusable', reason: 'no_contacts' });
    const walkin = { lines: [{ customer: null, day: '2024-01-01', amount: '1' }], contacts: firm.contacts! };
    expect(await state(walkin)).toEqual({ state: 'empty', reason: 'no_customers' });
    const refund = { lines: [{ customer: 'r', day: '2024-01-01', amount: '-1' }], contacts: firm.contacts! };
    expect(await state(refund)).toEqual({ state: 'empty', reason: 'no_buyers' });
  });
});
