import type { NotReadable } from './types.ts';

type LooksLike = Extract<NotReadable, { code: 'not_table' }>['looksLike'];

const starts = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);

const ascii = (head: Uint8Array, length: number): string =>
  Array.from(head.subarray(0, length), (byte) => String.fromCharCode(byte)).join('');

/** What a file is when its first bytes say that it is no text table; null = it may be one. */
export function otherFormat(head: Uint8Array): LooksLike | null {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) {
    return /\[Content_Types\]\.xml|xl\/|docProps\//.test(ascii(head, 8192)) ? 'xlsx' : 'zip';
  }
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  if (starts(head, 0x1f, 0x8b)) return 'gzip';
  if (starts(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (starts(head, 0x50, 0x41, 0x52, 0x31)) return 'parquet';
  if (starts(head, 0x89, 0x50, 0x4e, 0x47) || starts(head, 0xff, 0xd8, 0xff)) return 'image';
  if (/^(GIF8[79]a|RIFF[^]{4}WEBP)/.test(ascii(head, 12))) return 'image';
  return null;
}

/** Binary data has control bytes that no text has; more than one in a hundred is beyond accident. */
export function isBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b && byte !== 0x1e && byte !== 0x1f)) control++;
  }
  return control > head.length * 0.01;
}

/** Structured text that would pass for one odd column. */
export function otherText(text: string): 'html' | 'json' | null {
  const begin = text.slice(0, 4096).trimStart();
  if (/^<(!doctype\b|!--|\?xml\b|html\b|head\b|body\b|table\b|div\b|script\b|svg\b)/i.test(begin))
    return 'html';
  if (/^\{\s*("[^"]*"\s*:|\})/.test(begin) || /^\[\s*([[{\]]|"[^"]*"\s*[,\]]|[-\d.]+\s*[,\]])/.test(begin))
    return 'json';
  return null;
}
