import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesBelow, loadedByPage, withStaticImports } from './site.mjs';

const kB = 1000;
const MB = 1000 * kB;

/** Budgets in bytes, and why each is what it is. */
const budgets = {
  // A widely used static host refuses files above 25 MiB.
  anyFile: 25 * MB,
  // Under a second on a 3G line of 1.6 Mbit/s.
  firstScreen: 150 * kB,
  // DuckDB 1.4's eh bundle has 7.6 MB; a bigger one is a decision, not an accident.
  engine: 8.2 * MB,
  // ECharts with only the parts that are registered; the whole of it has 374 kB.
  charts: 240 * kB,
  // The libraries for workbooks, Parquet and archives; comes with the first such file, in a worker of its own.
  formats: 260 * kB,
  fonts: 160 * kB,
};

/** ECharts writes this attribute on its element: no minifier renames it. */
const echartsMark = '_echarts_instance_';

/**
 * Measures the built site against its budgets. Script and style are counted as gzip sends them; fonts
 * and a file that is gzipped already as they lie there.
 *
 * @param {string} folder the built site
 * @returns {{ ok: boolean, output: string }} one line for each budget
 */
export function measureSizes(folder) {
  const files = filesBelow(folder);
  const raw = (file) => statSync(path.join(folder, file)).size;
  const bytes = (file) => readFileSync(path.join(folder, file));
  const sum = (list, size) => list.reduce((total, file) => total + size(file), 0);

  const zipped = (file) => {
    const content = bytes(file);
    const isZipped = content[0] === 0x1f && content[1] === 0x8b;
    return isZipped ? content.length : gzipSync(content, { level: 9 }).length;
  };

  const first = loadedByPage(folder);
  const biggest = files.reduce((most, file) => (raw(file) > raw(most) ? file : most));
  const engine = files.filter((file) => /duckdb[^/]*$/i.test(file) && raw(file) > MB);
  const chartCode = withStaticImports(
    folder,
    files.filter((file) => file.endsWith('.js') && bytes(file).includes(echartsMark)),
  ).filter((file) => !first.includes(file));
  const formats = files.filter((file) => /formats\.worker[^/]*\.js$/.test(file));
  const fonts = files.filter((file) => /\.(woff2?|ttf|otf)$/.test(file));

  const lines = [
    measured(`largest file (${biggest})`, [biggest], raw(biggest), budgets.anyFile),
    measured('first screen, gzip', first, sum(first, zipped), budgets.firstScreen),
    measured('DuckDB wasm, gzip', engine, sum(engine, zipped), budgets.engine),
    measured('ECharts, gzip', chartCode, sum(chartCode, zipped), budgets.charts),
    measured('other formats, gzip', formats, sum(formats, zipped), budgets.formats),
    measured('fonts', fonts, sum(fonts, raw), budgets.fonts),
    { ok: true, text: `       ${inUnits(sum(files, raw))}  the whole site, ${files.length} files` },
  ];
  return { ok: lines.every(({ ok }) => ok), output: lines.map(({ text }) => text).join('\n') };
}

/** A budget without files is broken as well: it would hold for ever, whatever is shipped. */
function measured(name, files, size, budget) {
  const ok = files.length > 0 && size <= budget;
  const verdict = files.length === 0 ? 'MISSING' : ok ? '       ' : 'TOO BIG';
  return { ok, text: `${verdict}${inUnits(size)} of ${inUnits(budget)}  ${name}` };
}

const inUnits = (size) =>
  (size < MB ? `${(size / kB).toFixed(1)} kB` : `${(size / MB).toFixed(2)} MB`).padStart(9);
