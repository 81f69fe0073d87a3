import type { Origin } from '../../src/app/draft.ts';
import type { Part } from '../../src/ingest/types.ts';

/** The one table of a text file. */
export const textPart: Part = { path: [], kind: 'text', hidden: false, rows: null, signature: null };

/** A text file as it is after opening: nothing was extracted. */
export const originOf = (file: File, id = 1): Origin => ({
  id,
  file,
  parts: [textPart],
  part: textPart,
  extracted: { blob: file, names: null, fixed: {}, notes: [] },
});
