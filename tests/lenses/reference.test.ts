import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/base/day.ts';
import type { RoleChoice } from '../../src/base/role.ts';
import type { Figures } from '../../src/lenses/types.ts';
import { type Choices, figuresOf } from '../support/lenses.ts';
import { nodeEngine } from '../support/nodeEngine.ts';
import { type Opened, openFile } from '../support/pipeline.ts';
import { cdnow, sumsByCustomer } from '../unit/stats/reference.ts';

/** Folder of the public data sets; the expected numbers were computed from them by others. */
const folder = process.env.REFERENCE_DATA;
const reference = folder ? it : it.skip;
const unset = folder ? '' : ' (reference data not set)';

function file(name: string): File {
  const bytes = readFileSync(join(folder ?? '', name));
  return new File(
    [new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)],
    name.replace('.gz', ''),
  );
}

const retail: Readonly<Record<string, RoleChoice>> = {
  InvoiceNo: 'order_id',
  Quantity: 'quantity',
  InvoiceDate: 'order_date',
  UnitPrice: 'unit_price',
  CustomerID: 'customer_id',
};

/** Figures whose unrounded values agree to the places that were published. */
function expectFigures(figures: Figures, expected: Readonly<Record<string, number>>, digits = 6): void {
  for (const [name, value] of Object.entries(expected))
    if (Number.isInteger(value)) expect(figures[name], name).toBe(value);
    else expect(figures[name], name).toBeCloseTo(value, digits);
}

const cohort = (figures: Figures, month: string, cells: number): (number | null | undefined)[] =>
  Array.from({ length: cells }, (_, k) => figures[`cohort.${month}.${k}`]);

const engine = nodeEngine();
let opened: Opened;
const figures = (choices?: Choices): Promise<Figures> => figuresOf(opened.data, choices);
beforeAll(() => engine.open());
afterAll(() => engine.close());

describe('CDNOW, all 23,570 customers', () => {
  // The published class sizes split customers of equal value; here they stay together, on the side the rule says.
  let sums: number[] = [];
  const withTies = (k: number): number => sums.filter((sum) => sum >= sums[k - 1]!).length;
  beforeAll(async () => {
    if (!folder) return;
    sums = sumsByCustomer(cdnow().map(({ customer, amount }) => [customer, amount] as const));
    opened = await openFile(engine, file('cdnow_master.txt'), {
      customer_id: 'customer_id',
      date: 'order_date',
      number_of_cds: 'quantity',
      dollar_value: 'amount',
    });
  }, 60_000);

  reference(`every row is used, two million and a half dollars${unset}`, async () => {
    expectFigures(await figures(), {
      'ledger.rows_file': 69_659,
      'ledger.rows_used': 69_659,
      'ledger.rows_set_aside': 0,
      'ledger.records_other': 1,
      'ledger.walkin_rows': 0,
      'overview.customers': 23_570,
      'overview.orders': 67_511,
      'overview.value': 2_500_315.63,
      'overview.first_date': 19_970_101,
      'overview.last_date': 19_980_630,
    });
    expect(await opened.data.duplicateRows()).toBe(255);
  });

  reference(`concentration of the 23,502 with a net above zero${unset}`, async () => {
    const all = await figures();
    expectFigures(all, {
      'pareto.customers': 23_502,
      'pareto.value': 2_500_315.63,
      'pareto.apart_customers': 68,
      'pareto.apart_value': 0,
      'pareto.top20_share': 0.677044312201496,
      'pareto.top1_share': 0.15839732794055286,
      'pareto.top5_share': 0.3663128438708356,
      'pareto.top10_share': 0.5087670303448849,
      'pareto.gini': 0.6335138635260069,
      'pareto.gini_sample': 0.633540820415651,
      'pareto.hhi': 0.00026126137946219473,
      'pareto.joint_customers': 0.2583222740677727,
      'pareto.joint_value': 0.7416777259322274,
      'pareto.cut_customers': 7_695,
      'tiers.A.customers': withTies(7_695),
      'tiers.B.customers': withTies(15_739) - 7_695,
    });
    expect(all['tiers.C.customers']).toBe(23_502 - withTies(15_739));
  });

  reference(`concentration with the 68 at zero ranked as zero${unset}`, async () => {
    const all = await figures({ scope: { nonpositive: 'zero' }, tiers: { cut1: 8000, cut2: 9500 } });
    expectFigures(all, {
      'pareto.customers': 23_570,
      'pareto.top20_share': 0.6777738296984529,
      'pareto.top1_share': 0.15864732965733613,
      'pareto.gini': 0.634571184581596,
      'pareto.gini_sample': 0.6345981085573515,
      'pareto.joint_customers': 0.25795522916399877,
      'tiers.A.customers': withTies(7_695),
      'tiers.B.customers': withTies(15_739) - 7_695,
      'tiers.A.share_value': 0.800005021765992,
    });
    const worse = await figures({ scope: { nonpositive: 'zero' }, tiers: { crossing: 'worse' } });
    expect(worse['tiers.A.customers']).toBe(withTies(7_694));
    expect(worse['tiers.B.customers']).toBe(withTies(15_738) - withTies(7_694));
    const seventy = await figures({ scope: { nonpositive: 'zero' }, tiers: { cut1: 7000, cut2: 9000 } });
    expect(seventy['tiers.A.customers']).toBe(withTies(5_149));
    expect(seventy['tiers.B.customers']).toBe(withTies(12_024) - withTies(5_149));
  });

  reference(`January 1997 cohort: 7,814 buyers, then 1,155, 964, 810, 679, 736${unset}`, async () => {
    expect(cohort(await figures(), '1997-01', 6)).toEqual([7814, 1155, 964, 810, 679, 736]);
  });

  reference(`silence: nine of ten gaps are no longer than 200 days${unset}`, async () => {
    expectFigures(await figures(), { 'churn.silence_days': 200 });
  });

  reference(
    `back-test at the end of 1997 over half a year: precision .881, recall .851${unset}`,
    async () => {
      const all = await figures({
        values: { churn: { backtestCut: dayOf(1997, 12, 31), backtestWindow: 181 } },
      });
      expectFigures(
        all,
        {
          'churn.backtest.precision': 0.881,
          'churn.backtest.recall': 0.851,
        },
        3,
      );
      expect(all['churn.backtest.lift']).toBeCloseTo(1.14, 2);
      // Published over all 23,570 (.772); 68 of them never placed an order above zero and cannot return.
      expect(all['churn.backtest.eligible']).toBe(23_502);
      expect(all['churn.backtest.base_rate']).toBeCloseTo(1 - 5_374 / 23_502, 10);
      expect(1 - 5_374 / 23_570).toBeCloseTo(0.772, 3);
    },
  );
});

