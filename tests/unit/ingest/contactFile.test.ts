import { expect, it } from 'vitest';
import { readContacts, writeContacts } from '../../../src/ingest/contactFile.ts';
import { blobReader } from '../../../src/ingest/reader.ts';

it('gives back what it was given, over pieces, line breaks and quotes', async () => {
  const contacts = Array.from({ length: 10_000 }, (_, i) => ({
    id: `${i}"\n,\u2028星`,
    email: i % 3 ? `a${i}@x.com` : null,
    phone: i % 2 ? '138 0013 8000' : null,
    rows: i,
  }));
  expect(await readContacts([writeContacts(contacts.slice(0, 5000)), writeContacts([]), writeContacts(contacts.slice(5000))])).toEqual(contacts); // prettier-ignore
});

it('finds one customer under the ids of two files', async () => {
  const first = writeContacts([{ id: 'Acme', rows: 2 }, { id: 'A1', phone: '13800138000' }]); // prettier-ignore
  const second = writeContacts([{ id: 'ACME' }, { id: 'M7', phone: '+86 138 0013 8000' }]); // prettier-ignore
  expect(await blobReader.merges([first])).toEqual([]);
  expect(await blobReader.merges([first, second])).toMatchObject([
    { rule: 'spelling', ids: 2, customers: 1, examples: [['Acme', 'ACME']] },
    { rule: 'same_phone', ids: 2, customers: 1 },
  ]);
});
