import type { Extracted, Part, Reader } from '../../ingest/types.ts';
import { workerCalls } from './calls.ts';
import formats from './formats.worker.ts?worker&url';
import texts from './worker.ts?worker&url';

const textPart: Part = { path: [], kind: 'text', hidden: false, rows: null, signature: null };

/**
 * Reads files in workers, so that the page stays alive while gigabytes are counted: one for texts, and a larger one
 * that is started when a file of another format comes. See `workerCalls` for errors.
 */
export function workerReader(): Reader & { open(): Promise<void> } {
  const text = workerCalls(texts, 'reader');
  const other = workerCalls(formats, 'formats');
  const isText = (file: Blob, name: string, signal?: AbortSignal): Promise<boolean> =>
    text.ask('isText', [file, name], undefined, signal);

  return {
    async open() {
      await Promise.all([text.start(), other.fetch()]);
    },
    async contents(file, name, signal) {
      if (await isText(file, name, signal)) return [textPart];
      return other.ask<Part[]>('contents', [file, name], undefined, signal);
    },
    async extract(file, name, part, done, signal) {
      if (part.kind === 'text' && part.path.length === 0 && (await isText(file, name, signal)))
        return { blob: file, names: null, fixed: {}, notes: [] };
      return other.ask<Extracted>('extract', [file, name, part], done, signal);
    },
    inspect: (file, chosen, names, signal) => text.ask('inspect', [file, chosen, names], undefined, signal),
    survey: (file, reading, done, signal) => text.ask('survey', [file, reading], done, signal),
    examine: (file, plan, survey, done, signal) => text.ask('examine', [file, plan, survey], done, signal),
    merges: (contacts, signal) => text.ask('merges', [contacts], undefined, signal),
    rewrite: (file, reading, survey, columns, done, signal) =>
      text.ask('rewrite', [file, reading, survey, columns], done, signal),
    records: (file, reading, wanted, signal) =>
      text.ask('records', [file, reading, wanted], undefined, signal),
  };
}
