/** A number that states a finding: what is shown, under which public name, and the unrounded value behind it. */
export interface Figure {
  readonly text: string;
  readonly metric?: string;
  readonly value?: number | null;
  /** Written in the pencil's colour: a number that the reader's own cut decides. */
  readonly pencil?: boolean;
}

export type Piece = string | Figure;
/** A sentence whose numbers keep their public names and unrounded values. */
export type Sentence = readonly Piece[];

/** Template for sentences: say`${count} of ${all} customers`. */
export function say(strings: TemplateStringsArray, ...parts: (Piece | Sentence)[]): Sentence {
  const pieces: Piece[] = [];
  strings.forEach((text, i) => {
    if (text) pieces.push(text);
    const part = parts[i];
    if (part === undefined) return;
    if (Array.isArray(part)) pieces.push(...(part as Sentence));
    else pieces.push(part as Piece);
  });
  return pieces;
}

export const plain = (sentence: Sentence): string =>
  sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

export const figure = (text: string, metric: string, value: number | null, pencil = false): Figure => ({
  text,
  metric,
  value,
  pencil,
});
