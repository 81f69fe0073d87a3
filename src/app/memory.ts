import { applyMapping, mappingOf, readMapping, type Mapping } from '../document/mapping.ts';
import type { Reading, SourceColumn } from '../ingest/types.ts';
import { headerFingerprint } from '../model/fingerprint.ts';
import type { Store } from '../ports/store.ts';
import { planOf, type Draft } from './draft.ts';

/** Mappings that are kept; the one that was used longest ago makes room. */
const mostKept = 50;
const key = 'mappings';

interface Kept {
  readonly mapping: Mapping;
  /** Files with these columns are opened without the import page. */
  readonly open: boolean;
}

/** What a remembered mapping says of a file. */
export interface Known {
  readonly reading: Partial<Reading>;
  apply(draft: Draft): Partial<Draft>;
}

/**
 * Mappings of former imports by the fingerprint of their header, kept on this device: positions, roles and choices, no
 * header text and no row. Next month's file then needs no questions.
 */
export class Memory {
  constructor(private readonly store: Store) {}

  get count(): number {
    return this.#all().length;
  }

  find(columns: readonly SourceColumn[]): Known | null {
    const kept = this.#kept(columns);
    return kept ? known(kept.mapping) : null;
  }

  /** Whether files with these columns are opened at once. */
  opens(columns: readonly SourceColumn[]): boolean {
    return this.#kept(columns)?.open ?? false;
  }

  keep(draft: Draft, open: boolean): void {
    this.#put({ mapping: mappingOf(planOf(draft)), open });
  }

  /** Takes a mapping that was exported. Returns false when the text is none. */
  learn(text: string): boolean {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return false;
    }
    const read = readMapping(value);
    if (!read.ok) return false;
    this.#put({ mapping: read.value, open: false });
    return true;
  }

  forget(): void {
    this.store.set(key, '[]');
  }

  #kept(columns: readonly SourceColumn[]): Kept | null {
    const fingerprint = headerFingerprint(columns.map((column) => column.header));
    return this.#all().find(({ mapping }) => mapping.fingerprint === fingerprint) ?? null;
  }

  #put(kept: Kept): void {
    const others = this.#all().filter(({ mapping }) => mapping.fingerprint !== kept.mapping.fingerprint);
    this.store.set(key, JSON.stringify([kept, ...others].slice(0, mostKept)));
  }

  /** What the store holds may be of another version, or damaged: only what can be read counts. */
  #all(): Kept[] {
    try {
      const list: unknown = JSON.parse(this.store.get(key) ?? '[]');
      if (!Array.isArray(list)) return [];
      return list.flatMap((item: unknown): Kept[] => {
        const { mapping, open } = (item ?? {}) as { mapping?: unknown; open?: unknown };
        const read = readMapping(mapping);
        return read.ok ? [{ mapping: read.value, open: open === true }] : [];
      });
    } catch {
      return [];
    }
  }
}

function known(mapping: Mapping): Known {
  const { decimal, thousands, dateOrder } = mapping.reading;
  return {
    // The rest of the reading made the header what it is: it is guessed again.
    reading: Object.fromEntries(
      Object.entries({ decimal, thousands, dateOrder }).filter(([, value]) => value !== undefined),
    ),
    apply(draft) {
      const { roles, contacts, shape, repairs } = applyMapping(mapping, draft.inspection.columns);
      return {
        roles,
        contacts,
        shape,
        repairs: {
          ...repairs,
          year: draft.repairs.year,
          status: { ...draft.repairs.status, ...repairs.status },
        },
        confidence: draft.confidence.map(() => 'sure'),
        settled: new Set(Object.keys(repairs) as (keyof typeof repairs)[]),
        remembered: true,
      };
    },
  };
}
