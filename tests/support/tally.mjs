import path from 'node:path';

/**
 * What a run came to. Failed and skipped tests are kept by name.
 *
 * @typedef {{ passed: number, failed: readonly string[], skipped: readonly string[] }} Tally
 */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: [], skipped: [] });

/** @returns {Tally} one failure that no test reported */
export const failure = (what) => ({ passed: 0, failed: [what], skipped: [] });

/** @returns {Tally} */
export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: [...a.failed, ...b.failed],
  skipped: [...a.skipped, ...b.skipped],
});

/** Each check counts as one test. @returns {Tally} */
export const checksTally = (results) => ({
  passed: results.filter(({ ok }) => ok).length,
  failed: results.filter(({ ok }) => !ok).map(({ name }) => `check: ${name}`),
  skipped: [],
});

/** The closing line: `, N skipped` only when some were. */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;

/**
 * Adds up one vitest run.
 *
 * @param {string} name of the run, for messages
 * @param {object | undefined} report what vitest's json reporter wrote; undefined when it wrote nothing
 * @param {number | string} ended exit code, or the signal or error that ended it
 * @param {{ root: string, referenceDataSet: boolean }} options
 * @returns {Tally}
 */
export function tallyOf(name, report, ended, { root, referenceDataSet }) {
  if (!report) return failure(`${name}: ended with ${ended} and left no report`);

  const tests = report.testResults.flatMap((file) => {
    const from = path.relative(root, file.name).split(path.sep).join('/');
    return file.assertionResults.map((test) => ({ status: test.status, name: `${from} > ${test.fullName}` }));
  });
  const named = (...statuses) => tests.filter(({ status }) => statuses.includes(status)).map((t) => t.name);

  // A file that could not be read has failed without a test of its own.
  const broken = report.testResults
    .filter((file) => file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed'))
    .map((file) => `${path.relative(root, file.name)}: the file itself: ${firstLine(file.message)}`);

  const passed = named('passed');
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map((test) => test.name);
  // With the data at hand, a test that still skips for want of it tests nothing.
  const wronglySkipped = referenceDataSet ? skipped.filter((test) => /reference data/i.test(test)) : [];
  const failed = [
    ...named('failed'),
    ...broken,
    ...wronglySkipped.map((test) => `${test}: skipped although REFERENCE_DATA is set`),
  ];

  if (tests.length === 0 && failed.length === 0) failed.push(`${name}: no test ran`);
  if (ended !== 0 && failed.length === 0) {
    failed.push(`${name}: ended with ${ended} although no test failed (see above)`);
  }
  return {
    passed: passed.length,
    failed,
    skipped: skipped.filter((test) => !wronglySkipped.includes(test)),
  };
}

const firstLine = (text) => (text ?? '').split('\n')[0];
