/** Bytes 0x80 to 0x9f of windows-1252 (WHATWG Encoding Standard, index windows-1252). */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Text of bytes that come piece by piece; wrong ones become U+FFFD. */
export interface Decoder {
  decode(bytes: Uint8Array, more: boolean): string;
}

/**
 * A decoder for a label of the WHATWG Encoding Standard. Node (20 to 23 at least) reads windows-1252 as ISO-8859-1,
 * which loses € and typographic quotes, so that one is put right; in browsers nothing is left to replace.
 */
export function decoderOf(encoding: string): Decoder {
  const decoder = new TextDecoder(encoding);
  if (encoding !== 'windows-1252')
    return { decode: (bytes, more) => decoder.decode(bytes, { stream: more }) };
  return {
    decode: (bytes, more) =>
      decoder
        .decode(bytes, { stream: more })
        .replace(/[\x80-\x9f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c),
  };
}
