// Starts the plan script: Vite reads the TypeScript, so that no other tool is needed.
import path from 'node:path';
import process from 'node:process';
import { URL, fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const entry = fileURLToPath(new URL('./plan.ts', import.meta.url));
const { module } = await runnerImport(entry, { root, configFile: false, logLevel: 'error' });

// npm starts scripts in the package's folder; names are meant from where the user stands.
const from = process.env['INIT_CWD'] ?? process.cwd();
const say = (line) => process.stdout.write(`${line}\n`);
const resolve = (name) => path.resolve(from, name);
process.exitCode = await module.plan(process.argv.slice(2), { say, resolve });
