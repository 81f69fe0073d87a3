import type { TextReader } from '../../ingest/textReader.ts';
import type { NotReadable, Reader } from '../../ingest/types.ts';

export type Call = keyof Reader | keyof TextReader;

/** Arguments of a call as they travel: without the callbacks, which messages stand for. */
export interface Request {
  readonly id: number;
  readonly call: Call;
  readonly args: readonly unknown[];
}

export interface Abort {
  readonly id: number;
  readonly abort: true;
}

/** A ReadError's reason, or the name and message of any other error. */
export type Failure = { readonly reason: NotReadable } | { readonly name: string; readonly message: string };

export type Answer =
  | { readonly id: number; readonly progress: number }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: Failure };
