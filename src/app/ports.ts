import type { Component } from 'svelte';
import type { Reader } from '../ingest/types.ts';
import type { Address } from '../ports/address.ts';
import type { Clock } from '../ports/clock.ts';
import type { SupervisedEngine } from '../ports/engine.ts';
import type { Store } from '../ports/store.ts';

/** What the page needs from the world; made in main.ts. */
export interface Ports {
  readonly engine: SupervisedEngine;
  readonly reader: Reader & {
    /** Fetches what reading needs, so that the first file can be read without a network. */
    open(): Promise<void>;
  };
  readonly store: Store;
  readonly clock: Clock;
  readonly address: Address;
  /** Fetches the parts of the import page, which the empty page does without. */
  importPage(): Promise<{ readonly default: Component }>;
  /** Fetches the notebook's parts. */
  notebook(): Promise<{ readonly default: Component }>;
  /** Fetches the page of one customer. */
  customerPage(): Promise<{ readonly default: Component }>;
  /** Hands a file to the user. */
  download(name: string, type: string, text: string): void;
}
