import type Papa from 'papaparse';
import script from 'papaparse/papaparse.min.js?url';
import type { Result } from './index.ts';
import { add, type Customer, rank } from './rank.ts';

/** PapaParse's worker is the text of its own script, which does not survive another minifier: loaded as it is shipped. */
const loaded = new Promise<typeof Papa>((resolve, reject) => {
  const element = document.createElement('script');
  element.src = script;
  element.onload = () => resolve((window as unknown as { Papa: typeof Papa }).Papa);
  element.onerror = () => reject(new Error(`${script} did not load`));
  document.head.append(element);
});

/** By hand, with the options of PapaParse's own documentation for big files: its worker, a header, row by row. */
export async function asDocumented(file: File): Promise<Result> {
  const { parse } = await loaded;
  const customers = new Map<string, Customer>();
  return new Promise((resolve, error) => {
    parse<Record<string, string>>(file, {
      worker: true,
      header: true,
      skipEmptyLines: true,
      step: ({ data }) => add(customers, data.customer_id!, Number(data.amount)),
      complete: () => resolve({ answer: rank(customers) }),
      error,
    });
  });
}
