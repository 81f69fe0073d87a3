import type { LinkError } from '../document/link.ts';
import type { Together } from '../ingest/types.ts';
import type { Data } from './data.ts';
import type { Draft } from './draft.ts';
import type { Misfit } from './fit.ts';
import type { Planned } from './imports.ts';
import type { Problem } from './problem.ts';

/** The page's public state (`data-state`). */
export type State = 'empty' | 'reading' | 'mapping' | 'importing' | 'ready' | 'busy' | 'error';

/** What is open: the files with their plans, and the tables made from them. */
export interface Opened {
  readonly name: string;
  /** Id of the sample; null = the user's own data. */
  readonly sample: string | null;
  readonly planned: readonly Planned[];
  readonly together: Together;
  readonly drafts: readonly Draft[];
  /** null while the tables are being made. */
  data: Data | null;
}

/** Something the user should know, none of which stops the work. */
export type Notice =
  | { readonly kind: 'link'; readonly error: LinkError }
  | { readonly kind: 'ignored'; readonly keys: readonly string[] }
  | { readonly kind: 'waiting' }
  /** A table that could not be read while others could. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** The import page was passed over, because files with these columns are known. */
  | { readonly kind: 'remembered' }
  /** A mapping file was dropped alone: the next file with its columns uses it. */
  | { readonly kind: 'learnt' }
  /** A mapping file that is none. */
  | { readonly kind: 'unlearnt'; readonly file: string }
  /** A file that is on the page already, perhaps under another name. */
  | { readonly kind: 'twin'; readonly file: string; readonly of: string }
  | { readonly kind: 'misfit'; readonly misfits: readonly Misfit[] }
  /** Profit is measured, because the file has it. */
  | { readonly kind: 'profit' }
  | { readonly kind: 'restarted' };
