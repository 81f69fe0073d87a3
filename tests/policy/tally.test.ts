import { describe, expect, it } from 'vitest';
import { add, checksTally, lastLine, tallyOf } from '../support/tally.mjs';

const options = { root: '/p', referenceDataSet: false };
const file = (status: string, tests: Record<string, string>, message = ''): object => ({
  name: '/p/tests/a.test.ts',
  status,
  message,
  assertionResults: Object.entries(tests).map(([fullName, each]) => ({ fullName, status: each })),
});
const report = (...testResults: object[]): object => ({ testResults });

describe('the last line of npm test', () => {
  it('adds checks and tests up and names the skipped only when there are some', () => {
    const checks = checksTally([
      { name: 'types', ok: true },
      { name: 'build', ok: false },
    ]);
    const all = tallyOf('unit', report(file('passed', { a: 'passed', b: 'passed' })), 0, options);
    expect(lastLine(add(checks, all))).toBe('3 passed, 1 failed');
    const some = tallyOf(
      'unit',
      report(file('passed', { a: 'passed', b: 'skipped', c: 'todo' })),
      0,
      options,
    );
    expect(lastLine(some)).toBe('1 passed, 0 failed, 2 skipped');
    expect(some.skipped).toEqual(['tests/a.test.ts > b', 'tests/a.test.ts > c']);
  });

  it('counts as failed: no report, no test, an unreadable file, an exit code without a failed test', () => {
    expect(lastLine(tallyOf('unit', undefined, 'SIGKILL', options))).toBe('0 passed, 1 failed');
    expect(lastLine(tallyOf('unit', report(), 0, options))).toBe('0 passed, 1 failed');
    expect(lastLine(tallyOf('unit', report(file('failed', {}, 'no such module')), 1, options))).toBe(
      '0 passed, 1 failed',
    );
    expect(lastLine(tallyOf('unit', report(file('passed', { a: 'passed' })), 1, options))).toBe(
      '1 passed, 1 failed',
    );
  });

  it('counts a failed test once', () => {
    const one = report(file('failed', { a: 'passed', b: 'failed' }, 'b'));
    expect(tallyOf('unit', one, 1, options).failed).toEqual(['tests/a.test.ts > b']);
  });

  it('lets no test skip for want of reference data that is there', () => {
    const skips = report(
      file('passed', { a: 'passed', 'b: reference data not set': 'pending', c: 'pending' }),
    );
    expect(lastLine(tallyOf('unit', skips, 0, options))).toBe('1 passed, 0 failed, 2 skipped');
    expect(lastLine(tallyOf('unit', skips, 0, { ...options, referenceDataSet: true }))).toBe(
      '1 passed, 1 failed, 1 skipped',
    );
  });
});
