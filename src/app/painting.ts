/** Which cells show the notebook as it is now: the page is ready when all of them do. */
export class Painting {
  #revision = 0;
  #painted = new Set<string>();

  /** A new revision: nothing shows it yet. */
  begin(revision: number): void {
    this.#revision = revision;
    this.#painted = new Set();
  }

  /** Reports of former revisions do not count. */
  done(cell: string, revision: number): void {
    if (revision === this.#revision) this.#painted.add(cell);
  }

  covers(cells: readonly string[]): boolean {
    return cells.every((cell) => this.#painted.has(cell));
  }
}
