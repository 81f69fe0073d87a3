import { expect, it } from 'vitest';
import { draftOf, withRole, type Draft } from '../../../src/app/draft.ts';
import { asMended, mendedBases, mendedFiles, mendedReading } from '../../../src/app/mended.ts';
import { blobReader } from '../../../src/ingest/reader.ts';
import { originOf } from '../../support/origin.ts';

async function draft(text: string, name = 'orders.csv'): Promise<Draft> {
  const file = new File([text], name);
  return draftOf(originOf(file), {}, await blobReader.inspect(file, {}));
}

const orders = 'who;what;when;worth\nA;x;31.01.2024;1,5\nB;y;30.01.2024;1,25\n';
const aside =
  'file,record,reason,text,who,what,when,worth\norders.csv,4,amount_unreadable,?,C,z,29.01.2024,"7,5"\n';

it('mended rows take over what the columns of the open file mean, whatever their names say', async () => {
  const base = withRole(withRole(await draft(orders), 0, 'customer_id'), 1, 'product');
  const mended = await draft(aside, 'orders-set-aside.csv');
  expect(mendedBases(mended, [base])).toEqual([base]);
  expect(mendedReading(base)).toEqual({ decimal: ',', thousands: '.', dateOrder: 'dmy' });
  const joined = asMended(mended, base);
  expect(joined.roles).toEqual(['ignore', 'ignore', 'ignore', 'ignore', ...base.roles]);
  expect(joined.shape).toBe(base.shape);
});

it('a file with other columns, or without the first four, is none', async () => {
  const base = await draft(orders);
  expect(mendedBases(await draft(orders), [base])).toEqual([]);
  expect(mendedBases(await draft(aside.replace('who', 'owner')), [base])).toEqual([]);
});

it('rows of several files go to the file that each comes from, with its columns', async () => {
  const one = await draft('who,worth\nA,1\nB,2\n', 'one.csv');
  const two = await draft('worth,buyer\n5,X\n6,Y\n', 'two.csv');
  const text =
    'file,record,reason,text,who,worth,buyer\n' +
    'one.csv,2,amount_unreadable,?,"A, Jr.",1,\ntwo.csv,3,amount_unreadable,?,,6,"Y ""Z""\nnext"\none.csv,3,,,B,2,\n';
  const mended = await draft(text, 'mended.csv');
  const bases = mendedBases(mended, [one, two]);
  expect(bases).toEqual([one, two]);
  const files = await mendedFiles(mended, bases, blobReader, new AbortController().signal);
  expect(files.map(({ base }) => base)).toEqual([one, two]);
  expect(files.map(({ file }) => file.name)).toEqual(['mended one.csv', 'mended two.csv']);
  const rows = async (file: File) => (await blobReader.inspect(file, {})).preview.map(({ cells }) => cells);
  expect(await rows(files[0]!.file)).toEqual([
    ['one.csv', '2', 'amount_unreadable', '?', 'A, Jr.', '1'],
    ['one.csv', '3', '', '', 'B', '2'],
  ]);
  expect(await rows(files[1]!.file)).toEqual([
    ['two.csv', '3', 'amount_unreadable', '?', '6', 'Y "Z"\nnext'],
  ]);
});
