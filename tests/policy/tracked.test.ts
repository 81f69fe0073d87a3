import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What git keeps or would keep: new files count before they are added. */
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(file));

const isText = (file: string): boolean => !readFileSync(file).subarray(0, 8000).includes(0);
const texts = tracked.filter(isText).map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Lines of all texts that match, as `file:line`. */
function places(pattern: RegExp, except: readonly string[] = []): string[] {
  return texts
    .filter(({ file }) => !except.includes(file))
    .flatMap(({ file, text }) =>
      text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}`] : [])),
    );
}

/** Files over the limit, each with the reason why it stays in one piece. */
const mayBeLong: Readonly<Record<string, string>> = {};
const lineLimit = 400;

describe('tracked files', () => {
  it('are seen at all', () => {
    expect(texts.map(({ file }) => file)).toContain('package.json');
  });

  // The words are put together here, or this file would find itself.
  it('name no folder of the machine they were written on', () => {
    expect(places(new RegExp(`(^|[^\\w./-])/${'work'}(?![\\w-])`))).toEqual([]);
    expect(places(new RegExp(`\\.\\./${'shared'}(?![\\w-])`), ['.ci/run'])).toEqual([]);
  });

  it('name no package registry', () => {
    const configured = execFileSync('npm', ['config', 'get', 'registry'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    const hosts = [
      ['registry', 'npmjs', 'org'].join('.'),
      ['registry', 'yarnpkg', 'com'].join('.'),
      ['deb', 'debian', 'org'].join('.'),
      new URL(configured).host,
    ];
    const anyHost = hosts.map((host) => host.replace(/[.[\]]/g, '\\$&')).join('|');
    expect(places(new RegExp(anyHost, 'i'))).toEqual([]);
    expect(tracked.filter((file) => /(^|\/)\.(npmrc|yarnrc.*)$/.test(file))).toEqual([]);
  });

  it(`hold at most ${lineLimit} lines of source each`, () => {
    const long = texts
      .filter(({ file }) => /^(src|tests)\/.*\.(ts|mts|js|mjs|cjs|svelte|css)$/.test(file))
      .filter(({ text }) => text.split('\n').length - 1 > lineLimit)
      .map(({ file }) => file);
    expect(long.filter((file) => !(file in mayBeLong))).toEqual([]);
    expect(Object.keys(mayBeLong).filter((file) => !long.includes(file))).toEqual([]);
  });
});
