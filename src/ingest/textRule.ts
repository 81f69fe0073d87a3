const [SPACE, TAB, PLUS, COMMA, MINUS, COLON, SEMICOLON, EQUALS, PIPE] = [32, 9, 43, 44, 45, 58, 59, 61, 124];
const inRules = new Set([SPACE, TAB, PLUS, COMMA, MINUS, COLON, SEMICOLON, EQUALS, PIPE]);
/** A row of cells that hold - for "no value" is none. */
const leastDashes = 3;

/**
 * True for a line that only draws a table, as database clients and SAP print them: `+-----+----+`, `----|----`,
 * `=====`, `|:---|---:|`. It holds nothing but such characters, blanks and delimiters, and at least three dashes or
 * equals signs in a row.
 */
export function isRule(buffer: Uint8Array, start: number, end: number): boolean {
  let run = 0;
  let longest = 0;
  for (let p = start; p < end; p++) {
    const byte = buffer[p]!;
    if (byte === MINUS || byte === EQUALS) longest = Math.max(longest, ++run);
    else if (inRules.has(byte)) run = 0;
    else return false;
  }
  return longest >= leastDashes;
}

const pageEnd = /(?:^|[\s\d.:])(?:page|seite|pagina|página|pág\.?)[\s.:]*\d+(?:\s*(?:of|von|de|di|\/)\s*\d+)?$|第\s*\d+\s*[页頁](?:\s*[,，/／]?\s*共\s*\d+\s*[页頁])?$/i; // prettier-ignore

/** True for a line that a printed list has on each page, like `05.01.2025   Page 2`. */
export const isPageLine = (cells: readonly string[]): boolean =>
  cells.length === 1 && (cells[0]?.length ?? 0) <= 200 && pageEnd.test(cells[0]?.trim() ?? '');

/** A table of fewer columns may hold such a text. */
export const narrowest = 3;
