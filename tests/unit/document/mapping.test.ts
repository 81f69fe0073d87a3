import { describe, expect, it } from 'vitest';
import { applyMapping, mappingOf, readMapping } from '../../../src/document/mapping.ts';
import type { ImportPlan, SourceColumn } from '../../../src/ingest/types.ts';
import { noRepairs } from '../../../src/ingest/types.ts';
import { headerFingerprint } from '../../../src/model/fingerprint.ts';

const headers = ['客户编号', '邮箱', '订单日期', '金额(万元)', '备注'];
const plan: ImportPlan = {
  version: 2,
  fileName: 'secret-2024-01.csv',
  bytes: 1234,
  lastModified: 1,
  path: ['Sheet1'],
  shape: 'lines',
  reading: {
    encoding: 'gb18030', delimiter: ',', quote: '"', decimal: '.', thousands: ',', dateOrder: 'ymd', headerRow: 2,
  },
  columns: headers.map((header, index) => ({
    index,
    header,
    role: (['customer_id', 'ignore', 'order_date', 'amount', 'ignore'] as const)[index]!,
    contact: index === 1 ? 'email' : null,
  })),
  repairs: { ...noRepairs, status: { 已关闭: 'set_aside' }, scale: 10_000, fillDown: true, year: 2024 },
}; // prettier-ignore

const evidence = {
  sampled: 1, blank: 0, distinct: 1, numberShare: 0, integerShare: 0, negativeShare: 0, dateShare: 0, examples: [], values: null,
}; // prettier-ignore
const columns: SourceColumn[] = headers.map((header, index) => ({ index, header, evidence }));
const together = { merge: ['email' as const], currency: { base: 'CNY', rates: { USD: '7.1' } } };
const written = (): Record<string, unknown> =>
  JSON.parse(JSON.stringify(mappingOf(plan, together))) as Record<string, unknown>;

describe('a mapping', () => {
  it('comes back from its text and gives the same columns', () => {
    const read = readMapping(written());
    expect(read.ok && read.value).toEqual(mappingOf(plan, together));
    if (!read.ok) return;
    expect(applyMapping(read.value, columns)).toEqual({
      roles: plan.columns.map((column) => column.role),
      contacts: plan.columns.map((column) => column.contact),
      shape: 'lines',
      repairs: { ...plan.repairs, year: null },
    });
  });

  it('holds no header and no file name', () => {
    const text = JSON.stringify(written());
    for (const word of [...headers, 'secret', 'Sheet1']) expect(text).not.toContain(word);
  });

  it('keeps a value of the status column that is a name of objects', () => {
    const status = JSON.parse(
      '{"__proto__": "set_aside", "constructor": "use"}',
    ) as ImportPlan['repairs']['status'];
    const read = readMapping(
      JSON.parse(JSON.stringify(mappingOf({ ...plan, repairs: { ...noRepairs, status } }))),
    );
    expect(read.ok && Object.entries(read.value.repairs.status)).toEqual([
      ['__proto__', 'set_aside'],
      ['constructor', 'use'],
    ]);
  });

  it.each<[string, (mapping: Record<string, unknown>) => unknown]>([
    ['shape', (m) => ({ ...m, shape: 'pyramid' })],
    ['width', (m) => ({ ...m, width: 1e9 })],
    ['fingerprint', (m) => ({ ...m, fingerprint: '<script>' })],
    ['columns', (m) => ({ ...m, columns: {} })],
    ['columns.0.role', (m) => ({ ...m, columns: [{ index: 0, role: 'emperor', contact: null }] })],
    ['columns.0.index', (m) => ({ ...m, columns: [{ index: 5, role: 'amount', contact: null }] })],
    ['columns.1.index', (m) => ({ ...m, columns: [{ index: 1, role: 'amount', contact: null }, { index: 1, role: 'ignore', contact: 'email' }] })],
    ['columns.1.role', (m) => ({ ...m, columns: [{ index: 1, role: 'amount', contact: null }, { index: 2, role: 'amount', contact: null }] })],
    ['reading.delimiter', (m) => ({ ...m, reading: { delimiter: '\n' } })],
    ['reading.headerRow', (m) => ({ ...m, reading: { headerRow: -1 } })],
    ['repairs.scale', (m) => ({ ...m, repairs: { scale: 7 } })],
    ['repairs.fillDown', (m) => ({ ...m, repairs: { fillDown: 'yes' } })],
    ['repairs.status', (m) => ({ ...m, repairs: { status: { a: 'drop table' } } })],
    ['together.merge', (m) => ({ ...m, together: { merge: ['all'], currency: null } })],
    ['together.currency.rates', (m) => ({ ...m, together: { merge: [], currency: { base: 'CNY', rates: { USD: '7,1' } } } })],
  ])('is refused for a value at %s that is not allowed', (at, change) => {
    expect(readMapping(change(written()))).toEqual({ ok: false, error: { code: 'damaged', at } });
  }); // prettier-ignore

  it.each([null, 1, 'x', [], {}, { kind: 'other', version: 1 }])('%j is no mapping', (value) => {
    expect(readMapping(value)).toEqual({ ok: false, error: { code: 'not_mapping' } });
  });

  it('of another version says so', () => {
    expect(readMapping({ ...written(), version: 2 })).toEqual({
      ok: false,
      error: { code: 'version', version: 2 },
    });
  });

  it('leaves out what it does not know', () => {
    const read = readMapping({ ...written(), extra: 'x', reading: { decimal: '.', extra: 1 } });
    expect(read.ok && [Object.keys(read.value).includes('extra'), read.value.reading]).toEqual([
      false,
      { decimal: '.' },
    ]);
  });
});

describe('headerFingerprint', () => {
  const of = (...names: string[]) => headerFingerprint(names);

  it('does not change with spelling', () => {
    expect(of('Customer ID', '金额(元)', '訂單日期')).toBe(of('customer_id ', '金额', '订单日期'));
    expect(of('Customer ID')).toMatch(/^[\da-f]{16}$/);
  });

  it('changes with names, their order and their number', () => {
    const all = [of('a', 'b'), of('b', 'a'), of('a', 'b', 'c'), of('ab'), of('a', 'b', ''), of('a'), of()];
    expect(new Set(all).size).toBe(all.length);
  });
});
