import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, isoDay } from '../../../src/base/day.ts';
import { lens } from '../../../src/lenses/migration/index.ts';
import type { Migration } from '../../../src/lenses/migration/result.ts';
import { shorrocks } from '../../../src/stats/shorrocks.ts';
import { mergeFrom } from '../../../src/stats/transition.ts';
import { look } from '../../support/lensCheck.ts';
import type { Choices } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { type Opened, openFile } from '../../support/pipeline.ts';
import { cdnow } from '../../unit/stats/reference.ts';

const folder = process.env.REFERENCE_DATA;
const reference = folder ? it : it.skip;
const unset = folder ? '' : ' (reference data not set)';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

let opened: Opened;
const read = (name: string): Uint8Array<ArrayBuffer> => {
  const bytes = readFileSync(join(folder ?? '', name));
  return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
};

/** Table of A, B, C and everything else, and the index, under these settings. */
async function table(values: Record<string, unknown>, rest: Choices = {}) {
  const looked = await look<Migration>('migration', opened.data, { ...rest, values: { migration: values } });
  const { result, frame, live } = looked;
  if (result.state !== 'ok') throw new Error(result.reason);
  const figures = lens.figures(result.value, live, frame, lens.params.parse(values));
  return { counts: mergeFrom(result.value.pair.moved.counts, 3), index: figures['migration.shorrocks'], figures, result: result.value }; // prettier-ignore
}

describe('CDNOW', () => {
  beforeAll(async () => {
    if (!folder) return;
    opened = await openFile(engine, new File([read('cdnow_master.txt')], 'cdnow_master.txt'), {
      customer_id: 'customer_id',
      date: 'order_date',
      number_of_cds: 'quantity',
      dollar_value: 'amount',
    });
  }, 60_000);

  reference(`the last two halves by default, cut values of the first kept${unset}`, async () => {
    const { counts, index, result } = await table({});
    expect(result.compared.unit).toBe('half');
    expect(counts).toEqual([
      [1106, 433, 231, 829],
      [306, 442, 256, 1059],
      [138, 275, 276, 1070],
      [434, 740, 737, 15238],
    ]);
    expect(index).toBeCloseTo(0.771576, 6);
  });

  /**
   * The table from the file's rows, with cuts of its own for each half. The published tables split customers of equal
   * value at a cut by their numbers; here they stay together.
   */
  function byHand(halves: readonly (readonly [string, string])[], ties: 'split' | 'together'): number[][] {
    const rows = cdnow();
    const ids = [...new Set(rows.map((row) => row.customer))].toSorted();
    const tiers = halves.map(([from, to]) => {
      const sums = new Map<string, number>();
      for (const { customer, day, amount } of rows)
        if (isoDay(day) >= from && isoDay(day) <= to) sums.set(customer, (sums.get(customer) ?? 0) + amount);
      const of = (id: string): number => sums.get(id) ?? 0;
      const ranked = ids.filter((id) => of(id) > 0).toSorted((x, y) => of(y) - of(x) || (x < y ? -1 : 1));
      const total = ranked.reduce((sum, id) => sum + of(id), 0);
      const tier = new Map<string, number>();
      let before = 0;
      ranked.forEach((id, k) => {
        const above = ranked[k - 1];
        const equal = ties === 'together' && above !== undefined && of(above) === of(id);
        tier.set(
          id,
          equal ? tier.get(above)! : before * 100 < total * 80 ? 0 : before * 100 < total * 95 ? 1 : 2,
        );
        before += of(id);
      });
      return tier;
    });
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (const id of ids) counts[tiers[0]!.get(id) ?? 3]![tiers[1]!.get(id) ?? 3]! += 1;
    return counts;
  }
  const halves = [
    ['1997-01-01', '1997-06-30'],
    ['1997-07-01', '1997-12-31'],
    ['1998-01-01', '1998-06-30'],
  ] as const;

  (folder ? it : it.skip).each([
    ['first to second half of 1997', 0, [[2099, 1229, 722, 5776], [364, 554, 653, 6420], [132, 250, 416, 4885], [1, 0, 1, 68]], 0.890809, '1'],
    ['second half of 1997 to first of 1998', 1, [[1171, 376, 220, 829], [344, 414, 237, 1038], [166, 262, 273, 1091], [499, 704, 708, 15238]], 0.768124, '2'],
  ] as const)(`%s, cuts made anew: as published but for ties${unset}`, async (_, at, published, m, pair) => {
    const two = halves.slice(at, at + 2);
    expect(byHand(two, 'split')).toEqual(published);
    expect(shorrocks(byHand(two, 'split'))).toBeCloseTo(m, 6);
    const { counts, index } = await table({ cuts: 'recompute', unit: 'half', count: '3', pair });
    expect(counts).toEqual(byHand(two, 'together'));
    expect(Math.abs((index ?? 0) - m)).toBeLessThan(0.0015);
  }); // prettier-ignore
});

describe('Online Retail', () => {
  beforeAll(async () => {
    if (!folder) return;
    opened = await openFile(engine, new File([read('online_retail.csv.gz')], 'online_retail.csv'), {
      InvoiceNo: 'order_id',
      Quantity: 'quantity',
      InvoiceDate: 'order_date',
      UnitPrice: 'unit_price',
      CustomerID: 'customer_id',
    });
  }, 120_000);
  const halves = {
    from1: dayOf(2010, 12, 1),
    to1: dayOf(2011, 5, 31),
    from2: dayOf(2011, 6, 1),
    to2: dayOf(2011, 11, 30),
  };

  reference(`two halves of a year, typed, gross, cuts made anew${unset}`, async () => {
    const { counts, index, figures } = await table(
      { ...halves, cuts: 'recompute' },
      { scope: { returns: 'ignore' } },
    );
    expect(counts).toEqual([
      [544, 157, 44, 98],
      [184, 300, 184, 296],
      [53, 174, 252, 432],
      [285, 568, 726, 0],
    ]);
    expect(index).toBeCloseTo(0.922288, 6);
    expect(figures['migration.net_nonpositive.A']).toBe(0);
  });

  reference(
    `net: customers whose returns are as large as their orders are not “no orders”${unset}`,
    async () => {
      const { figures, result } = await table(halves);
      const zero = result.states.findIndex((state) => state.key === 'net_nonpositive');
      expect(result.pair.moved.counts[zero]!.reduce((a, b) => a + b)).toBeGreaterThan(0);
      expect(figures['migration.placed']).toBe(
        figures['migration.stayed']! +
          figures['migration.up']! +
          figures['migration.down']! +
          figures['migration.lost']! +
          figures['migration.negative']!,
      );
    },
  );
});
