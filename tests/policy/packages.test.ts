import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getAvailableTranspilers } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}
const manifest = (file: string): Manifest => JSON.parse(readFileSync(file, 'utf8')) as Manifest;

/** Every node_modules folder below one, itself included. */
function moduleFolders(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const packages = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .flatMap((entry) =>
      entry.name.startsWith('@')
        ? readdirSync(path.join(folder, entry.name)).map((name) => path.join(entry.name, name))
        : [entry.name],
    );
  return [folder, ...packages.flatMap((name) => moduleFolders(path.join(folder, name, 'node_modules')))];
}

describe('packages', () => {
  it('pins every version exactly', () => {
    const { dependencies, devDependencies } = manifest('package.json');
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.length).toBeGreaterThan(0);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('has the versions installed that it pins', () => {
    const { dependencies, devDependencies } = manifest('package.json');
    const wrong = Object.entries({ ...dependencies, ...devDependencies })
      .map(([name, pinned]) => ({
        name,
        pinned,
        found: manifest(`node_modules/${name}/package.json`).version,
      }))
      .filter(({ pinned, found }) => pinned !== found);
    expect(wrong).toEqual([]);
  });

  // Two copies break `instanceof` between the engine's tables and ours.
  it('has one copy of apache-arrow', () => {
    const copies = moduleFolders('node_modules')
      .map((folder) => path.join(folder, 'apache-arrow'))
      .filter(existsSync);
    expect(copies).toEqual([path.join('node_modules', 'apache-arrow')]);
  });

  // Without its Svelte reader dependency-cruiser passes over every import in a .svelte file in silence.
  it('reads the imports of .svelte and .ts files when it checks who imports whom', () => {
    const readers = getAvailableTranspilers().filter(({ available }) => available);
    expect(readers.map(({ name }) => name)).toEqual(expect.arrayContaining(['svelte', 'typescript']));
  });
});
