import type { Role, RoleChoice } from '../base/role.ts';
import type { Confidence, SourceColumn } from '../ingest/types.ts';

export interface RoleGuess {
  readonly role: RoleChoice;
  readonly confidence: Confidence;
  /** What spoke for it: the whole name, a part of the name, the values, or nothing. */
  readonly why: 'header' | 'contains' | 'values' | 'none';
}

const nothing: RoleGuess = { role: 'ignore', confidence: 'sure', why: 'none' };

/** Roles as they are given out. Every role but `year` and `attribute` goes to one column at most. */
export class Roles {
  readonly list: RoleGuess[];
  readonly #settled = new Set<number>();

  constructor(readonly columns: readonly SourceColumn[]) {
    this.list = columns.map(() => nothing);
  }

  at(role: Role): number {
    return this.list.findIndex((guess) => guess.role === role);
  }

  has(role: Role): boolean {
    return this.at(role) >= 0;
  }

  free(i: number): boolean {
    return this.list[i] === nothing && !this.#settled.has(i);
  }

  give(i: number, role: RoleChoice, confidence: Confidence, why: RoleGuess['why']): void {
    if (role === 'ignore') this.#settled.add(i);
    else this.list[i] = { role, confidence, why };
  }

  /** Takes a column's role away for good. */
  drop(i: number): void {
    if (i < 0) return;
    this.list[i] = nothing;
    this.#settled.add(i);
  }

  /** Gives the role of one column to another. */
  move(role: Role, to: number): void {
    this.drop(this.at(role));
    this.list[to] = { role, confidence: 'likely', why: 'header' };
  }
}
