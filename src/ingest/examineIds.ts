import { ByteTable, doubles, flags, integers } from './byteTable.ts';
import { isMasked } from './contactPoints.ts';
import type { CellView } from './examineRow.ts';
import { canonicalId } from './identity.ts';
import { idText } from './idText.ts';
import type { Problem } from './problems.ts';
import type { MergeRule } from './types.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Identifiers of one column by number; cells that are the same identifier (`idText`) have the same one. */
export class Ids {
  readonly #table = new ByteTable();
  /** By cell as read: the identifier's index + 2; 1 = the cell is blank. */
  readonly #known = integers();
  readonly #lost = flags();
  readonly #masked = flags();

  /** -1 = there is none. */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (start === end) return -1;
    const raw = this.#table.add(bytes, start, end);
    const known = this.#known.get(raw);
    if (known !== 0) return known - 2;
    if (!isSimple(bytes, start, end)) return this.#look(raw, decoder.decode(bytes.subarray(start, end)));
    this.#known.set(raw, raw + 2);
    return raw;
  }

  text = (id: number): string => this.#table.text(id);
  lostDigits = (id: number): boolean => this.#lost.get(id) === 1;
  masked = (id: number): boolean => this.#masked.get(id) === 1;

  #look(raw: number, cell: string): number {
    const text = idText(cell);
    let id = text === null ? -1 : raw;
    if (text !== null && text !== cell) {
      const bytes = encoder.encode(text);
      id = this.#table.add(bytes, 0, bytes.length);
      this.#known.set(id, id + 2);
    }
    this.#known.set(raw, id + 2);
    if (text !== null && lostDigits.test(text)) this.#lost.set(id, 1);
    if (text !== null && isMasked(text)) this.#masked.set(id, 1);
    return id;
  }
}

/** Letters and digits that no rule for identifiers changes or tells of; nearly all are. */
function isSimple(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]! | 32;
  // NULL and NaN; 1E17.
  if ((end - start <= 6 && first === 110) || (bytes[end - 3]! | 32) === 101) return false;
  for (let p = start; p < end; p++) {
    const letter = bytes[p]! | 32;
    const digit = bytes[p]! - 48;
    // x may mask digits.
    if (!((digit >= 0 && digit <= 9) || (letter >= 97 && letter <= 122 && letter !== 120 && bytes[p]! >= 65)))
      return false;
  }
  return true;
}

/** 1.23457E+17: a spreadsheet took a long number for a measurement and kept six digits of it. */
const lostDigits = /^[1-9](?:[.,]\d{1,14})?[eE]\+?\d{2}$/;

/** What is known of every customer, by the index of its id. */
export class Customers {
  readonly ids = new Ids();
  readonly rows = integers();
  /** Ten-thousandths of the rows that are used. */
  readonly value = doubles();
  readonly #first = doubles();
  /** Indexes of those on at least one row, in the order in which they came. */
  readonly seen: number[] = [];

  note(customer: number, record: number): void {
    if (this.rows.get(customer) === 0) {
      this.seen.push(customer);
      this.#first.set(customer, record);
    }
    this.rows.add(customer, 1);
  }

  /** The customers that are spelled several ways, those on most rows first, at most `limit`. */
  spellings(limit: number): Problem[] {
    const rules = new Set<MergeRule>(['spelling']);
    const byForm = new Map<string, number[]>();
    const unchanged = new Map<string, number>();
    for (const id of this.seen) {
      const text = this.ids.text(id);
      const form = canonicalId(text, rules);
      if (form === text) unchanged.set(text, id);
      else byForm.set(form, [...(byForm.get(form) ?? []), id]);
    }
    const groups: number[][] = [];
    for (const [form, ids] of byForm) {
      const same = unchanged.get(form);
      if (same !== undefined) ids.push(same);
      if (ids.length > 1) groups.push(ids.sort((a, b) => this.rows.get(b) - this.rows.get(a) || a - b));
    }
    const sum = (ids: readonly number[], of: (id: number) => number): number =>
      ids.reduce((all, id) => all + of(id), 0);
    return groups
      .map((ids): Problem => ({
        kind: 'spelling',
        detail: this.ids.text(ids[0]!),
        rows: sum(ids, (id) => this.rows.get(id)),
        value: sum(ids, (id) => this.value.get(id)),
        customers: ids.length,
        examples: ids.slice(1, 4).map((id) => ({ record: this.#first.get(id), text: this.ids.text(id) })),
      }))
      .sort((a, b) => b.rows - a.rows || (a.detail < b.detail ? -1 : 1))
      .slice(0, limit); // prettier-ignore
  }
}

/** Pairs of a customer and an address or number on its rows. */
export class Contacts {
  readonly #table = new ByteTable();
  readonly #last = integers();
  readonly #pairs = new Set<number>();

  add(customer: number, { bytes, start, end }: CellView): void {
    if (start === end) return;
    const contact = this.#table.add(bytes, start, end);
    if (this.#last.get(customer) === contact + 1) return;
    this.#last.set(customer, contact + 1);
    this.#pairs.add(customer * pairing + contact);
  }

  *pairs(): Generator<{ customer: number; contact: string }> {
    for (const pair of this.#pairs)
      yield { customer: Math.floor(pair / pairing), contact: this.#table.text(pair % pairing) };
  }
}
const pairing = 2 ** 26;
