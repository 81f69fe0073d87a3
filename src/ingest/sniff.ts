import { guessEncoding } from './encoding.ts';
import { isBinary, otherFormat, otherText } from './notTable.ts';
import { ReadError } from './types.ts';

/** What a file's first bytes say it is. `page` = a web page under the name of a workbook. */
export type Kind = 'text' | 'zip' | 'gzip' | 'parquet' | 'json' | 'workbook' | 'page';

const headBytes = 64 * 1024;

const workbookName = /\.(xls|xlsx|xlsm|xlt|et)$/i;
const spreadsheetXml = 'urn:schemas-microsoft-com:office:spreadsheet';

/** Says what a file is; its name only decides where the bytes are no answer. Throws ReadError `not_table`. */
export async function sniff(file: Blob, name: string): Promise<Kind> {
  return kindOf(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()), file.size <= headBytes, name);
}

/** The same from the file's first bytes; `whole` = they are all of it. */
export function kindOf(head: Uint8Array, whole: boolean, name: string): Kind {
  const format = otherFormat(head);
  if (format === 'xlsx' || format === 'zip') return 'zip';
  if (format === 'xls') return 'workbook';
  if (format === 'gzip' || format === 'parquet') return format;
  if (format) throw new ReadError({ code: 'not_table', looksLike: format });
  if (/\.xls$/i.test(name) && isBareWorkbook(head)) return 'workbook';
  const encoding = guessEncoding(head, whole);
  if (!encoding.startsWith('utf-16') && isBinary(head))
    throw new ReadError({ code: 'not_table', looksLike: 'binary' });
  const text = new TextDecoder(encoding).decode(head, { stream: !whole });
  const markup = otherText(text);
  if (markup === 'json') return 'json';
  if (markup === null) return 'text';
  if (
    (text.includes(spreadsheetXml) && text.includes('<?mso-application')) ||
    /<Workbook\b[^>]*spreadsheet/.test(text)
  )
    return 'workbook';
  if (workbookName.test(name)) return 'page';
  throw new ReadError({ code: 'not_table', looksLike: 'html' });
}

/** Excel 2 to 4 wrote the stream without a container: it begins with BOF (0x0009, 0x0209, 0x0409). */
const isBareWorkbook = (head: Uint8Array): boolean =>
  head[0] === 9 && (head[1] === 0 || head[1] === 2 || head[1] === 4) && head[3] === 0;
