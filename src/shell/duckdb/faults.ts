import { EngineError, type EngineFault } from '../../ports/engine.ts';

/** WebAssembly traps and stack overflows, under the names that the three browser engines give them. */
const trapNames = new Set(['RuntimeError', 'RangeError', 'InternalError']);

/** After these the instance must not be asked again. Anchored: the text of a cell can appear later in a message. */
const fatal =
  /^(?:INTERNAL Error|FATAL Error|memory access out of bounds|unreachable|null function|function signature mismatch|table index is out of bounds|out of bounds|Aborted\()|database has been invalidated/i;

const memory = /^Out of Memory Error|^std::bad_alloc/;

const file =
  /NotReadableError|NotFoundError: |could not be read, typically|No HTML5 file registered|^IO Error: No files found that match/;

/** What the binding puts before the engine's own message when a result breaks off while it is fetched. */
const wrapper = /^Unexpected StatusCode from duckdb_web_query_fetch_results \(.*?self reported error as/s;

function faultOf(name: string, message: string): EngineFault {
  if (trapNames.has(name) || message === '' || fatal.test(message)) return 'died';
  if (memory.test(message)) return 'memory';
  if (file.test(message)) return 'file';
  return 'sql';
}

/** Sorts whatever the engine threw into the kinds of the port; what is sorted already stays as it is. */
export function engineError(thrown: unknown, sql?: string): EngineError {
  if (thrown instanceof EngineError) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const message = (error.message ?? '').replace(wrapper, '').trim();
  return new EngineError(faultOf(error.name, message), message || error.name, sql, { cause: error });
}
