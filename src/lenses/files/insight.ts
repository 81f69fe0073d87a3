import type { Format } from '../../format/format.ts';
import { figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { Files } from './result.ts';
import type { Words } from './strings.ts';

/** The worst-covered file is the one that the reader has to know of. */
export function insight(
  files: Files,
  _live: Live,
  { ledger }: Frame,
  _params: unknown,
  format: Format,
  t: Words,
): Sentence {
  const joins = files.rows.flatMap(({ join, source }) => (join ? [{ ...join, source }] : []));
  const worst = joins.sort((a, b) => a.matched - b.matched || a.source - b.source)[0];
  const parts: Sentence[] = [
    t.together({
      tables: figure(format.integer(files.rows.length), 'files.tables', files.rows.length),
      one: files.rows.length === 1,
      used: format.integer(ledger.rowsUsed),
      all: format.integer(ledger.rowsFile),
    }),
  ];
  if (worst && files.customers !== null && files.customers > 0)
    parts.push(
      t.covers({
        kind: t.kinds[worst.shape],
        matched: figure(format.integer(worst.matched), `files.${worst.source + 1}.matched`, worst.matched),
        customers: format.integer(files.customers),
        share: format.percent(worst.matched / files.customers),
        unmatched:
          worst.unmatched > 0
            ? figure(format.integer(worst.unmatched), `files.${worst.source + 1}.unmatched`, worst.unmatched)
            : null,
        one: worst.unmatched === 1,
      }),
    );
  if (files.merged.ids > 0)
    parts.push(
      t.merges(
        figure(format.integer(files.merged.ids), 'files.merged_ids', files.merged.ids),
        figure(format.integer(files.merged.customers), 'files.merged_customers', files.merged.customers),
      ),
    );
  return parts.reduce((before, next) => t.join(before, next));
}
