import { open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asRead } from '../../ingest/rewrite.ts';
import { chunks } from '../../ingest/textReader.ts';
import { ReadError } from '../../ingest/types.ts';
import type { Reading, Survey } from '../../ingest/types.ts';

/** A table that has been looked at and counted. */
export interface ReadTable {
  readonly blob: Blob;
  readonly reading: Reading;
  readonly survey: Survey;
  readonly names: readonly string[] | null;
}

/** Endings of files inside an archive; the table that is written of them is CSV. */
const endings = /(\.(csv|tsv|txt|json|ndjson|parquet|xlsx?|gz|zip))+$/i;

/** Where tables are written as read. */
export class OutFolder {
  readonly #folder: string;
  readonly #written = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Writes a table; `inside` = where it lies in its file, empty when it is the only one. */
  async write(file: string, inside: readonly string[], table: ReadTable): Promise<void> {
    const out = await open(this.#free(file, inside), 'w');
    try {
      for await (const bytes of asRead(chunks(table.blob), table.reading, table.survey, table.names))
        await out.writeFile(bytes);
    } finally {
      await out.close();
    }
  }

  /** A file without content is a table without content; of any other that is no table nothing is written. */
  async unread(file: string, error: unknown): Promise<void> {
    if (error instanceof ReadError && error.reason.code === 'empty')
      await writeFile(this.#free(file, []), '');
  }

  /** A name that this run has not used: orders.csv of orders.tsv, or orders.tsv.csv when orders.csv is there too. */
  #free(file: string, inside: readonly string[]): string {
    const base = path.basename(file);
    const stem = base.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '');
    const table = inside
      .map((name) => `.${name.replace(endings, '').replace(/[/\\:*?"<>|\0]/g, '_')}`)
      .join('');
    const names =
      inside.length === 0 && /\.csv$/i.test(base) ? [base] : [`${stem}${table}.csv`, `${base}${table}.csv`];
    for (let n = 2; ; n++) {
      const name = names.find((each) => !this.#written.has(each.toLowerCase()));
      if (name !== undefined) {
        this.#written.add(name.toLowerCase());
        return path.join(this.#folder, name);
      }
      names.push(`${stem}${table}.${n}.csv`);
    }
  }
}
