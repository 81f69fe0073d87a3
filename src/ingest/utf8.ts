/**
 * Checks UTF-8 over chunks (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). Unlike a fatal
 * TextDecoder it makes no text and knows the position of the first wrong byte.
 */
export class Utf8Check {
  #offset = 0;
  #need = 0;
  #low = 0x80;
  #high = 0xbf;

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
      } else if (byte >= 0xc2 && byte <= 0xdf) this.#need = 1;
      else if (byte >= 0xe0 && byte <= 0xef) {
        this.#need = 2;
        if (byte === 0xe0) this.#low = 0xa0;
        if (byte === 0xed) this.#high = 0x9f;
      } else if (byte >= 0xf0 && byte <= 0xf4) {
        this.#need = 3;
        if (byte === 0xf0) this.#low = 0x90;
        if (byte === 0xf4) this.#high = 0x8f;
      } else return this.#offset + p;
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
