import { fingerprint } from '../base/fingerprint.ts';
import { headerWords } from './headers.ts';

/**
 * Names a header without holding any of its text: 16 hex digits over the normalised names of the columns, in their
 * order. Case, width, blanks, marks, units and traditional characters do not count; another column, or order, does. Two
 * different hashes of 32 bits, so that two headers that a user meets do not share one.
 */
export function headerFingerprint(headers: readonly string[]): string {
  const names = headers.map((header) => headerWords(header).compact);
  const text = names.join('\u0000');
  return (
    fingerprint(`${names.length}\u0000${text}`) + fingerprint(`${text}\u0000${[...text].reverse().join('')}`)
  );
}
