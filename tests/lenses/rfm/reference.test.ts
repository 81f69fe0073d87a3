import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/base/day.ts';
import type { RoleChoice } from '../../../src/base/role.ts';
import { ranksOf } from '../../../src/lenses/ranks.ts';
import { figures as figuresOfLens, setWhere, type Rfm } from '../../../src/lenses/rfm/result.ts';
import type { Figures } from '../../../src/lenses/types.ts';
import { schemeWith, type Choices } from '../../support/lenses.ts';
import { look } from '../../support/lensCheck.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { type Opened, openFile } from '../../support/pipeline.ts';
import { cdnow } from '../../unit/stats/reference.ts';

/** Folder of the public data sets; the expected numbers were computed from them by others. */
const folder = process.env.REFERENCE_DATA;
const reference = folder ? it : it.skip;
const unset = folder ? '' : ' (reference data not set)';

const engine = nodeEngine();
let opened: Opened;
beforeAll(() => engine.open());
afterAll(() => engine.close());

async function open(name: string, roles: Readonly<Record<string, RoleChoice>>): Promise<void> {
  if (!folder) return;
  const bytes = readFileSync(join(folder, name));
  const content = new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  opened = await openFile(engine, new File([content], name.replace('.gz', '')), roles);
}

async function rfm(choices: Choices = {}): Promise<{ value: Rfm; figures: Figures }> {
  const { result, live } = await look<Rfm>('rfm', opened.data, choices);
  if (result.state !== 'ok') throw new Error(result.reason);
  return { value: result.value, figures: figuresOfLens(result.value, live) };
}

const sizes = (value: Rfm, axis: 'r' | 'f' | 'm'): number[] => value.bins[axis].map((bin) => bin.customers);

describe('UCI Online Retail, only lines above zero (C1)', () => {
  beforeAll(
    () =>
      open('online_retail.csv.gz', {
        InvoiceNo: 'order_id',
        Quantity: 'quantity',
        InvoiceDate: 'order_date',
        UnitPrice: 'unit_price',
        CustomerID: 'customer_id',
      }),
    120_000,
  );

  reference(`published cuts, sizes, names and values${unset}`, async () => {
    const { value, figures } = await rfm({ scope: { returns: 'ignore' } });
    expect(sizes(value, 'r')).toEqual([861, 866, 863, 880, 868]);
    expect(sizes(value, 'f')).toEqual([1493, 835, 508, 802, 700]);
    expect(sizes(value, 'm')).toEqual([868, 867, 868, 867, 868]);
    const expected: Record<string, number> = {
      customers: 4338, value: 8_911_407.904, 'unscored.customers': 0, 'one_time.customers': 1493,
      'score.555.customers': 324, 'score.111.customers': 330,
      'cut.r.1': 13.8, 'cut.r.2': 33, 'cut.r.3': 72, 'cut.r.4': 180,
      'cut.f.1': 1, 'cut.f.2': 2, 'cut.f.3': 3, 'cut.f.4': 6,
      'cut.m.1': 250.194, 'cut.m.2': 490.096, 'cut.m.3': 942.276, 'cut.m.4': 2058.426,
      'champions.customers': 604, 'champions.value': 4_303_871.89, 'loyal.customers': 688, 'loyal.value': 2_210_652.881,
      'potential_loyalist.customers': 484, 'potential_loyalist.value': 586_236.63, 'new.customers': 67, 'new.value': 23_358.72,
      'promising.customers': 169, 'promising.value': 53_539.12, 'need_attention.customers': 121, 'need_attention.value': 141_275.92,
      'about_to_sleep.customers': 478, 'about_to_sleep.value': 249_848.51, 'at_risk.customers': 357, 'at_risk.value': 539_260.091,
      'cant_lose.customers': 35, 'cant_lose.value': 119_806.75, 'hibernating.customers': 1335, 'hibernating.value': 683_557.392,
      'slipping.customers': 392, 'slipping.value': 659_066.841,
    }; // prettier-ignore
    for (const [name, wanted] of Object.entries(expected))
      expect(figures[`rfm.${name}`], name).toBeCloseTo(wanted, 6);
    expect(value.slipping).toMatchObject({ days: 72, orders: 3 });
    const used = Object.entries(figures).filter(([name, n]) => /score\.\d+\.customers/.test(name) && n! > 0);
    expect(used).toHaveLength(112);
    expect(ranksOf(setWhere(value, { r: [5, 5], f: [5, 5], m: [5, 5] }))).toHaveLength(324);
  });

  reference(`fixed orders: 1,493 with one order, 835 with two${unset}`, async () => {
    const { value } = await rfm({
      scope: { returns: 'ignore' },
      schemes: [schemeWith('rfm', { bins: 'bands' })],
    });
    expect(sizes(value, 'f').slice(0, 3)).toEqual([1493, 835, 0]);
    expect(sizes(value, 'f').reduce((sum, n) => sum + n, 0)).toBe(4338);
    expect(sizes(value, 'r')).toEqual([861, 866, 863, 880, 868]);
  });
});

