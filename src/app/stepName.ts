import type { Entry } from '../document/history.ts';
import type { Format } from '../format/format.ts';
import type { Lang } from '../i18n/lang.ts';
import { notebookWords } from '../i18n/notebook/index.ts';
import type { FrameWords } from '../i18n/words.ts';
import type { Notebook } from '../document/schema.ts';
import { lensOf } from '../lenses/registry.ts';
import { presetOf } from '../model/schemes/registry.ts';

/** A step in words, for the undo and redo buttons. */
export function stepName({ step, before }: Entry, words: FrameWords, format: Format, lang: Lang): string {
  const more = notebookWords[lang].steps;
  const title = (id: string): string => {
    const cell = before.cells.find((c) => c.id === id);
    return (cell && lensOf(cell.lens)?.strings[lang].title) ?? id;
  };
  switch (step.kind) {
    case 'scope': {
      if (step.change.measure) return words.steps.measure(words.measures[step.change.measure]);
      const labels = { returns: 'returns', nonpositive: 'nonpositive', walkin: 'walkin', duplicates: 'duplicates', asOf: 'as_of', from: 'period_from', to: 'period_to' } as const; // prettier-ignore
      const key = Object.keys(step.change)[0] as keyof typeof labels | undefined;
      return words.steps.scope(key ? words.setting[labels[key]].label : words.settings);
    }
    case 'tiers': {
      if (step.change.crossing) return words.steps.crossing;
      const second = step.change.cut2 !== undefined;
      const from = second ? before.tiers.cut2 : before.tiers.cut1;
      const to = step.change.cut2 ?? step.change.cut1 ?? from;
      return words.steps.cut(second ? 'B/C' : 'A/B', format.percentShort(from / 10_000), format.percentShort(to / 10_000)); // prettier-ignore
    }
    case 'cell':
      return words.steps.cell(title(step.cell));
    case 'collapse':
      return words.steps.collapse(title(step.cell));
    case 'activate':
    case 'remove_scheme':
      return more[step.kind](schemeName(step.scheme, before, lang));
    case 'scheme':
      return more.scheme(schemeName(step.scheme.id, { schemes: [step.scheme] }, lang));
    case 'note':
      return more.note(step.customer);
    case 'source':
      return words.steps.source;
    case 'settings':
      return words.steps.settings;
  }
}

/** A scheme's own name, else its preset's title. */
function schemeName(id: string, { schemes }: Pick<Notebook, 'schemes'>, lang: Lang): string {
  const scheme = schemes.find((s) => s.id === id);
  return scheme?.name ?? presetOf(scheme?.preset ?? id)?.strings[lang].title ?? id;
}
