import type { TextValues } from '../model/metrics/types.ts';
import { normalText } from '../model/schemes/normalText.ts';

/** Texts offered at once; who looks for a rarer one types a part of it. */
export const mostOffered = 50;

/** A text of a column, as it is spelled most often, with the customers who have it in any spelling. */
export interface TextChoice {
  readonly text: string;
  readonly customers: number;
  /** The form in which rules compare texts. */
  readonly plain: string;
}

/** The different texts of a column, those of most customers first; spellings that rules take for one are one. */
export function choicesOf({ codes, values }: TextValues): readonly TextChoice[] {
  const counts = new Uint32Array(values.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  const found = new Map<string, { text: string; customers: number; plain: string }>();
  values.forEach((text, code) => {
    const plain = normalText(text);
    const known = found.get(plain);
    // Values come with the most frequent first, so the first spelling is the usual one.
    if (known) known.customers += counts[code]!;
    else found.set(plain, { text, customers: counts[code]!, plain });
  });
  return [...found.values()].sort((a, b) => b.customers - a.customers);
}

export interface Offered {
  readonly choices: readonly TextChoice[];
  /** Choices that match as well but are not offered. */
  readonly more: number;
}

/** What is offered for a part of a text that was typed; everything where nothing was. */
export function offered(choices: readonly TextChoice[], typed: string): Offered {
  const part = normalText(typed);
  const matching = part === '' ? choices : choices.filter(({ plain }) => plain.includes(part));
  return { choices: matching.slice(0, mostOffered), more: Math.max(0, matching.length - mostOffered) };
}

/** Whether a text is among those of a rule. */
export const isChosen = (values: readonly string[], { plain }: TextChoice): boolean =>
  values.some((value) => normalText(value) === plain);

/** The texts of a rule with one put in, or taken out in every spelling. */
export const toggled = (values: readonly string[], choice: TextChoice): readonly string[] =>
  isChosen(values, choice)
    ? values.filter((value) => normalText(value) !== choice.plain)
    : [...values, choice.text];

/** Texts of a rule that no customer has. */
export function unmatched(values: readonly string[], choices: readonly TextChoice[]): readonly string[] {
  const known = new Set(choices.map(({ plain }) => plain));
  return values.filter((value) => !known.has(normalText(value)));
}
