import type { Bytes } from '../source.ts';

const quote = 0x22;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
const comma = 0x2c;

/** An array deeper than this is no answer of a service with its records, but a part of a record. */
const mostKeys = 3;

/** Where records are. */
export interface Records {
  /** Names of the members that lead there; empty = the text itself. */
  readonly keys: readonly string[];
  /** Position of the first byte behind the array's bracket; null = one record follows the other without an array. */
  readonly from: number | null;
}

const isBlank = (byte: number): boolean => byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf;

/**
 * Finds the records of a JSON text, given as UTF-8: an array of objects or arrays; one value after the other
 * (NDJSON); or one object with such arrays among its members. Empty = there are none.
 */
export async function jsonLayout(bytes: Bytes): Promise<Records[]> {
  const walk = new Walk();
  for await (const piece of bytes) if (walk.push(piece)) break;
  return walk.result();
}

/** Reads bytes up to the point where the layout is known. */
class Walk {
  private offset = 0;
  private depth = 0;
  private objects = 0; // leading levels that are objects
  private inString = false;
  private escaped = false;
  private isKey = false;
  /** The next string of an object is a member's name. */
  private key = false;
  private text: number[] = [];
  private readonly keys: string[] = [];
  private readonly found: Records[] = [];
  private pending: Records | null = null;
  private ended: 'array' | 'object' | null = null;
  private sequence = false;
  private topArray: Records | null = null;

  /** True when the rest does not matter. */
  push(piece: Uint8Array): boolean {
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i]!;
      if (this.inString) this.string(byte);
      else if (!isBlank(byte) && this.token(byte, this.offset + i)) return true;
    }
    this.offset += piece.length;
    return false;
  }

  result(): Records[] {
    if (this.sequence) return [{ keys: [], from: null }];
    if (this.topArray) return [this.topArray];
    if (this.ended !== 'object') return [];
    if (this.found.length === 1) return [{ keys: [], from: this.found[0]!.from }];
    return this.found.length > 0 ? this.found : [{ keys: [], from: null }];
  }

  private string(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === backslash) this.escaped = true;
    else if (byte === quote) {
      this.inString = false;
      if (this.isKey) {
        this.keys.length = this.depth - 1;
        this.keys.push(new TextDecoder().decode(Uint8Array.from(this.text)));
      }
      return;
    }
    if (this.isKey && this.text.length < 200) this.text.push(byte);
  }

  private token(byte: number, at: number): boolean {
    if (this.ended) {
      this.sequence = byte === openObject || byte === openArray;
      return true;
    }
    if (this.pending) {
      if (byte === openObject || byte === openArray) {
        if (this.pending.keys.length === 0) {
          this.topArray = this.pending;
          return true;
        }
        this.found.push(this.pending);
      }
      this.pending = null;
    }
    switch (byte) {
      case quote:
        this.inString = true;
        this.text = [];
        this.isKey = this.expectsKey();
        return false;
      case openObject:
        if (this.objects === this.depth) this.objects++;
        this.depth++;
        this.key = true;
        return false;
      case openArray:
        if (this.objects === this.depth && this.depth <= mostKeys)
          this.pending = { keys: this.keys.slice(0, this.depth), from: at + 1 };
        this.depth++;
        return false;
      case closeObject:
      case closeArray:
        this.depth--;
        this.objects = Math.min(this.objects, this.depth);
        if (this.depth <= 0) this.ended = byte === closeObject ? 'object' : 'array';
        return false;
      case comma:
        this.key = true;
        return false;
      default:
        this.key = false;
        return this.depth === 0; // a bare value: no table
    }
  }

  private expectsKey(): boolean {
    const is = this.key && this.depth > 0 && this.objects === this.depth && this.depth <= mostKeys;
    this.key = false;
    return is;
  }
}
