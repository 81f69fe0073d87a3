import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { look } from '../../../src/ingest/inspect.ts';
import { asRead } from '../../../src/ingest/rewrite.ts';
import { survey } from '../../../src/ingest/survey.ts';
import { ReadError } from '../../../src/ingest/types.ts';
import { pollutions } from './pollutions.ts';
import type { Polluted } from './pollutions.ts';

type Rows = readonly (readonly string[])[];

/** Precision, recall and F1 as the benchmark has them: the share of the clean items, of the loaded ones, and both. */
function overlap(clean: readonly string[], loaded: readonly string[]): [number, number, number] {
  if (clean.length === 0) return [1, 1, 1];
  const left = new Map<string, number>();
  for (const item of clean) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of loaded) {
    const n = left.get(item) ?? 0;
    if (n > 0) common++;
    left.set(item, n - 1);
  }
  if (common === 0) return [0, 0, 0];
  const precision = common / clean.length;
  const recall = common / loaded.length;
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
}

const measures = ['success', 'header P', 'header R', 'header F1', 'record P', 'record R', 'record F1', 'cell P', 'cell R', 'cell F1'] as const; // prettier-ignore

function scores(clean: Rows, loaded: Rows | null): number[] {
  if (loaded === null) return measures.map(() => 0);
  if (clean.length === 0) return measures.map(() => 1);
  const records = (rows: Rows): string[] => rows.slice(1).map((row) => row.join('').toLowerCase());
  return [
    1,
    ...overlap(clean[0]!, loaded[0] ?? []),
    ...overlap(records(clean), records(loaded)),
    ...overlap(clean.flat(), loaded.flat()),
  ];
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What the plan script writes for the file; its CSV is read back by another parser. */
async function ours(text: string): Promise<Rows | null> {
  const bytes = new TextEncoder().encode(text);
  try {
    const { reading } = look(bytes, true, {});
    const counted = await survey(once(bytes), reading, () => undefined);
    let written = '';
    for await (const part of asRead(once(bytes), reading, counted, null))
      written += new TextDecoder().decode(part);
    return Papa.parse<string[]>(written.trimEnd(), { delimiter: ',' }).data;
  } catch (error) {
    if (error instanceof ReadError && error.reason.code === 'empty') return [];
    if (error instanceof ReadError) return null;
    throw error;
  }
}

const papa = (text: string): Rows => Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

interface Scored {
  readonly file: Polluted;
  readonly ours: number[];
  readonly papa: number[];
}

const files = [...pollutions(24, 20240105)];
const scored: Scored[] = [];
for (const file of files) {
  scored.push({
    file,
    ours: scores(file.clean, await ours(file.text)),
    papa: scores(file.clean, papa(file.text)),
  });
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (of: (each: Scored) => number, kind?: string): number => {
  const chosen = scored.filter(({ file }) => kind === undefined || file.kind === kind);
  return sum(chosen.map(of)) / chosen.length;
};

describe('damaged files, by the measures of the Pollock benchmark', () => {
  it('are enough to say something', () => expect(files.length).toBeGreaterThan(500));

  it.each(measures.map((name, i) => ({ name, i })))(
    '$name is at least 0.994, and at least that of PapaParse',
    ({ i }) => {
      expect(mean(({ ours }) => ours[i]!)).toBeGreaterThanOrEqual(0.994);
      expect(mean(({ ours }) => ours[i]!)).toBeGreaterThanOrEqual(mean(({ papa }) => papa[i]!));
    },
  );

  it('score at least 9.95 of 10 together', () => {
    expect(mean(({ ours }) => sum(ours))).toBeGreaterThan(9.95);
  });

  it.each(
    scored.filter(({ file }) => file.kind === 'file').map(({ file, ours }) => ({ name: file.name, ours })),
  )('lose nothing: $name', ({ ours }) => expect(sum(ours)).toBe(10));

  it('lose nothing by a quote too many, wherever it stands', () => {
    const lossy = scored.filter(({ file, ours }) => file.kind === 'quote too many' && sum(ours) < 10);
    expect(lossy.map(({ file }) => file.name)).toEqual([]);
  });

  it('lose one record at most by a delimiter too many or missing', () => {
    for (const kind of ['delimiter too many', 'delimiter missing', 'delimiter of its own']) {
      const records = 24;
      const worst = Math.min(...scored.filter(({ file }) => file.kind === kind).map(({ ours }) => ours[4]!));
      expect(worst).toBeGreaterThanOrEqual((records - 1) / records);
    }
  });
});
