import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The public data sets, as files that a person would choose; null where REFERENCE_DATA is not set. */
export const reference = process.env.REFERENCE_DATA ?? null;

/** Unpacks a data set into a folder of its own. */
export async function unpacked(name: string): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'vital-few-'));
  const path = join(folder, name.replace(/\.gz$/, ''));
  writeFileSync(path, gunzipSync(readFileSync(join(reference ?? '', name))));
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** A link's fragment that leaves only these cells open, so that large files are not analysed for nothing. */
export const onlyCells = (shown: readonly string[]): string =>
  `#v=1&hide=${allCells.filter((id) => !shown.includes(id)).join('.')}`;

const allCells = [
  'pareto', 'products', 'categories', 'compare', 'tiers', 'cross', 'matrix', 'value_risk', 'rfm', 'lifecycle',
  'loyalty', 'membership', 'relations', 'migration', 'churn', 'files', 'customers',
]; // prettier-ignore
