import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/base/day.ts';
import { readDate, readNumber } from '../../../src/ingest/cells.ts';
import type { Reading, SetAsideReason } from '../../../src/ingest/types.ts';

import { Duck, prepare, statementsOf } from './duck.ts';
import { dateCells, numberCells } from './oddCells.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('the rules on text and in SQL', () => {
  let duck: Duck;
  beforeAll(async () => {
    duck = await Duck.open();
  });
  afterAll(() => duck.close());

  const fixed = {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    headerRow: 1,
    decimal: '.',
    thousands: ',',
    dateOrder: 'ymd',
  } as const;

  async function load(
    column: string,
    role: 'amount' | 'order_date',
    cells: readonly string[],
    reading: Reading,
  ): Promise<void> {
    const text = `${column},n\n${cells.map((cell, i) => `${quoted(cell)},${i}`).join('\n')}\n`;
    const prepared = await prepare(new Blob([text]), { [column]: role, n: 'customer_id' }, reading);
    await duck.register('file0', prepared.blob);
    await duck.run(statementsOf([prepared.input]));
  }

  const marks = [
    { decimal: '.', thousands: ',' },
    { decimal: '.', thousands: 'none' },
    { decimal: '.', thousands: "'" },
    { decimal: ',', thousands: '.' },
    { decimal: ',', thousands: ' ' },
  ] as const;
  it.each(marks)('say the same of numbers with decimal $decimal and thousands $thousands', async (choice) => {
    await load('x', 'amount', numberCells, { ...fixed, ...choice });
    const ours = numberCells.map((cell, i) => {
      const read = readNumber(cell, choice);
      return read.kind === 'number'
        ? [i, cell, String(read.value.units)]
        : [i, cell, `amount_${read.kind}` satisfies SetAsideReason];
    });
    const engine = await duck.rows(
      `SELECT row_no, CAST(CAST(replace(CAST(amount AS VARCHAR), '.', '') AS BIGINT) AS VARCHAR) FROM lines UNION ALL SELECT row_no, reason FROM set_aside`,
    );
    const byRow = new Map(engine.map(([row, said]) => [Number(row) - 2, said]));
    expect(numberCells.map((cell, i) => [i, cell, byRow.get(i)])).toEqual(ours);
    const rounded = numberCells.filter((cell) => {
      const read = readNumber(cell, choice);
      return read.kind === 'number' && read.value.rounded;
    }).length;
    expect(await duck.rows('SELECT rows FROM rounded')).toEqual([[String(rounded)]]);
  });

  it.each(['ymd', 'dmy', 'mdy'] as const)('say the same of dates in the order %s', async (dateOrder) => {
    await load('x', 'order_date', dateCells, { ...fixed, dateOrder });
    const ours = dateCells.map((cell) => {
      const read = readDate(cell, dateOrder);
      return [cell, read.kind === 'date' ? isoDay(read.day) : null];
    });
    const engine = await duck.rows('SELECT row_no, CAST(day AS VARCHAR) FROM lines');
    const byRow = new Map(engine.map(([row, said]) => [Number(row) - 2, said]));
    expect(dateCells.map((cell, i) => [cell, byRow.get(i) ?? null])).toEqual(ours);
  });
});
