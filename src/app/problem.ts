import { ReadError, type NotReadable } from '../ingest/types.ts';
import { EngineError } from '../ports/engine.ts';

/** What went wrong, in words that a script can match and with what a person needs to act. */
export type Problem =
  | { readonly code: 'not_table' | 'empty' | 'encoding' | 'too_big'; readonly file: string; readonly reason: NotReadable | null }
  | { readonly code: 'no_customer' | 'no_amount'; readonly file: string }
  | { readonly code: 'engine'; readonly kind: 'boot' | 'died' | 'sql' | 'file' | 'count'; readonly detail: string }
  | { readonly code: 'unsupported'; readonly missing: string }; // prettier-ignore

/** Failures of the reader by name: a file that is gone or changed, a worker that is gone or never came. */
const kinds: Readonly<Record<string, 'boot' | 'died' | 'file'>> = {
  NotReadableError: 'file',
  NotFoundError: 'file',
  ReaderDied: 'died',
  ReaderMissing: 'boot',
};

export function problemOf(thrown: unknown, file: string): Problem {
  if (thrown instanceof ReadError) {
    const { reason } = thrown;
    if (reason.code === 'too_wide' || reason.code === 'too_large') return { code: 'too_big', file, reason };
    if (reason.code === 'locked' || reason.code === 'broken') return { code: 'not_table', file, reason };
    return { code: reason.code, file, reason };
  }
  if (thrown instanceof EngineError) {
    if (thrown.fault === 'memory') return { code: 'too_big', file, reason: null };
    if (thrown.fault === 'unsupported') return { code: 'unsupported', missing: thrown.message };
    if (thrown.fault === 'boot' || thrown.fault === 'died' || thrown.fault === 'file')
      return { code: 'engine', kind: thrown.fault, detail: thrown.message };
    return { code: 'engine', kind: 'sql', detail: thrown.message };
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'engine', kind: (thrown instanceof Error && kinds[thrown.name]) || 'sql', detail };
}

export const cancelled = (thrown: unknown): boolean =>
  (thrown instanceof EngineError && thrown.fault === 'cancelled') ||
  (thrown instanceof DOMException && thrown.name === 'AbortError');
