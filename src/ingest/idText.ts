/** Identifiers as the import reads them (idSql of the statements); never as numbers. */

const ends = /^[ \t\u00a0\u3000]+|[ \t\u00a0\u3000]+$/g;

/** A text without blanks at its ends. */
export const trimmed = (text: string): string => text.replace(ends, '');

const noValue = new Set(['NULL', '(NULL)', 'NAN', 'N/A', '#N/A', '-']);
const protectedText = /^'[0-9=+@\t\r\n＝＋－＠-]/;

/** Without blanks at its ends and a spreadsheet's ="…" or apostrophe; null where it says that there is none. */
export function idText(cell: string): string | null {
  const text = trimmed(cell);
  if (text === '' || noValue.has(text.toUpperCase())) return null;
  if (text.startsWith('="') && text.endsWith('"')) return trimmed(text.slice(2, -1)) || null;
  return protectedText.test(text) ? trimmed(text.slice(1)) || null : text;
}
