/**
 * Checks UTF-8 over chunks (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). Unlike a fatal
 * TextDecoder it makes no text and knows the position of the first wrong byte.
 */
export class Utf8Check {
  #offset = 0;
  #need = 0;
  #low = 0x80;
  #high = 0xbf;
  /** Characters beyond ASCII so far. */
  beyond = 0;

  /** Position in the file of the first wrong byte, or -1 while all is well. */
  push(chunk: Uint8Array): number {
    const n = chunk.length;
    let p = 0;
    while (p < n) {
      if (this.#need === 0) {
        while (p < n && chunk[p]! < 0x80) p++;
        if (p >= n) break;
      }
      const byte = chunk[p]!;
      if (this.#need > 0) {
        if (byte < this.#low || byte > this.#high) return this.#offset + p;
        this.#low = 0x80;
        this.#high = 0xbf;
        this.#need--;
      } else {
        this.beyond++;
        if (byte >= 0xc2 && byte <= 0xdf) {
          this.#need = 1;
        } else if (byte >= 0xe0 && byte <= 0xef) {
          this.#need = 2;
          if (byte === 0xe0) this.#low = 0xa0;
          if (byte === 0xed) this.#high = 0x9f;
        } else if (byte >= 0xf0 && byte <= 0xf4) {
          this.#need = 3;
          if (byte === 0xf0) this.#low = 0x90;
          if (byte === 0xf4) this.#high = 0x8f;
        } else return this.#offset + p;
      }
      p++;
    }
    this.#offset += n;
    return -1;
  }

  /** Same for a file that ends here: a cut character is wrong. */
  finish(): number {
    return this.#need > 0 ? this.#offset : -1;
  }
}

/** Characters of two bytes, of three or four bytes, and wrong bytes in a piece of text that should be UTF-8. */
export function shapeOf(bytes: Uint8Array): { two: number; more: number; wrong: number } {
  let two = 0;
  let more = 0;
  let wrong = 0;
  for (let p = 0; p < bytes.length;) {
    const byte = bytes[p]!;
    const size = byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
    if (size < 2) {
      if (size === 0) wrong++;
      p++;
    } else if (continues(bytes, p, size)) {
      if (size === 2) two++;
      else more++;
      p += size;
    } else {
      wrong++;
      p++;
      while (p < bytes.length && (bytes[p]! & 0xc0) === 0x80) p++;
    }
  }
  return { two, more, wrong };
}

function continues(bytes: Uint8Array, at: number, size: number): boolean {
  const first = bytes[at]!;
  const second = bytes[at + 1]!;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (at + size > bytes.length || second < low || second > high) return false;
  for (let p = at + 2; p < at + size; p++) if ((bytes[p]! & 0xc0) !== 0x80) return false;
  return true;
}
