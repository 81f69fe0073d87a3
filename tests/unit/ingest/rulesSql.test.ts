import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDay } from '../../../src/base/day.ts';
import { texts } from '../../../src/base/table.ts';
import { inBrackets, readDate, readNumber } from '../../../src/ingest/cells.ts';
import {
  currencyCode,
  currencyCodeSql,
  currencyMark,
  currencyMarkSql,
} from '../../../src/ingest/currency.ts';
import { dateSql, impossibleDateSql, monthsSql, quickDateSql } from '../../../src/ingest/datesSql.ts';
import {
  cleanedSql, digitsSql, inBracketsSql, isBlankSql, quickNumberSql, quickRoundedSql, roundedSql, scaledSql, ungroupedSql, unwrapSql, valueSql,
} from '../../../src/ingest/numbersSql.ts'; // prettier-ignore
import type { Marks } from '../../../src/ingest/rules.ts';
import type { Reading, Repairs } from '../../../src/ingest/types.ts';
import type { Engine } from '../../../src/ports/engine.ts';
import { ident, sql } from '../../../src/sql/sql.ts';
import type { Sql } from '../../../src/sql/sql.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { wasmEngine } from '../../support/wasmEngine.ts';
import { dateCells, numberCells } from './oddCells.ts';

const engines = { native: nodeEngine, 'of the page': wasmEngine } as const;

