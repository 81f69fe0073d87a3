import { expect, it } from 'vitest';
import { openDropped, type Dropped } from '../../../src/app/dropped.ts';
import { Memory } from '../../../src/app/memory.ts';
import { planOf } from '../../../src/app/draft.ts';
import { mappingOf } from '../../../src/document/mapping.ts';
import { blobReader } from '../../../src/ingest/reader.ts';

const orders = 'customer,date,amount\nA,2024-01-05,10\nB,2024-01-06,20\n';
const csv = (name: string, text = orders): File => new File([text], name);

function memory(): Memory {
  const kept = new Map<string, string>();
  return new Memory({ get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value) });
}

let id = 0;
const drop = (files: readonly File[], onPage: Dropped['drafts'] = [], kept = memory()): Promise<Dropped> =>
  openDropped(files, onPage, kept, () => ({
    reader: { ...blobReader, open: () => Promise.resolve() },
    memory: kept,
    id: () => ++id,
    preset: {},
    report: () => undefined,
    signal: new AbortController().signal,
  }));

it('a file with the same bytes is opened once, whatever its name', async () => {
  const first = await drop([csv('orders.csv'), csv('orders (1).csv')]);
  expect(first.drafts.map(({ name }) => name)).toEqual(['orders.csv']);
  expect(first.notices).toEqual([{ kind: 'twin', file: 'orders (1).csv', of: 'orders.csv' }]);
  const again = await drop([csv('orders.csv'), csv('other.csv', orders.replace('20', '30'))], first.drafts);
  expect(again.drafts.map(({ name }) => name)).toEqual(['other.csv']);
  expect(again.notices).toEqual([{ kind: 'twin', file: 'orders.csv', of: 'orders.csv' }]);
});

it('a file that cannot be read is named, and the good ones go on', async () => {
  const { drafts, notices, failed } = await drop([csv('bad.csv', ''), csv('good.csv')]);
  expect(drafts.map(({ name }) => name)).toEqual(['good.csv']);
  expect(notices).toMatchObject([{ kind: 'refused', problem: { code: 'empty', file: 'bad.csv' } }]);
  expect(failed).toBeNull();
});

it('where none can be read the first says why', async () => {
  const { failed, notices } = await drop([csv('a.csv', ''), csv('b.csv', '%PDF-1.7\n')]);
  expect(failed).toMatchObject({ file: 'a.csv' });
  expect(notices).toMatchObject([{ kind: 'refused', problem: { code: 'not_table', file: 'b.csv' } }]);
});

it('a mapping is learnt and used for files with its columns; a broken one is named and opened as nothing', async () => {
  const [draft] = (await drop([csv('orders.csv')])).drafts;
  const plan = planOf(draft!);
  const columns = plan.columns.map((column) => (column.header === 'customer' ? { ...column, role: 'attribute' as const } : column)); // prettier-ignore
  const text = JSON.stringify(mappingOf({ ...plan, columns }));
  const kept = memory();
  const taken = await drop([csv('x.mapping.json', text), csv('next.csv')], [], kept);
  expect(taken.notices).toEqual([{ kind: 'learnt' }]);
  expect(taken.drafts[0]).toMatchObject({ remembered: true, roles: ['attribute', 'order_date', 'amount'] });
  const broken = await drop([csv('y.mapping.json', '{"fingerprint": 5}')], [], kept);
  expect(broken).toMatchObject({
    drafts: [],
    failed: null,
    notices: [{ kind: 'unlearnt', file: 'y.mapping.json' }],
  });
  kept.forget();
  expect([kept.count, (await drop([csv('next.csv')], [], kept)).drafts[0]!.remembered]).toEqual([0, false]);
});
