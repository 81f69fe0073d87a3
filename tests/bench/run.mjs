import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../support/chromium.mjs';
import { buildPeers, buildSite, loadProduct, outFolder } from './build.mjs';
import { ordersFile, surveyFile } from './data.mjs';
import { drag } from './drag.mjs';
import { firstScreen } from './first.mjs';
import { dropToReady, peer } from './imports.mjs';
import { large, tooLarge } from './large.mjs';
import { nativeStatements, nativeTyped } from './native.mjs';
import { markdown, medians, quantile } from './report.mjs';
import { schemes } from './schemes.mjs';

/*
 * `npm run bench`: the built site against DuckDB without a browser, against what one would write by hand, and against
 * Arquero, on the same seeded files and in one run, so that the ratios hold where the times do not.
 * --rows 100k,1M,10M  --only import,large,drag,schemes,first  --runs N  --profile (of the drag, for DevTools)
 * --too-large 40M: also a file that does not fit, which takes minutes to write and 2.6 GB of disk
 */

const { values: flags } = parseArgs({
  options: {
    rows: { type: 'string', default: '100k,1M,10M' },
    only: { type: 'string', default: 'import,large,drag,schemes,first' },
    'too-large': { type: 'string' },
    runs: { type: 'string' },
    profile: { type: 'boolean', default: false },
  },
});
const wanted = (part) => flags.only.split(',').includes(part);
const rowsOf = (text) => Number.parseFloat(text) * ({ k: 1e3, M: 1e6 }[text.at(-1)] ?? 1);
/** A run of millions of rows takes minutes and varies less. */
const runsOf = (rows) => Number(flags.runs ?? (rows > 1e6 ? 1 : 3));
const rowsPerCustomer = 20;
const largest = 10_000_000;
const dragged = { rows: 1_000_000, customers: 500_000, everyone: true };
const drags = 3;
/** Peers that hold all rows in the heap do not get this far, and take the machine's memory with them. */
const mostForPeers = 5_000_000;