describe('UCI Online Retail', () => {
  beforeAll(async () => {
    if (folder) opened = await openFile(engine, file('online_retail.csv.gz'), retail);
  }, 120_000);

  reference(`541,909 rows, 135,080 of them without a customer${unset}`, async () => {
    expectFigures(await figures(), {
      'ledger.rows_file': 541_909,
      'ledger.rows_used': 541_909,
      'ledger.walkin_rows': 135_080,
      'ledger.walkin_value': 1_447_682.12,
      'overview.customers': 4_372,
      'overview.value': 8_300_065.814,
      'overview.first_date': 20_101_201,
      'overview.last_date': 20_111_209,
    });
  });

  const conventions: readonly [string, NonNullable<Choices['scope']>, Record<string, number>][] = [
    ['C1, gross', { returns: 'ignore' }, { customers: 4_338, value: 8_911_407.904, top20_share: 0.746079, gini: 0.71514, hhi: 0.0046436, joint_customers: 0.2277, cut_customers: 1_133 }],
    ['C2, net as it is', { nonpositive: 'keep' }, { customers: 4_372, value: 8_300_065.814, top20_share: 0.738326, gini: 0.709284, hhi: 0.0045151, joint_customers: 0.2311, cut_customers: 1_171 }],
    ['C3, net, negative as zero', { nonpositive: 'zero' }, { customers: 4_372, value: 8_313_294.954, top20_share: 0.737151, gini: 0.706567, hhi: 0.0045004, joint_customers: 0.2318, cut_customers: 1_178 }],
    ['C4, net, negative apart (the default)', {}, { customers: 4_317, value: 8_313_294.954, top20_share: 0.734488, gini: 0.702828, hhi: 0.0045004, joint_customers: 0.2332, cut_customers: 1_178, apart_customers: 55, apart_value: -13_229.14 }],
    ['C7, gross, nobody as one customer (wrong)', { returns: 'ignore', walkin: 'one' }, { customers: 4_339, value: 10_666_684.544, top20_share: 0.787709, gini: 0.761647, hhi: 0.03032, joint_customers: 0.2067, cut_customers: 934 }],
  ]; // prettier-ignore
  const tiers: Readonly<Record<string, readonly number[]>> = {
    C1: [1133, 1469, 1736],
    C2: [1171, 1436, 1765],
    C3: [1178, 1456, 1738],
    C4: [1178, 1456, 1683],
    C7: [934, 1503, 1902],
  };
  /** Places to which each figure was published. */
  const places: Readonly<Record<string, number>> = { hhi: 7, joint_customers: 4, value: 4, apart_value: 4 };

  for (const [name, scope, expected] of conventions)
    reference(`${name}${unset}`, async () => {
      const all = await figures({ scope });
      for (const [figure, value] of Object.entries(expected))
        expectFigures(all, { [`pareto.${figure}`]: value }, places[figure] ?? 6);
      expect(['A', 'B', 'C'].map((tier) => all[`tiers.${tier}.customers`])).toEqual(tiers[name.slice(0, 2)]);
    });

  reference(`gross buyers: 18,532 orders, December 2010 cohort 885${unset}`, async () => {
    const all = await figures({ scope: { returns: 'ignore' } });
    expectFigures(all, { 'overview.orders': 18_532 });
    expect(cohort(all, '2010-12', 13)).toEqual([
      885, 324, 286, 340, 321, 352, 321, 309, 313, 350, 331, 445, 235,
    ]);
    expectFigures(all, { 'churn.silence_days': 110 });
  });

  reference(
    `returns never make an order: the cohorts are the same when they are netted${unset}`,
    async () => {
      const all = await figures();
      expectFigures(all, { 'overview.orders': 18_532, 'cohort.2010-12.0': 885, 'cohort.2010-12.1': 324 });
    },
  );
});
