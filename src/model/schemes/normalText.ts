import { toSimplified } from '../../base/simplified.ts';

/** Texts that differ in blanks, case, width of letters or traditional forms only are the same. */
export const normalText = (text: string): string =>
  toSimplified(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ''));
