/**
 * Where the cells of one record lie in the bytes, three numbers a cell; reused for every record. The third says how the
 * bytes become text: 0 = as they stand; 1 = without the quotes at both ends and with doubled quotes as one; 2 = without
 * the quotes around the beginning only.
 */
export class CellRanges {
  readonly #numbers: number[] = [];

  set(i: number, start: number, end: number, kind: number): void {
    this.#numbers[i * 3] = start;
    this.#numbers[i * 3 + 1] = end;
    this.#numbers[i * 3 + 2] = kind;
  }

  start(i: number): number {
    return this.#numbers[i * 3] ?? 0;
  }
  end(i: number): number {
    return this.#numbers[i * 3 + 1] ?? 0;
  }
  kind(i: number): number {
    return this.#numbers[i * 3 + 2] ?? 0;
  }

  /** The bytes have moved forward by so many places. */
  shift(cells: number, by: number): void {
    for (let i = 0; i < cells; i++) {
      this.#numbers[i * 3]! -= by;
      this.#numbers[i * 3 + 1]! -= by;
    }
  }
}
