import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tokensCss } from '../../../src/charts/css.ts';

const file = new URL('../../../src/ui/tokens.css', import.meta.url);

it('is what src/ui/tokens.css holds (UPDATE_TOKENS=1 writes it)', () => {
  if (process.env['UPDATE_TOKENS']) writeFileSync(file, tokensCss());
  expect(readFileSync(file, 'utf8')).toBe(tokensCss());
});

it('gives every colour in both modes, and nothing that is not a value', () => {
  const css = tokensCss();
  expect(css).not.toMatch(/undefined|NaN|null/);
  const names = (block: string) => [...block.matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]);
  const [light, dark] = ["[data-theme='light']", "[data-theme='dark']"].map((selector) => {
    const start = css.indexOf(`${selector} {`);
    return names(css.slice(start, css.indexOf('}', start)));
  });
  expect(light!.length).toBeGreaterThan(50);
  expect(dark).toEqual(light);
  for (const name of ['--bg', '--ink-2', '--pencil', '--tier-a-label', '--seq-6-ink', '--div-3']) {
    expect(light).toContain(name);
  }
});

it('gives every name that the parts ask for', () => {
  const folder = new URL('../../../src/ui/', import.meta.url);
  const defined = new Set([...tokensCss().matchAll(/(--[a-z0-9-]+):/g)].map((match) => match[1]));
  for (const name of readdirSync(folder).filter((name) => /\.(css|svelte)$/.test(name))) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const own = new Set([...text.matchAll(/(--[a-z0-9-]+)[=:]/g)].map((match) => match[1]));
    for (const [, asked] of text.matchAll(/var\((--[a-z0-9-]+)[,)]/g)) {
      expect(defined.has(asked) || own.has(asked), `${name} asks for ${asked}`).toBe(true);
    }
  }
});
