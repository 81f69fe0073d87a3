import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../src/base/fingerprint.ts';
import { samples } from '../../../src/samples/index.ts';
import type { FirstResult, Sample } from '../../../src/samples/types.ts';
import { countOrders, netByCustomer, readRows, sum } from './answers.ts';

/** With UPDATE_SAMPLES=1 the stored first results are written anew instead of compared. */
const update = process.env.UPDATE_SAMPLES === '1';
const maxBytes = 25_000;

const fileOf = (sample: Sample): URL =>
  new URL(`../../../src/samples/first/${sample.id}.json`, import.meta.url);

/** Cents to ten-thousandths of a unit. */
const units = (cents: bigint): number => Number(cents * 100n);

function firstResult(sample: Sample): FirstResult {
  const rows = readRows(sample);
  const net = netByCustomer(rows);
  const named = rows.filter(({ customer }) => customer !== '');
  const walkin = rows.filter(({ customer }) => customer === '');
  const days = named.map(({ day }) => day);
  return {
    fingerprint: fingerprint(sample.csv()),
    rows: rows.length,
    values: [...net.values()].sort((a, b) => Number(b - a)).map(units),
    walkin: { rows: walkin.length, value: units(sum(walkin.map(({ cents }) => cents))) },
    firstDay: Math.min(...days),
    lastDay: Math.max(...days),
    customers: net.size,
    orders: countOrders(rows),
    value: units(sum([...net.values()])),
  };
}

describe.each(samples)('first result of $id', (sample) => {
  it('belongs to the text that the generator makes now (else: npm run samples)', async () => {
    const expected = firstResult(sample);
    if (update) writeFileSync(fileOf(sample), `${JSON.stringify(expected)}\n`);
    const text = readFileSync(fileOf(sample), 'utf8');
    expect(JSON.parse(text)).toEqual(expected);
    expect(text.length).toBeLessThan(maxBytes);
    if (!update) expect(await sample.first()).toEqual(expected);
  });
});
