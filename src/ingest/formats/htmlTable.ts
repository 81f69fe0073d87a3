import type { RowSource } from './sheet.ts';
import { decoded } from './xml.ts';

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  yen: '¥',
  pound: '£',
  euro: '€',
  middot: '·',
};

function cellText(html: string): string {
  const text = html
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<[^>]*>/gi, '')
    .replace(/&([a-z]+);/gi, (all, name: string) => entities[name.toLowerCase()] ?? all);
  return decoded(text)
    .replace(/[ \t\r]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const span = (attributes: string, name: string): number => {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.min(1000, Math.max(1, value));
};

/**
 * The rows of the first table of a web page, as ERP systems save them under the name of a workbook; null when the page
 * has none, or one inside another. A cell over several columns or rows fills the first of them.
 */
export function htmlTable(html: string): RowSource | null {
  const body = /<table\b[^>]*>([^]*?)<\/table\s*>/i.exec(html)?.[1];
  if (body === undefined || /<table\b/i.test(body)) return null;
  const covered: number[] = []; // rows that a cell from above still covers, by column
  const rows = body
    .split(/<tr\b/i)
    .slice(1)
    .map((source, at) => {
      const cells: string[] = [];
      const skip = (): void => {
        while ((covered[cells.length] ?? 0) > 0) {
          covered[cells.length]!--;
          cells.push('');
        }
      };
      for (const [, attributes = '', content = ''] of source.matchAll(
        /<t[dh]\b([^>]*)>([^]*?)(?=<t[dh]\b|<\/t[dhr]\s*>|<\/tbody|<\/thead|$)/gi,
      )) {
        skip();
        for (let i = 0; i < span(attributes, 'colspan'); i++) {
          covered[cells.length] = span(attributes, 'rowspan') - 1;
          cells.push(i === 0 ? cellText(content) : '');
        }
      }
      skip();
      return { row: at + 1, cells };
    });
  return rows.some(({ cells }) => cells.length > 1)
    ? (take, _notes, done) => {
        take(rows);
        done(1);
        return Promise.resolve();
      }
    : null;
}
