import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files below a folder, as paths from it with forward slashes, sorted.
 *
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/**
 * What a browser loads before any script has run: the scripts, preloads and style sheets that a page
 * names, and whatever those scripts import statically, without import().
 *
 * @param {string} folder the built site
 * @param {string} page its HTML file
 * @returns {string[]} paths from the folder
 */
export function loadedByPage(folder, page = 'index.html') {
  const html = readFileSync(path.join(folder, page), 'utf8');
  const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
  const named = tags.flatMap((tag) => {
    const isCode = /^<script/i.test(tag) || /\brel\s*=\s*["']?(modulepreload|stylesheet)\b/i.test(tag);
    const target = /\b(?:src|href)\s*=\s*["']([^"']+)["']/i.exec(tag)?.[1];
    return isCode && target ? [path.posix.join(path.posix.dirname(page), target.replace(/^\//, ''))] : [];
  });
  return withStaticImports(folder, named);
}

/**
 * The named files and everything that they import statically.
 *
 * @param {string} folder the built site
 * @param {readonly string[]} files paths from the folder
 * @returns {string[]} paths from the folder
 */
export function withStaticImports(folder, files) {
  const seen = new Set();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!file.endsWith('.js')) continue;
    const text = readFileSync(path.join(folder, file), 'utf8');
    for (const [, target] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)) {
      waiting.push(path.posix.join(path.posix.dirname(file), target));
    }
  }
  return [...seen].sort();
}