const started = performance.now();
const say = (text) =>
  console.error(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${text}`);

/** The statements of an import, without counting the file and without checking the ledger afterwards. */
function loadingOf({ statements }) {
  const last = statements.findIndex(({ sql }) => sql === 'COMMIT');
  return statements[last].at + statements[last].ms - statements[0].at;
}

/** Every peer must have answered the same question: customers and total. */
function disagreements(rows, peers) {
  const expected = peers.native.answer;
  return Object.entries(peers)
    .filter(([, { answer }]) => answer !== undefined)
    .filter(
      ([, { answer }]) =>
        answer.customers !== expected.customers || Math.abs(answer.total / expected.total - 1) > 1e-9,
    )
    .map(([name, { answer }]) => `${rows} rows: ${name} says ${JSON.stringify(answer)}, native ${JSON.stringify(expected)}`); // prettier-ignore
}

/** All peers once, one after the other. */
async function once(product, site, peers, file, rows) {
  const statements = await nativeStatements(product, file);
  const rollup = product.rollup(product.defaultScope, statements.model);
  const native = await nativeTyped(file, rollup, product.plainRollup('orders'));
  const warm = await dropToReady(product, site.url, file, true);
  const cold = await dropToReady(product, site.url, file, false);
  const ours = {
    statements,
    native,
    warm: { ...warm, loading: loadingOf(warm) },
    cold,
    engine: await peer(product, peers.url, file, 'engine'),
  };
  if (rows > mostForPeers) return ours;
  return {
    ...ours,
    asDocumented: await peer(product, peers.url, file, 'asDocumented'),
    byHand: await peer(product, peers.url, file, 'byHand'),
    byHandRollup: await peer(product, peers.url, file, 'byHandRollup'),
    arquero: await peer(product, peers.url, file, 'arquero'),
  };
}

async function measureSize(product, site, peers, rows) {
  const made = await ordersFile({ rows, customers: rows / rowsPerCustomer }, outFolder, product.rng);
  const runs = [];
  for (let run = 1; run <= runsOf(rows); run++) {
    say(`${rows} rows, run ${run} of ${runsOf(rows)}`);
    runs.push(await once(product, site, peers, made.file, rows));
  }
  const middle = Object.fromEntries(
    Object.keys(runs[0]).map((name) => {
      const each = runs.map((run) => run[name]);
      const failed = each.find((result) => result.failed !== undefined)?.failed;
      return [name, failed === undefined ? medians(each) : { failed }];
    }),
  );
  return { rows, bytes: made.bytes, ...middle, runs, wrong: runs.flatMap((run) => disagreements(rows, run)) };
}

/** Writes a CPU profile of the page's own thread, which costs time itself. */
async function profiled(session, work) {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  await work();
  const { profile } = await session.send('Profiler.stop');
  writeFileSync(path.join(outFolder, 'drag.cpuprofile'), JSON.stringify(profile));
}

async function measureDrag(product, site) {
  say(`handle drag with ${dragged.customers} customers`);
  const { file } = await ordersFile(dragged, outFolder, product.rng);
  const { latencies, works, settled, ...rest } = await drag(
    product,
    site.url,
    file,
    drags,
    flags.profile ? profiled : undefined,
  );
  return {
    ...rest,
    customers: dragged.customers,
    moves: latencies.length,
    median: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    workMedian: quantile(works, 0.5),
    workP95: quantile(works, 0.95),
    settled: quantile(settled, 0.5),
  };
}

async function measureSchemes(product, site) {
  say(`schemes with ${dragged.customers} customers`);
  const orders = await ordersFile(dragged, outFolder, product.rng);
  const survey = await surveyFile(dragged, outFolder, product.rng);
  const times = Number(flags.runs ?? 5);
  return {
    customers: dragged.customers,
    ...(await schemes(product, site.url, [orders.file, survey.file], times, say)),
  };
}

async function machine(product) {
  const browser = await product.startBrowser();
  const chromium = `Chromium ${browser.version()}`;
  await browser.close();
  return {
    cpus: os.cpus().length,
    cpu: os.cpus()[0]?.model.trim() ?? '',
    chromium,
    node: process.versions.node,
  };
}

process.env.CHROME_PATH = await ensureChromium(say);
mkdirSync(outFolder, { recursive: true });
say('building the site and the peers');
const folder = await buildSite({ sourcemap: flags.profile });
const peersFolder = wanted('import') ? await buildPeers() : folder;
const product = await loadProduct();
const site = await product.serveFolder(folder);
const peers = await product.serveFolder(peersFolder);
try {
  const result = { machine: await machine(product), sizes: [], large: null, tooLarge: null, drag: null, schemes: null, first: null }; // prettier-ignore
  if (wanted('first')) {
    say('first screen');
    result.first = await firstScreen(product, site, folder);
  }
  if (wanted('drag')) result.drag = await measureDrag(product, site);
  if (wanted('schemes')) result.schemes = await measureSchemes(product, site);
  if (wanted('import'))
    for (const rows of flags.rows.split(',').map(rowsOf))
      result.sizes.push(await measureSize(product, site, peers, rows));
  if (wanted('large')) {
    say(`${largest} rows: progress, memory, cancel`);
    const shape = { rows: largest, customers: largest / rowsPerCustomer };
    const { file } = await ordersFile(shape, outFolder, product.rng);
    result.large = { rows: largest, ...(await large(product, site.url, file)) };
  }
  if (flags['too-large']) {
    const rows = rowsOf(flags['too-large']);
    say(`${rows} rows, which must not fit`);
    const { file, bytes } = await ordersFile(
      { rows, customers: rows / rowsPerCustomer },
      outFolder,
      product.rng,
    );
    result.tooLarge = { rows, bytes, ...(await tooLarge(product, site.url, file)) };
  }
  writeFileSync(path.join(outFolder, 'last.json'), `${JSON.stringify(result, null, 1)}\n`);
  console.log(markdown(result));

  const wrong = result.sizes.flatMap((size) => size.wrong);
  if (result.drag && result.drag.messages > 0)
    wrong.push(`${result.drag.messages} messages to workers while dragging`);
  for (const line of wrong) console.error(`WRONG  ${line}`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
} finally {
  await Promise.all([site.close(), peers.close(), product.close()]);
}
