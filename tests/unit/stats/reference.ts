import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dayOf, type Day } from '../../../src/base/day.ts';

/** Folder of the public data sets with published figures; unset on machines that do not have them. */
export const referenceFolder = process.env.REFERENCE_DATA ?? '';

export interface Purchase {
  readonly customer: string;
  readonly day: Day;
  /** Ten-thousandths of a unit. */
  readonly amount: number;
}

const compact = (text: string): Day =>
  dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));

/** Decimal text to ten-thousandths by its digits, without floating point. */
export function tenThousandths(text: string): number {
  const match = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text)!;
  return Number(`${match[1]}${match[2]}${(match[3] ?? '').padEnd(4, '0')}`);
}

/** CDNOW master: customer, yyyymmdd, CDs, dollars; separated by blanks. */
export function cdnow(): Purchase[] {
  const lines = readFileSync(join(referenceFolder, 'cdnow_master.txt'), 'utf8').trim().split(/\r?\n/);
  return lines.slice(1).map((line) => {
    const [customer, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string];
    return { customer, day: compact(date), amount: tenThousandths(dollars) };
  });
}

export interface RetailLine {
  readonly customer: string;
  readonly quantity: number;
  /** Price in ten-thousandths. */
  readonly price: number;
}

/** UCI Online Retail: InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country. */
export function onlineRetail(): RetailLine[] {
  const text = gunzipSync(readFileSync(join(referenceFolder, 'online_retail.csv.gz'))).toString('utf8');
  return text
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const fields = line.includes('"') ? quotedFields(line) : line.split(',');
      return { customer: fields[6]!, quantity: Number(fields[3]), price: tenThousandths(fields[5]!) };
    });
}

function quotedFields(line: string): string[] {
  return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), (match) => match[1] ?? match[2]!);
}

/** Sum per customer, descending. */
export function sumsByCustomer(rows: Iterable<readonly [string, number]>): number[] {
  const sums = new Map<string, number>();
  for (const [customer, amount] of rows) sums.set(customer, (sums.get(customer) ?? 0) + amount);
  return [...sums.values()].toSorted((a, b) => b - a);
}
