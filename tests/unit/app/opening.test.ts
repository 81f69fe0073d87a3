import { describe, expect, it } from 'vitest';
import { firstChoice, sameColumns } from '../../../src/app/opening.ts';
import type { Part } from '../../../src/ingest/types.ts';

const sheet = (name: string, more: Partial<Part> = {}, ...book: string[]): Part => ({
  path: [...book, name],
  kind: 'sheet',
  hidden: false,
  rows: 10,
  signature: 'customer|amount',
  ...more,
});
const text = (name: string): Part => ({
  path: [name],
  kind: 'text',
  hidden: false,
  rows: null,
  signature: null,
});
const names = (parts: readonly Part[]): string[] => parts.map((part) => part.path.join('/'));

describe('which tables of a file are opened at first', () => {
  it('of a workbook the first sheet that is neither hidden nor empty', () => {
    const book = [sheet('Notes', { rows: 0 }), sheet('Old', { hidden: true }), sheet('Orders'), sheet('Staff', { signature: 'name|phone' })]; // prettier-ignore
    expect(names(firstChoice(book))).toEqual(['Orders']);
  });

  it('sheets with the same header are read together: one sheet a month', () => {
    const book = [sheet('Jan'), sheet('Feb'), sheet('Mar', { hidden: true }), sheet('Total', { signature: 'month|sum' })]; // prettier-ignore
    expect(names(firstChoice(book))).toEqual(['Jan', 'Feb']);
  });

  it('sheets whose header is not known are not taken for the same', () => {
    expect(names(firstChoice([sheet('A', { signature: null }), sheet('B', { signature: null })]))).toEqual([
      'A',
    ]);
  });

  it('a workbook of hidden or empty sheets still opens something', () => {
    expect(names(firstChoice([sheet('A', { hidden: true }), sheet('B', { hidden: true })]))).toEqual(['A']);
  });

  it('every entry of an archive, and of each workbook in it its first sheet', () => {
    const archive = [text('a.csv'), text('b.csv'), sheet('S1', {}, 'book.xlsx'), sheet('S2', { signature: 'x' }, 'book.xlsx')]; // prettier-ignore
    expect(names(firstChoice(archive))).toEqual(['a.csv', 'b.csv', 'book.xlsx/S1']);
  });

  it('sheets of different workbooks are never the same table', () => {
    const one = sheet('S', {}, 'a.xlsx');
    expect(sameColumns(one, [one, sheet('S', {}, 'b.xlsx')])).toEqual([one]);
  });
});
