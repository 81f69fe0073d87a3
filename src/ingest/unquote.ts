const BACKSLASH = 92;

/**
 * A cell that begins with a quote, with doubled (and escaped) quotes as one. `whole` = it also ends with one; otherwise
 * the first quote that is not doubled closes, and the rest stays as it stands.
 */
export function unquote(bytes: Uint8Array, quote: number, escapes: boolean, whole: boolean): Uint8Array {
  const out = new Uint8Array(bytes.length);
  const end = whole ? bytes.length - 1 : bytes.length;
  let to = 0;
  let p = 1;
  for (; p < end; p++) {
    const next = p + 1 < end ? bytes[p + 1] : -1;
    if (bytes[p] === quote) {
      if (next === quote) p++;
      else if (!whole) break;
    } else if (escapes && bytes[p] === BACKSLASH && (next === quote || next === BACKSLASH)) p++;
    out[to++] = bytes[p]!;
  }
  for (p++; p < end; p++) out[to++] = bytes[p]!;
  return out.subarray(0, to);
}
