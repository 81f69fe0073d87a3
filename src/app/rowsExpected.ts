import type { Draft } from './draft.ts';

/**
 * Data rows of the files on the page: counted, or while that is going on judged by the length of the first rows.
 * null where there is no row to judge by.
 */
export function rowsExpected(drafts: readonly Draft[]): { rows: number; counted: boolean } | null {
  let rows = 0;
  let counted = true;
  for (const { survey, inspection, extracted } of drafts) {
    if (survey) {
      rows += survey.data;
      continue;
    }
    counted = false;
    const { preview } = inspection;
    if (preview.length === 0) return null;
    const bytes = new TextEncoder().encode(preview.map(({ cells }) => cells.join(',')).join('\n')).length + 1;
    rows += Math.round((extracted.blob.size * preview.length) / bytes);
  }
  return { rows, counted };
}
