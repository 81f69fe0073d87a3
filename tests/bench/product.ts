/** What the benchmark takes from the product and from the tests' support, loaded through Vite in Node. */
export { rng } from '../../src/base/rng.ts';
export { draftOf, planOf } from '../../src/app/draft.ts';
export { importFiles } from '../../src/app/imports.ts';
export { apart } from '../../src/ingest/types.ts';
export { blobReader } from '../../src/ingest/reader.ts';
export { rollup } from '../../src/model/rollup.ts';
export { defaultScope } from '../../src/model/scope.ts';
export { openPage, serveFolder, startBrowser } from '../support/browser.ts';
export { originOf } from '../support/origin.ts';
export { nodeEngine } from '../support/nodeEngine.ts';
export { plainRollup } from './plainRollup.ts';
