import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/ports/engine.ts';
import { engineError } from '../../../src/shell/duckdb/faults.ts';

const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

describe('engineError', () => {
  it.each([
    [named('RuntimeError', 'memory access out of bounds')],
    [named('RuntimeError', 'unreachable')],
    [named('Error', 'null function or function signature mismatch')],
    [named('Error', 'table index is out of bounds')],
    [named('RangeError', 'Maximum call stack size exceeded')],
    [named('Error', 'INTERNAL Error: Attempted to dereference unique_ptr that is NULL!')],
    [named('Error', 'FATAL Error: Failed: database has been invalidated because of a previous fatal error.')],
    [named('Error', 'Invalid Input Error: Failed to execute query: database has been invalidated')],
    [named('Error', '')],
  ])('takes %s for the end of the engine', (error) => {
    expect(engineError(error, 'SELECT 1')).toMatchObject({ fault: 'died', sql: 'SELECT 1', cause: error });
  });

  it.each([
    ['memory', 'Out of Memory Error: failed to allocate data of size 32.0 MiB (57.2 MiB/57.2 MiB used)'],
    [
      'file',
      'Invalid Error: NotReadableError: The requested file could not be read, typically due to permission',
    ],
    ['file', 'IO Error: No files found that match the pattern "/in/x.csv"'],
    ['sql', 'Parser Error: syntax error at or near "SELEC"'],
    ['sql', "Conversion Error: Could not convert string 'INTERNAL Error: unreachable' to DOUBLE"],
    ['sql', "Conversion Error: Could not convert string 'Out of Memory Error' to DOUBLE"],
  ])('takes for `%s`: %s', (fault, message) => {
    expect(engineError(new Error(message))).toMatchObject({ fault, message });
  });

  it('finds the message of a result that breaks off while it is fetched', () => {
    const wrapped =
      'Unexpected StatusCode from duckdb_web_query_fetch_results (1) and with self reported error as';
    const message = 'Conversion Error: Could not convert string';
    expect(engineError(new Error(wrapped + message))).toMatchObject({ fault: 'sql', message });
  });

  it('leaves what is sorted already', () => {
    const error = new EngineError('cancelled', 'cancelled');
    expect(engineError(error)).toBe(error);
  });
});
