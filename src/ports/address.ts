/** The page's address: the query string names what to open, the fragment keeps the settings. */
export interface Address {
  /** Without the question mark. */
  query(): string;
  /** Without the hash sign. */
  fragment(): string;
  /** Whole address with this fragment, and without the query string. */
  link(fragment: string): string;
  /** Marks the present entry and leaves its address as it is. */
  mark(mark: string): void;
  /** Writes the fragment of the present entry; the query string is dropped, because the fragment says the same. */
  replace(fragment: string, mark: string): void;
  /** As replace, as a new entry: Back returns to the one before. */
  push(fragment: string, mark: string): void;
  /** Called with the entry's mark (null = not one of ours) when the user moves in history or changes the fragment. */
  onMove(fn: (mark: string | null) => void): () => void;
}
