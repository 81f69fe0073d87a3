import { formatReader } from './formats/formatReader.ts';
import { textReader } from './textReader.ts';
import type { Reader } from './types.ts';

/** A whole Reader that works where it is called. The page runs its two halves in workers of their own. */
export const blobReader: Reader = { ...textReader, ...formatReader() };
