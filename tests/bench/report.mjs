/** @param {readonly number[]} values */
export const quantile = (values, p) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? NaN;
};

/** The median of each number in objects of one shape. */
export function medians(runs) {
  const names = Object.keys(runs[0]).filter((name) => typeof runs[0][name] === 'number');
  return Object.fromEntries(
    names.map((name) => [
      name,
      quantile(
        runs.map((run) => run[name]),
        0.5,
      ),
    ]),
  );
}

const time = (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`);
const task = (ms) => (ms === 0 ? 'under 50 ms' : time(ms));
const megabytes = (bytes) => (bytes === null ? 'not known' : `${Math.round(bytes / 1e6)} MB`);
const kilobytes = (bytes) =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;
const count = (rows) => (rows >= 1e6 ? `${rows / 1e6}M` : `${rows / 1e3}k`);

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [
  row(head),
  row(head.map((_, i) => (i < 2 ? '---' : '---:'))),
  ...rows.map(row),
];

/** A peer's figure and how many times it the product takes. */
function against(ours, theirs, unit) {
  if (theirs === undefined) return '';
  return typeof theirs === 'string' ? theirs : `${unit(theirs)} (**${(ours / theirs).toFixed(2)} x**)`;
}

/** What a peer has under a name, or why it has nothing. */
const of = (peer, name) => (peer?.failed ? `did not finish: ${peer.failed}` : peer?.[name]);

function sizeRows(size) {
  const { rows, bytes, warm, cold, engine, native, statements, asDocumented, byHand, byHandRollup, arquero } =
    size;
  const nativeTotal = native.importing + native.rollup;
  const line = (what, ours, unit, ...peers) => [
    `${count(rows)} (${megabytes(bytes)})`,
    what,
    unit(ours),
    ...peers.map((theirs) => against(ours, theirs, unit)),
  ];
  const totals = [nativeTotal, ...[asDocumented, byHand, arquero].map((peer) => of(peer, 'total'))];
  const simple = [undefined, of(byHandRollup, 'rollup'), of(arquero, 'rollup')];
  return [
    line('drop to ready', warm.total, time, ...totals),
    line('… work of the engine', warm.engineWork, time, native.importWork + native.rollupWork),
    line('… engine not yet loaded', cold.total, time, ...totals),
    line('import alone', warm.importing, time, native.importing, undefined, undefined, undefined),
    line('… its statements', warm.loading, time, statements.importing, undefined, undefined, undefined),
    line('customer rollup', engine.rollup, time, native.rollup, ...simple),
    line('count, sum, order, share', engine.plain, time, native.plain, ...simple),
    line('peak memory', warm.memory, megabytes, undefined, ...[asDocumented, byHand, arquero].map((peer) => of(peer, 'memory'))),
  ]; // prettier-ignore
}

const heads = [
  'rows',
  'what',
  'Vital Few',
  'DuckDB native, 1 thread',
  'PapaParse + Map',
  '… tuned',
  'Arquero',
];

const notes = `
Work: processor time of the engine's thread, which depends little on what else the machine does. Native: read_csv with the types given, then the product's customer rollup; for "its statements" the import's very same
statements. PapaParse: the options of its documentation (its worker, a header, row by row); tuned: in a worker of our
own, rows as arrays, in pieces. PapaParse and Arquero make a count and a sum per customer, their order and running
share; the customer rollup has nine columns (orders, days, halves, name), and drop to ready also counts the file, keeps
the ledger of its rows, and paints every cell.`;

/** Milliseconds of acts: to the first painted frame with other numbers, and to `ready`. */
function schemeLines({ customers, acts, drags }) {
  const pair = (values) => `${Math.round(quantile(values, 0.5))} / ${Math.round(quantile(values, 0.95))} ms`;
  return [
    ...table([`change, ${customers.toLocaleString('en')} customers`, 'runs', 'shown: median / p95', 'every cell: median / p95', 'work of the page', 'longest task'],
      acts.map(({ name, runs, failed }) =>
        failed
          ? [name, '0', `failed: ${failed}`, '', '']
          : [name, String(runs.length), pair(runs.map((run) => run.shown)), pair(runs.map((run) => run.ready)), time(quantile(runs.map((run) => run.work), 0.5)), task(Math.max(...runs.map((run) => run.longest)))],
      )),
    '',
    ...table(['handle', 'moves', 'move to painted frame: median / p95', 'longest task'],
      drags.map(({ name, moves, median, p95, longest }) => [name, String(moves), `${median.toFixed(1)} / ${p95.toFixed(1)} ms`, task(longest)])),
    '',
  ]; // prettier-ignore
}

/** The result as Markdown. */
export function markdown({ machine, sizes, large, tooLarge, drag, schemes, first }) {
  const lines = [
    `Measured on ${machine.cpus} x ${machine.cpu}, ${machine.chromium}, Node ${machine.node}.`,
    '',
  ];
  if (sizes.length > 0)
    lines.push(
      'In brackets: the time of Vital Few divided by theirs, so below 1 it is faster.',
      '',
      ...table(heads, sizes.flatMap(sizeRows)),
      notes,
      '',
    );
  if (large)
    lines.push(
      ...table(['a large file', `${count(large.rows)} rows`], [
        ['peak memory of the page', megabytes(large.memory)],
        ['different texts of the progress bar', `${large.texts.length}, e.g. "${large.texts[large.texts.length >> 1]}"`],
        ['longest time without an answer to a timer', time(large.longestSilence)],
        ['cancel half-way: page as it was / engine free', `${time(large.cancel.page)} / ${time(large.cancel.engine)}`],
      ]), // prettier-ignore
      '',
    );
  if (tooLarge)
    lines.push(
      ...table(['a file that does not fit', `${count(tooLarge.rows)} rows, ${megabytes(tooLarge.bytes)}`], [
        ['what the page says', tooLarge.message ?? `nothing, it is ${tooLarge.state}`],
        ['what was open before is as it was', tooLarge.same ? 'yes' : '**no**'],
        ['peak memory of the page', megabytes(tooLarge.memory)],
      ]), // prettier-ignore
      '',
    );
  if (drag)
    lines.push(
      ...table(['handle drag', `${drag.customers.toLocaleString('en')} customers`], [
        ['pointer move to painted frame, median / p95', `${drag.median.toFixed(1)} / ${drag.p95.toFixed(1)} ms`],
        ['work of the page in it, median / p95', `${drag.workMedian.toFixed(1)} / ${drag.workP95.toFixed(1)} ms`],
        ['longest task while dragging / at the release', `${task(drag.longestTask)} / ${task(drag.releaseTask)}`],
        ['release to ready', time(drag.settled)],
        ['different states of the tier table seen', `${drag.followed}, in ${drag.moves} moves`],
        ['messages to workers while dragging', String(drag.messages)],
      ]), // prettier-ignore
      '',
    );
  if (schemes) lines.push(...schemeLines(schemes));
  if (first)
    lines.push(
      ...table(['first screen', 'gzip'], [
        ['script and style of the first screen', kilobytes(first.screen)],
        ['fonts', kilobytes(first.fonts)],
        ['other requests until idle, without the engine', kilobytes(first.otherUntilIdle)],
        ['ECharts, with the first chart', kilobytes(first.charts)],
        ['engine, when idle', kilobytes(first.engine)],
        ['sample: navigation to first Pareto / to ready', `${time(first.pareto)} / ${time(first.ready)}`],
      ]), // prettier-ignore
      '',
    );
  return lines.join('\n');
}
