import type { Reading } from '../types.ts';
import { Pieces } from './pieces.ts';

/** How the text that this module writes is read; nothing of it has to be guessed. */
export const written: Partial<Reading> = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  decimal: '.',
  thousands: ',',
};

const flushChars = 1 << 20;
/** Rows that are looked at before the first is written; a table rarely becomes wider after them. */
const headRows = 5000;

const field = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Cells up to the last that is not blank. */
function filledCells(cells: readonly string[]): number {
  let filled = cells.length;
  while (filled > 0 && cells[filled - 1] === '') filled--;
  return filled;
}

/** A table as regular CSV: every record has the table's width, a blank record is an empty line. */
export class TableText {
  /** The widest record so far. */
  width: number;
  private readonly pieces = new Pieces();
  /** Rows that wait until the width is known; null = rows are being written. */
  private head: (readonly string[])[] | null;
  private writtenWidth: number;
  private text: string[] = [];
  private chars = 0;
  private blanks = 0;

  constructor(width: number | null) {
    this.width = this.writtenWidth = width ?? 0;
    this.head = width === null ? [] : null;
  }

  /** Takes the cells over: they must not change afterwards. */
  row(cells: readonly string[]): void {
    this.width = Math.max(this.width, filledCells(cells));
    if (!this.head) return this.write(cells);
    this.head.push(cells);
    if (this.head.length >= headRows) this.begin();
  }

  /** False when records that are already written are shorter than others: the text must be made again. */
  fits(): boolean {
    return this.head !== null || this.width <= this.writtenWidth;
  }

  /** Blank records at the end are written only where they are counted. */
  finish(trailing: 'keep' | 'drop'): Blob {
    this.begin();
    if (trailing === 'keep') this.text.push('\n'.repeat(this.blanks));
    this.flush();
    return this.pieces.finish();
  }

  private begin(): void {
    const head = this.head ?? [];
    this.head = null;
    this.writtenWidth = this.width;
    for (const cells of head) this.write(cells);
  }

  private write(cells: readonly string[]): void {
    const filled = filledCells(cells);
    if (filled === 0) return void this.blanks++;
    let line = '\n'.repeat(this.blanks);
    this.blanks = 0;
    for (let i = 0; i < filled; i++) line += i === 0 ? field(cells[i]!) : `,${field(cells[i]!)}`;
    line += `${','.repeat(Math.max(0, this.writtenWidth - filled))}\n`;
    this.text.push(line);
    this.chars += line.length;
    if (this.chars >= flushChars) this.flush();
  }

  private flush(): void {
    if (this.text.length) this.pieces.push(new Blob([this.text.join('')]));
    this.text = [];
    this.chars = 0;
  }
}

/**
 * Runs `fill` on an empty table, and once more with the right width when the table became wider after its first rows
 * had been written. `least` = columns that are known by name, asked when all rows are in.
 */
export async function tableText(
  fill: (table: TableText) => Promise<void>,
  trailing: 'keep' | 'drop',
  least: () => number = () => 0,
): Promise<Blob> {
  const first = new TableText(null);
  await fill(first);
  first.width = Math.max(first.width, least());
  if (first.fits()) return first.finish(trailing);
  const second = new TableText(first.width);
  await fill(second);
  return second.finish(trailing);
}
