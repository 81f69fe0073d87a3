import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/ingest/cells.ts';
import { numberForm } from '../../../src/ingest/forms.ts';
import type { Problem } from '../../../src/ingest/problems.ts';
import { NumberCells, plainNumber } from '../../../src/ingest/quickCells.ts';
import type { Repairs } from '../../../src/ingest/types.ts';
import { Duck, load } from './duck.ts';
import { examined, plain, short, rows, one } from './examination.ts';

describe('the same as the import', () => {
  const row = fc.record({
    who: fc.constantFrom('a', ' a ', 'b', '', 'NULL', '="007"', "'007", '-'),
    order: fc.constantFrom('1', '2', '3', 'C4', 'c5', ' C4', '', '="1"'),
    day: fc.constantFrom('2024-01-01', '2024-02-30', '', 'soon', '45296', '2024/1/5 10:30', '20240105'),
    amount: fc.constantFrom(
      '1',
      '-2.5',
      '(3)',
      '',
      'x',
      '1e30',
      '"1,000"',
      '1.23456',
      '5-',
      '0',
      '¥7',
      '2万',
    ),
    status: fc.constantFrom('paid', 'closed', ' closed', 'return', ''),
    back: fc.constantFrom('', '1', '-1', 'y', '0'),
  });
  const repairs: fc.Arbitrary<Partial<Repairs>> = fc.record({
    brackets: fc.constantFrom('negative', 'set_aside'),
    impossibleDates: fc.constantFrom('set_aside', 'month_end'),
    status: fc.constantFrom<Repairs['status']>(
      {},
      { closed: 'set_aside' },
      { closed: 'set_aside', return: 'negate' },
    ),
    cancelled: fc.constantFrom('net', 'set_aside'),
    refunds: fc.constantFrom('subtract', 'ignore'),
    orderTotals: fc.constantFrom('sum', 'once'),
    fillDown: fc.boolean(),
    duplicateOrders: fc.constantFrom('keep', 'first', 'sum'),
    scale: fc.constantFrom(1, 1000),
  });

  it('sets the same rows aside and counts the same money, whatever the repairs', async () => {
    const duck = await Duck.open();
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 2, maxLength: 25 }), repairs, async (cells, chosen) => {
        // A last row that nothing can take for a footer.
        const lines = cells.map((each) => Object.values(each).join(','));
        const text = rows('who,order,day,amount,status,back', ...lines, 'z,9,2024-01-01,9,paid,');
        const found = await examined(text, { repairs: chosen });
        await load(duck, [{ text, roles: short, repairs: chosen, reading: plain }]);
        const aside = await duck.rows(
          'SELECT reason, count(*) FROM set_aside GROUP BY reason ORDER BY reason',
        );
        const counted = found.setAside.map(({ reason, rows: n }) => [reason, String(n)]);
        expect(counted.sort((a, b) => (a[0]! < b[0]! ? -1 : 1))).toEqual(aside);
        // Lines that were folded into the first row of their order are used, but are no lines.
        if (chosen.duplicateOrders === 'sum') return;
        const [sums] = await duck.rows(
          'SELECT count(*) FILTER (WHERE customer_id IS NULL), sum(amount) FILTER (WHERE customer_id IS NULL), count(*) FILTER (WHERE amount < 0), sum(amount) FILTER (WHERE amount < 0) FROM lines',
        );
        const said = (kind: Problem['kind']): unknown[] => {
          const problem = one(found, kind);
          return [String(problem?.rows ?? 0), problem ? ((problem.value ?? 0) / 10_000).toFixed(4) : null];
        };
        expect([...said('walkin'), ...said('negative')]).toEqual(sums);
        const customers =
          'SELECT count(DISTINCT customer_id), count(*) - count(DISTINCT row_hash) FROM lines';
        const [[ids, copies]] = (await duck.rows(customers)) as [[string, string]];
        if (found.setAside.length === 0) expect(String(found.customers)).toBe(ids);
        if (chosen.duplicateOrders === 'keep')
          expect(String(one(found, 'exact_duplicate')?.rows ?? 0)).toBe(copies);
      }),
      { numRuns: 60 },
    );
    duck.close();
  }, 120_000);

  it('numbers from bytes are those of the full rules', () => {
    const alphabet = fc.constantFrom(...'0123456789'.split(''), ...".,- ()%¥$元万kE１＋'+/a".split(''));
    const text = fc.oneof(fc.string({ unit: alphabet, maxLength: 9 }), fc.stringMatching(/^[-(¥]{0,2}\d{1,3}(,\d{3}){0,3}(\.\d{0,6})?[-)元%万]?$/)); // prettier-ignore
    const marks = fc.constantFrom({ decimal: '.', thousands: ',' } as const, { decimal: ',', thousands: '.' } as const, { decimal: '.', thousands: 'none' } as const); // prettier-ignore
    const encoder = new TextEncoder();
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 8 }),
        marks,
        fc.constantFrom(1, 10_000),
        (cells, chosen, scale) => {
          const reader = new NumberCells(chosen, scale);
          for (const cell of cells) {
            const bytes = encoder.encode(cell);
            reader.read(bytes, 0, bytes.length);
            const read = readNumber(cell, chosen, scale);
            expect(reader.kind === plainNumber, cell).toBe(read.kind === 'number');
            if (read.kind === 'number') expect(reader.units, cell).toBe(Number(read.value.units) + 0);
            expect(reader.form, cell).toBe(numberForm(cell, chosen, scale));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
