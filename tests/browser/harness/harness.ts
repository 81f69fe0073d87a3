import type { EngineError } from '../../../src/ports/engine.ts';
import { saveFile } from '../../../src/shell/download.ts';
import { type DuckdbEngine, duckdbEngine } from '../../../src/shell/duckdb/engine.ts';
import type { EngineLimits } from '../../../src/shell/duckdb/lockdown.ts';
import { workerReader } from '../../../src/shell/reader/reader.ts';

/** What the tests see of the page: the engine, and answers that survive the way out of the browser. */
export interface Harness {
  engine: DuckdbEngine;
  readonly deaths: string[];
  start(limits?: EngineLimits): Promise<void>;
  /** `ok`, or the fault and the message. */
  outcome(work: Promise<unknown>): Promise<{ fault: string; message: string }>;
  /** The result's first row. */
  row(sql: string): Promise<(string | number | null)[]>;
  /** Policy violations reported by this page. */
  readonly violations: string[];
  readonly reader: ReturnType<typeof workerReader>;
  saveFile: typeof saveFile;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const harness: Harness = {
  engine: duckdbEngine(),
  deaths: [],
  violations: [],
  reader: workerReader(),
  saveFile,
  async start(limits) {
    await harness.engine.close();
    harness.engine = duckdbEngine(limits);
    harness.engine.onDeath((error) => harness.deaths.push(error.fault));
    await harness.engine.open();
  },
  outcome: (work) =>
    work.then(
      () => ({ fault: 'ok', message: '' }),
      (error: EngineError) => ({ fault: error.fault ?? error.name, message: error.message }),
    ),
  async row(sql) {
    const { columns } = await harness.engine.query(sql);
    return columns.map((column) => {
      if (column.kind === 'text') return column.at(0);
      return column.kind === 'big' ? String(column.values[0]) : column.values[0]!;
    });
  },
};

document.addEventListener('securitypolicyviolation', (event) => harness.violations.push(event.blockedURI));
window.harness = harness;
