import { ReadError } from '../types.ts';
import type { Notes } from './notes.ts';

const blanks = /[\s,;\ufeff]*/y;
const scalar = /-?(?:\d[\d.eE+-]*|Infinity)|true|false|null|NaN/y;
const stringEnd = /(?:[^"\\]|\\.)*"/sy;

/** Names of the columns in the order in which they were first seen. */
export class JsonColumns {
  readonly names: string[] = [];
  private readonly places = new Map<string, number>();

  place(name: string): number {
    let place = this.places.get(name);
    if (place === undefined) {
      place = this.names.length;
      this.names.push(name);
      this.places.set(name, place);
    }
    return place;
  }
}

/**
 * Reads JSON records to cells. Numbers keep their source text (JSON.parse would round 12345678901234567890 and drop
 * the nought of 1.10); null and NaN are blank.
 */
export class JsonCells {
  private text = '';
  private at = 0;
  private cells: string[] = [];
  private record = 0;
  private readonly columns: JsonColumns;
  private readonly notes: Notes;

  constructor(columns: JsonColumns, notes: Notes) {
    this.columns = columns;
    this.notes = notes;
  }

  /** The records of a text that holds whole ones, separated by commas or blanks. Throws ReadError `broken`. */
  *records(text: string): Generator<string[]> {
    this.text = text;
    this.at = 0;
    for (this.skip(blanks); this.at < text.length; this.skip(blanks)) {
      this.record++;
      this.cells = [];
      const first = text[this.at];
      if (first === '{') this.object('', 0);
      else if (first === '[') this.row();
      else if (this.value() !== '') throw this.broken();
      for (let i = 0; i < this.cells.length; i++) this.cells[i] ??= '';
      yield this.cells;
    }
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    if (pattern.test(this.text)) this.at = pattern.lastIndex;
  }

  private broken(): ReadError {
    return new ReadError({ code: 'broken', looksLike: 'json', detail: `record ${this.record}` });
  }

  private space(): void {
    while (this.text.charCodeAt(this.at) <= 32) this.at++;
  }

  /** Passes blanks and takes `wanted` if it comes next. */
  private take(wanted: string): boolean {
    this.space();
    if (this.text[this.at] !== wanted) return false;
    this.at++;
    return true;
  }

  private object(prefix: string, depth: number): void {
    // Deeper than this is no record, and the call stack has an end.
    if (depth > 200) throw this.broken();
    this.at++;
    if (this.take('}')) return;
    do {
      if (!this.take('"')) throw this.broken();
      const key = this.string();
      if (!this.take(':')) throw this.broken();
      const name = prefix === '' ? key : `${prefix}.${key}`;
      this.space();
      if (this.text[this.at] === '{') this.object(name, depth + 1);
      else this.put(this.columns.place(name), this.value());
    } while (this.take(','));
    if (!this.take('}')) throw this.broken();
  }

  /** The same name twice in one record: neither value is dropped. */
  private put(place: number, value: string): void {
    const before = this.cells[place] ?? '';
    this.cells[place] = before === '' || value === '' ? before + value : `${before}; ${value}`;
  }

  private row(): void {
    this.at++;
    if (this.take(']')) return;
    do {
      this.space();
      this.cells.push(this.text[this.at] === '{' ? this.nested() : this.value());
    } while (this.take(','));
    if (!this.take(']')) throw this.broken();
  }

  private value(): string {
    this.space();
    const first = this.text[this.at];
    if (first === '"') {
      this.at++;
      return this.string();
    }
    if (first === '[') return this.array();
    scalar.lastIndex = this.at;
    const token = scalar.exec(this.text)?.[0];
    if (token === undefined) throw this.broken();
    this.at += token.length;
    return token === 'null' || token === 'NaN' ? '' : token;
  }

  /** Behind its opening quote. */
  private string(): string {
    stringEnd.lastIndex = this.at;
    if (!stringEnd.test(this.text)) throw this.broken();
    const source = this.text.slice(this.at, stringEnd.lastIndex - 1);
    this.at = stringEnd.lastIndex;
    if (!source.includes('\\')) return source;
    try {
      // Some programs leave line breaks as they are, which JSON.parse refuses.
      const strict = source.replace(/[\n\r\t]/g, (c) => JSON.stringify(c).slice(1, -1));
      return JSON.parse(`"${strict}"`) as string;
    } catch {
      throw this.broken();
    }
  }

  private array(): string {
    const begin = this.at;
    const values: string[] = [];
    this.at++;
    if (this.take(']')) return '';
    do {
      this.space();
      const next = this.text[this.at];
      if (next === '{' || next === '[') {
        this.at = begin;
        return this.nested();
      }
      values.push(this.value());
    } while (this.take(','));
    if (!this.take(']')) throw this.broken();
    return values.join('; ');
  }

  /** Source text of a value that one cell cannot show otherwise. */
  private nested(): string {
    const begin = this.at;
    let depth = 0;
    do {
      const c = this.text[this.at++];
      if (c === '"') this.string();
      else if (c === '{' || c === '[') depth++;
      else if (c === '}' || c === ']') depth--;
      else if (c === undefined) throw this.broken();
    } while (depth > 0);
    this.notes.add('nested', `record ${this.record}`);
    return this.text.slice(begin, this.at);
  }
}
