import type { Bytes } from '../source.ts';

/** What a scan meets, in the order of the text. Names come without their prefix. */
export interface XmlHandler {
  /** `attributes` = the raw text behind the name; see `attribute`. A tag that closes itself is followed by close(). */
  open(name: string, attributes: string): void;
  close?(name: string): void;
  /** Decoded text; one run of text can come in several calls. */
  text?(text: string): void;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five named entities of XML and numbered characters; others stay as they stand, none is ever declared. */
export function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (all, hex, decimal, name) => {
      if (typeof name === 'string') return named[name.toLowerCase()]!;
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** The value of an attribute in a tag's raw text, whatever its prefix; null = it has none of that name. */
export function attribute(raw: string, name: string): string | null {
  for (let at = raw.indexOf(name); at >= 0; at = raw.indexOf(name, at + 1)) {
    const before = raw.charCodeAt(at - 1);
    if (at > 0 && before > 32 && before !== 58) continue;
    let next = at + name.length;
    while (raw.charCodeAt(next) <= 32) next++;
    if (raw[next] !== '=') continue;
    next++;
    while (raw.charCodeAt(next) <= 32) next++;
    const quote = raw[next];
    const end = quote === '"' || quote === "'" ? raw.indexOf(quote, next + 1) : -1;
    if (end >= 0) return decoded(raw.slice(next + 1, end));
  }
  return null;
}

const doubleQuote = 34;

/** A bracket inside a quoted value is legal, though hardly anybody writes it. */
function isQuoted(text: string, from: number, to: number): boolean {
  let quote = '';
  for (let i = from; i < to; i++) {
    const c = text[i]!;
    if (quote === '' ? c === '"' || c === "'" : c === quote) quote = quote === '' ? c : '';
  }
  return quote !== '';
}

function tagEnd(text: string, from: number): number {
  let end = text.indexOf('>', from);
  while (end >= 0) {
    const last = text.charCodeAt(end - 1) === 47 ? end - 2 : end - 1;
    if (text.charCodeAt(last) === doubleQuote && text[last - 1] !== '=') return end;
    if (!isQuoted(text, from, end)) return end;
    end = text.indexOf('>', end + 1);
  }
  return -1;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * A scanner for the XML inside office files, fed piece by piece: no tree, no entities of its own, no validation.
 */
export class XmlScan {
  private rest = '';
  private readonly handler: XmlHandler;

  constructor(handler: XmlHandler) {
    this.handler = handler;
  }

  push(piece: string): void {
    const text = this.rest + piece;
    let at = 0;
    for (;;) {
      const begin = text.indexOf('<', at);
      if (begin < 0) {
        // An entity can be cut by the end of the piece.
        const safe = text.lastIndexOf('&');
        const end = safe >= at && text.length - safe < 12 ? safe : text.length;
        this.say(text, at, end);
        at = end;
        break;
      }
      this.say(text, at, begin);
      at = begin;
      const end = this.markup(text, begin);
      if (end < 0) break;
      at = end;
    }
    this.rest = text.slice(at);
  }

  private say(text: string, from: number, to: number): void {
    if (to > from && this.handler.text) this.handler.text(decoded(text.slice(from, to)));
  }

  /** Position behind the markup that begins at `begin`, or -1 when its end has not come yet. */
  private markup(text: string, begin: number): number {
    const next = text.charCodeAt(begin + 1);
    if (next === 33) return this.special(text, begin);
    if (next === 63) return text.indexOf('?>', begin) < 0 ? -1 : text.indexOf('?>', begin) + 2;
    if (next === 47) {
      const end = text.indexOf('>', begin);
      if (end >= 0) this.handler.close?.(localName(text.slice(begin + 2, end).trimEnd()));
      return end < 0 ? -1 : end + 1;
    }
    const end = tagEnd(text, begin);
    if (end < 0) return -1;
    const empty = text.charCodeAt(end - 1) === 47;
    const stop = empty ? end - 1 : end;
    let split = begin + 1;
    while (split < stop && text.charCodeAt(split) > 32) split++;
    const name = localName(text.slice(begin + 1, split));
    this.handler.open(name, text.slice(split, stop));
    if (empty) this.handler.close?.(name);
    return end + 1;
  }

  private special(text: string, begin: number): number {
    const [opening, closing] = text.startsWith('<!--', begin)
      ? ['<!--', '-->']
      : text.startsWith('<![CDATA[', begin)
        ? ['<![CDATA[', ']]>']
        : ['<!', '>'];
    if (opening === '<!' && text.length - begin < 9) return -1;
    const end = text.indexOf(closing, begin + opening.length);
    if (end < 0) return -1;
    if (closing === ']]>' && end > begin + 9) this.handler.text?.(text.slice(begin + 9, end));
    return end + closing.length;
  }
}

/** Scans a whole XML part; after each piece `pause` may do its own work, and end the scan by returning true. */
export async function scanXml(
  bytes: Bytes,
  handler: XmlHandler,
  pause?: () => boolean | Promise<boolean>,
): Promise<void> {
  const scan = new XmlScan(handler);
  let decoder: TextDecoder | null = null;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    scan.push(decoder.decode(piece, { stream: true }));
    if (pause && (await pause())) return;
  }
}
