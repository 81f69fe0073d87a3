import { rng } from '../../../src/base/rng.ts';

/** A cell as it was meant, and how it stands in the file. */
interface Cell {
  readonly text: string;
  readonly quoted: boolean;
}

/** A damaged file and the table that a reader should find in it: header first, none where the file has none. */
export interface Polluted {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
  readonly clean: readonly (readonly string[])[];
}

interface Style {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly escape?: string;
  readonly newline?: string;
}

const names = ['order', 'date', 'qty', 'price', 'product', 'description', 'comment'];
const things = [
  "Men's Boots",
  'Desk, Oak',
  'Table, Round 48"',
  'Lamp',
  "Kids' Hat",
  'Rug 5" x 7", Wool',
  'Café Set',
];
const words = [
  'light, strong',
  "doesn't fade",
  'for 8" pipes, too',
  'best of all: cheap',
  'soft, warm and dry',
  'plain',
];

/** A table of orders with what makes text files hard: commas, quotes, apostrophes, an empty last column. */
function sourceTable(rows: number, seed: number): Cell[][] {
  const { pick, int } = rng(seed);
  const cell = (text: string, always = false): Cell => ({ text, quoted: always || /[",]/.test(text) });
  const table = [names.map((name) => cell(name, name === 'description'))];
  for (let i = 0; i < rows; i++) {
    const day = `${String(int(1, 28)).padStart(2, '0')}/${String(int(1, 12)).padStart(2, '0')}/2024`;
    const price = `$${int(1, 199)}.${int(10, 99)}`;
    const text = `It is ${pick(words)}, ${pick(words)} and ${pick(words)}.`;
    const line = [`A-${1000 + i}`, day, String(int(0, 29)), price, pick(things)];
    table.push([...line.map((each) => cell(each)), cell(text, true), cell('')]);
  }
  return table;
}

const plainCells = (row: readonly Cell[]): string[] => row.map(({ text }) => text);

function cellText({ text, quoted }: Cell, { quote = '"', escape = '"' }: Style): string {
  if (!quoted) return text;
  return quote + text.replaceAll('"', `${escape}"`) + quote;
}

const lineText = (row: readonly Cell[], style: Style): string =>
  row.map((cell) => cellText(cell, style)).join(style.delimiter ?? ',');

const fileText = (table: readonly (readonly Cell[])[], style: Style = {}): string =>
  table.map((row) => lineText(row, style) + (style.newline ?? '\r\n')).join('');

/**
 * Every file with one damage that can be made of the table: the kinds of the Pollock benchmark (Vitagliano, Hameed,
 * Jiang, Reisener, Wu & Naumann, VLDB 2023), made anew.
 */
export function* pollutions(rows: number, seed: number): Generator<Polluted> {
  const table = sourceTable(rows, seed);
  const all = table.map(plainCells);
  const header = all[0]!;
  const data = all.slice(1);
  const whole = (name: string, text: string, clean: readonly (readonly string[])[] = all): Polluted => ({
    kind: 'file',
    name,
    text,
    clean,
  });
  const plain = fileText(table);
  yield whole('nothing wrong', plain);
  yield whole('no bytes', '', []);
  yield whole('no last line break', plain.trimEnd());
  yield whole('two last line breaks', `${plain}\r\n`);
  yield whole('no header', fileText(table.slice(1)), data);
  yield whole('header twice', fileText([table[0]!, ...table]), [
    header.map((name) => `${name} ${name}`),
    ...data,
  ]);
  yield whole(
    'title',
    `${'Report'}${','.repeat(names.length - 1)}\r\n${','.repeat(names.length - 1)}\r\n${plain}`,
  );
  yield whole('header only', fileText(table.slice(0, 1)), [header]);
  yield whole('one row', fileText(table.slice(0, 2)), all.slice(0, 2));
  yield whole('LF', fileText(table, { newline: '\n' }));
  yield whole('CR', fileText(table, { newline: '\r' }));
  for (const delimiter of [';', '\t', ', ', '|', '||']) {
    yield whole(`delimiter ${JSON.stringify(delimiter)}`, fileText(table, { delimiter }));
  }
  yield whole('backslash escapes', fileText(table, { escape: '\\' }));
  // Not all of these can be told: 7", Wool reads like the end of a cell.
  yield { ...whole('quotes are not escaped', fileText(table, { escape: '' })), kind: 'unescaped' };

  for (const [r, row] of table.entries()) {
    const damaged = (
      kind: string,
      c: number,
      line: string,
      clean: readonly string[] = all[r]!,
    ): Polluted => ({
      kind,
      name: `record ${r}, cell ${c}`,
      text: table.map((each, i) => `${i === r ? line : lineText(each, {})}\r\n`).join(''),
      clean: all.map((each, i) => (i === r ? clean : each)),
    });
    const parts = row.map((cell) => cellText(cell, {}));
    yield damaged('delimiter of its own', 0, parts.join(' '));
    for (const [c, cell] of row.entries()) {
      yield damaged('delimiter too many', c, parts.with(c, `,${parts[c]!}`).join(','));
      if (c > 0) {
        yield damaged('delimiter missing', c, `${parts.slice(0, c).join(',')}${parts.slice(c).join(',')}`);
      }
      const stray = cell.quoted ? `""${parts[c]!.slice(1)}` : `"${parts[c]!}`;
      yield damaged('quote too many', c, parts.with(c, stray).join(','), all[r]!.with(c, `"${cell.text}`));
    }
  }
}