describe.each(['native', 'of the page'] as const)('the rules on text and in SQL of the engine %s', (kind) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = engines[kind]();
    await engine.open();
  });
  afterAll(() => engine.close());

  const marks = [
    { decimal: '.', thousands: ',' },
    { decimal: '.', thousands: 'none' },
    { decimal: '.', thousands: "'" },
    { decimal: ',', thousands: '.' },
    { decimal: ',', thousands: ' ' },
  ] as const;
  /** What expressions say of cells, each as text; `x` is the cell, and every later name can be used as a column. */
  async function evaluate(
    cells: readonly string[],
    layers: readonly Readonly<Record<string, Sql>>[],
    said: Sql,
  ): Promise<(string | null)[]> {
    const rows = sql`(SELECT unnest([${cells.map((cell) => sql`${cell}`)}]) AS x, unnest(range(${cells.length})) AS i)`;
    const from = layers.reduce(
      (now, layer) =>
        sql`(SELECT *, ${Object.entries(layer).map(([name, x]) => sql`${x} AS ${ident(name)}`)} FROM ${now})`,
      rows,
    );
    const table = await engine.query(
      sql`SELECT CAST(${said} AS VARCHAR) AS said FROM ${from} ORDER BY i`.text,
    );
    return cells.map((_, i) => texts(table, 'said').at(i));
  }
  const x = ident('x');

  const numberText = (cell: string, choice: Marks, scale: Repairs['scale']): string => {
    const read = readNumber(cell, choice, scale);
    return read.kind === 'number'
      ? `${read.value.units} ${read.value.rounded} ${inBrackets(cell)}`
      : read.kind;
  };
  const engineNumbers = (cells: readonly string[], choice: Marks, scale: Repairs['scale']) => {
    const [q, u, n, g, d, v] = ['q', 'u', 'n', 'g', 'd', 'v'].map(ident) as [Sql, Sql, Sql, Sql, Sql, Sql];
    const value = sql`replace(CAST(v AS VARCHAR), '.', '')`;
    const rounded = sql`CASE WHEN q IS NULL THEN ${roundedSql(d, v)} ELSE ${quickRoundedSql(x, choice, q, scale)} END`;
    return evaluate(
      cells,
      [
        { q: quickNumberSql(x, choice, scale), u: unwrapSql(x) },
        { n: cleanedSql(u) },
        { g: ungroupedSql(n, choice) },
        { d: scaledSql(digitsSql(g, choice), u, scale) },
        { v: sql`coalesce(q, ${valueSql(d)})` },
      ],
      sql`CASE WHEN v IS NOT NULL THEN concat(CAST(${value} AS BIGINT), ' ', ${rounded}, ' ', ${inBracketsSql(x)}) WHEN ${isBlankSql(u)} THEN 'missing' WHEN d IS NULL THEN 'unreadable' ELSE 'too_large' END`,
    );
  };

  it.each([1, 1000, 10000, 1000000, 100000000] as const)(
    'say the same of numbers times %d',
    async (scale) => {
      for (const choice of [marks[0], marks[3]]) {
        const said = await engineNumbers(numberCells, choice, scale);
        expect(numberCells.map((cell, i) => [cell, said[i]])).toEqual(
          numberCells.map((cell) => [cell, numberText(cell, choice, scale)]),
        );
      }
    },
  );

  const engineDates = (
    cells: readonly string[],
    order: Reading['dateOrder'],
    impossible: Repairs['impossibleDates'],
  ) =>
    evaluate(
      cells,
      [{ u: unwrapSql(x) }, { n: monthsSql(ident('u')) }],
      sql`concat_ws(' ', coalesce(${quickDateSql(x)}, ${dateSql(ident('n'), order, impossible)}), CASE WHEN ${impossibleDateSql(ident('n'), order)} THEN 'impossible' END)`,
    );
  const dateText = (
    cell: string,
    order: Reading['dateOrder'],
    impossible: Repairs['impossibleDates'],
  ): string => {
    const read = readDate(cell, order);
    if (read.kind === 'impossible')
      return impossible === 'set_aside' ? 'impossible' : `${isoDay(read.monthEnd)} impossible`;
    return read.kind === 'date' ? isoDay(read.day) : '';
  };

  it.each(['ymd', 'dmy', 'mdy'] as const)(
    'say the same of impossible dates in the order %s',
    async (order) => {
      for (const impossible of ['set_aside', 'month_end'] as const) {
        const said = await engineDates(dateCells, order, impossible);
        expect(dateCells.map((cell, i) => [cell, said[i]])).toEqual(
          dateCells.map((cell) => [cell, dateText(cell, order, impossible)]),
        );
      }
    },
  );

  it.each([null, 'CNY', 'JPY', 'TWD', 'SEK'])(
    'say the same of currencies, figures kept in %s',
    async (base) => {
      // prettier-ignore
      const names = [...numberCells, '人民币', '美元', 'usd', ' EUR ', '￥', '新 台 币', 'NTD', '卢布', '幣', 'XYZ', 'CHF', 'kgs', '圓', 'R$', 'US Dollar', 'ＪＰＹ'];
      const codes = await evaluate(names, [], currencyCodeSql(x, base));
      expect(names.map((name, i) => [name, codes[i]])).toEqual(
        names.map((name) => [name, currencyCode(name, base)]),
      );
      const found = await evaluate(names, [], currencyMarkSql(x, base));
      expect(names.map((name, i) => [name, found[i]])).toEqual(
        names.map((name) => [name, currencyMark(name, base)]),
      );
    },
  );

  // prettier-ignore
  const numberWords = ['0', '1', '5', '12', '123', '1234', '.', ',', ' ', "'", '-', '+', '(', ')', '%', 'E', 'e-', '¥', '$', '€', 'US$', 'RMB', 'usd', '元', '万', '亿', '千', '百', 'K', 'M', 'B', '５', '，', '．', '（', '）', '\u00a0', '\u200b', '="', '"', '_', '\u2212', '٣', 'kr', 'N/A', '#', '5.00005'];
  // prettier-ignore
  const dateWords = ['2024', '2023', '113', '24', '69', '1', '5', '01', '05', '12', '29', '30', '31', '02', '2', '0', '-', '/', '.', ' ', '年', '月', '日', '民國', 'Jan', 'FEB', 'february', 'Sept.', ',', 'th', 'T', ':', '08:26', '10:30:05', 'PM', '上午', '+08:00', 'Z', '星期五', '20240105', '45296', '号', '时', '分', 'Fri', '１', '\u00a0'];
  const cellsOf = (words: readonly string[]): fc.Arbitrary<string[]> =>
    fc.array(
      fc
        .array(fc.constantFrom(...words), { maxLength: 9 })
        .map((parts) => parts.join(''))
        // The engine's exponents end at 2^15, and its digits beyond the twentieth decimal count as none.
        .filter((cell) => !/e(?:[-+]?[\d５٣]{5}|-[\d５٣]{2})/i.test(cell)),
      { minLength: 250, maxLength: 250 },
    );

  it('say the same of any text made of the signs of numbers', async () => {
    await fc.assert(
      fc.asyncProperty(
        cellsOf(numberWords),
        fc.constantFrom(...marks),
        fc.constantFrom(1, 1000, 10000),
        async (cells, choice, scale) => {
          const said = await engineNumbers(cells, choice, scale);
          expect(cells.map((cell, i) => [cell, said[i]])).toEqual(
            cells.map((cell) => [cell, numberText(cell, choice, scale)]),
          );
          const found = await evaluate(cells, [], currencyMarkSql(x, null));
          expect(found).toEqual(cells.map((cell) => currencyMark(cell)));
        },
      ),
      // A batch is not worth shrinking: the cell that differs is in the message.
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('say the same of any text made of the signs of dates', async () => {
    await fc.assert(
      fc.asyncProperty(
        cellsOf(dateWords),
        fc.constantFrom('ymd', 'dmy', 'mdy'),
        fc.constantFrom('set_aside', 'month_end'),
        async (cells, order, impossible) => {
          const said = await engineDates(cells, order, impossible);
          expect(cells.map((cell, i) => [cell, said[i]])).toEqual(
            cells.map((cell) => [cell, dateText(cell, order as 'ymd', impossible as 'month_end')]),
          );
        },
      ),
      // A batch is not worth shrinking: the cell that differs is in the message.
      { numRuns: 15, endOnFailure: true },
    );
  });
});
