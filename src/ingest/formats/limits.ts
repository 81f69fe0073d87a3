import { ReadError } from '../types.ts';

/** What an unpacked table may have at most: beyond it a browser's blob storage and the engine's memory end. */
export const mostBytes = 4_000_000_000;

/** What is held in memory as one piece: a workbook of the old format, one JSON record, a workbook's texts. */
export const mostInMemory = 512 * 1024 ** 2;

/** Archives inside archives. */
export const mostLevels = 4;

/** Throws ReadError `too_large` for more bytes than the limit. */
export function within(bytes: number, limit: number): void {
  if (bytes > limit) throw new ReadError({ code: 'too_large', bytes, limit });
}
