import type { Bytes } from '../source.ts';
import { ReadError } from '../types.ts';
import { type Shown, shownByCode, shownById } from './cellText.ts';
import { mostInMemory, within } from './limits.ts';
import { attribute, scanXml } from './xml.ts';
import { entryBytes, type ZipEntry } from './zip.ts';

/** What the sheets of one xlsx workbook share. */
export interface Workbook {
  readonly date1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly entry: ZipEntry }[];
  readonly strings: readonly string[];
  /** By a cell's style number. */
  readonly styles: readonly Shown[];
}

const broken = (detail: string): ReadError => new ReadError({ code: 'broken', looksLike: 'xlsx', detail });

const escaped = /_x([0-9a-f]{4})_/gi;

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(escaped, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;

async function sharedStrings(bytes: Bytes): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let held = 0;
  let inText = false;
  let phonetic = false; // readings above Japanese words are no part of the text
  await scanXml(bytes, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') inText = !phonetic;
      else if (name === 'rPh') phonetic = true;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        strings.push(unescaped(text));
        held += text.length * 2;
        within(held, mostInMemory);
      }
    },
    text: (piece) => void (inText && (text += piece)),
  });
  return strings;
}

async function styles(bytes: Bytes): Promise<Shown[]> {
  const codes = new Map<string, string>();
  const shown: Shown[] = [];
  let cells = false;
  await scanXml(bytes, {
    open(name, raw) {
      if (name === 'numFmt') codes.set(attribute(raw, 'numFmtId') ?? '', attribute(raw, 'formatCode') ?? '');
      else if (name === 'cellXfs') cells = true;
      else if (name === 'xf' && cells) {
        const id = attribute(raw, 'numFmtId') ?? '0';
        const code = codes.get(id);
        shown.push(code === undefined ? shownById(Number(id)) : shownByCode(code));
      }
    },
    close: (name) => void (name === 'cellXfs' && (cells = false)),
  });
  return shown;
}

/** Relations of a part: target by id, and by the last word of the type. */
interface Relations {
  readonly byId: ReadonlyMap<string, string>;
  readonly byType: ReadonlyMap<string, string>;
}

async function relations(bytes: Bytes | null, folder: string): Promise<Relations> {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  if (bytes)
    await scanXml(bytes, {
      open(name, raw) {
        if (name !== 'Relationship') return;
        const target = resolved(attribute(raw, 'Target') ?? '', folder);
        byId.set(attribute(raw, 'Id') ?? '', target);
        byType.set((attribute(raw, 'Type') ?? '').split('/').pop() ?? '', target);
      },
    });
  return { byId, byType };
}

function resolved(target: string, folder: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const part of target.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const relsOf = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

/** Reads everything but the sheets. Throws ReadError. */
export async function openWorkbook(
  file: Blob,
  entries: readonly ZipEntry[],
  signal?: AbortSignal,
): Promise<Workbook> {
  // Names of parts are compared without case (ECMA-376 part 2, 6.2.2.3).
  const byName = new Map(entries.map((entry) => [entry.name.replaceAll('\\', '/').toLowerCase(), entry]));
  const find = (path: string): ZipEntry | undefined => byName.get(path.toLowerCase());
  const read = (entry: ZipEntry): Bytes => entryBytes(file, entry, () => undefined, signal);
  const readIf = (path: string | undefined): Bytes | null => {
    const entry = path === undefined ? undefined : find(path);
    return entry ? read(entry) : null;
  };

  const root = await relations(readIf('_rels/.rels'), '');
  const main = [root.byType.get('officeDocument'), 'xl/workbook.xml'].find(
    (path) => path !== undefined && find(path),
  );
  if (main === undefined) throw broken('no workbook inside');
  const links = await relations(readIf(relsOf(main)), folderOf(main));
  let date1904 = false;
  const sheets: { name: string; hidden: boolean; entry: ZipEntry }[] = [];
  await scanXml(read(find(main)!), {
    open(tag, raw) {
      if (tag === 'workbookPr') date1904 = /^(1|true|on)$/.test(attribute(raw, 'date1904') ?? '');
      if (tag !== 'sheet') return;
      const target = links.byId.get(attribute(raw, 'id') ?? '');
      const entry = target === undefined ? undefined : find(target);
      const hidden = (attribute(raw, 'state') ?? 'visible') !== 'visible';
      // A chart or macro sheet is listed too, but holds no cells.
      if (entry && !/chartsheets|dialogsheets|macrosheets/i.test(entry.name))
        sheets.push({ name: attribute(raw, 'name') ?? String(sheets.length + 1), hidden, entry });
    },
  });
  const texts = readIf(links.byType.get('sharedStrings'));
  const looks = readIf(links.byType.get('styles'));
  return {
    date1904,
    sheets,
    strings: texts ? await sharedStrings(texts) : [],
    styles: looks ? await styles(looks) : [],
  };
}