describe('CDNOW, 23,502 buyers', () => {
  beforeAll(
    () =>
      open('cdnow_master.txt', {
        customer_id: 'customer_id',
        date: 'order_date',
        number_of_cds: 'quantity',
        dollar_value: 'amount',
      }),
    60_000,
  );

  reference(`every score and name as counted from the log itself${unset}`, async () => {
    const log = new Map<string, { amount: number; days: Set<number> }>();
    for (const { customer, day, amount } of cdnow()) {
      if (amount === 0) continue;
      const own = log.get(customer) ?? { amount: 0, days: new Set<number>() };
      own.amount += amount;
      log.set(customer, { amount: own.amount, days: own.days.add(day) });
    }
    const end = dayOf(1998, 7, 1);
    const people = [...log.values()].map(({ amount, days }) => ({ r: end - Math.max(...days), f: days.size, m: amount })); // prettier-ignore
    expect(people).toHaveLength(23_502);
    const score = (axis: 'r' | 'f' | 'm'): ((x: number) => number) => {
      const sorted = people.map((person) => person[axis]).sort((a, b) => a - b);
      const cuts = [0.2, 0.4, 0.6, 0.8].map((p) => {
        const at = (sorted.length - 1) * p;
        const low = Math.floor(at);
        return sorted[low]! + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)]! - sorted[low]!);
      });
      return (x) => 1 + cuts.filter((cut) => x > cut).length;
    };
    const [r, f, m] = [score('r'), score('f'), score('m')];
    const cells = new Map<string, number>();
    for (const person of people) {
      const key = `${6 - r(person.r)}${f(person.f)}${m(person.m)}`;
      cells.set(key, (cells.get(key) ?? 0) + 1);
    }
    const { value, figures } = await rfm();
    for (let a = 1; a <= 5; a++)
      for (let b = 1; b <= 5; b++)
        for (let c = 1; c <= 5; c++)
          expect(figures[`rfm.score.${a}${b}${c}.customers`], `${a}${b}${c}`).toBe(
            cells.get(`${a}${b}${c}`) ?? 0,
          );
    expect(figures['rfm.customers']).toBe(23_502);
    // Half bought on one day only, so the second fifth ends where the first does.
    expect(value.fewer).toEqual([{ axis: 'f', asked: 5, filled: 4 }]);
    expect(figures['rfm.one_time.customers']).toBe(people.filter((person) => person.f === 1).length);
    const starting = (scores: string): number =>
      [...cells].reduce((sum, [key, n]) => sum + (key.startsWith(scores) ? n : 0), 0);
    expect(figures['rfm.promising.customers']).toBe(starting('41'));
    expect(figures['rfm.new.customers']).toBe(starting('51'));
    expect(figures['rfm.cant_lose.customers']).toBe(starting('15') + starting('25'));
  });
});
