/**
 * What the engine and this page cannot do without. The first versions that have all of it, named in the message of
 * i18n: Chrome and Edge 110 and Firefox 115 (toSorted decides), Safari 16.4 (DecompressionStream decides).
 */
export type Feature = 'WebAssembly' | 'WebAssembly exceptions' | 'BigInt64Array' | 'DecompressionStream' | 'Worker' | 'Array.toSorted'; // prettier-ignore

/** A module whose only function is `try {} catch_all {}`; it validates where the exceptions proposal is built in. */
const exceptions = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
]);

const tests: Readonly<Record<Feature, () => boolean>> = {
  WebAssembly: () => typeof WebAssembly === 'object',
  'WebAssembly exceptions': () => typeof WebAssembly === 'object' && WebAssembly.validate(exceptions),
  BigInt64Array: () => typeof BigInt64Array === 'function',
  DecompressionStream: () => typeof DecompressionStream === 'function',
  Worker: () => typeof Worker === 'function',
  'Array.toSorted': () => 'toSorted' in Array.prototype,
};

/** What this browser lacks; empty when everything is there. */
export const missingFeatures = (): readonly Feature[] =>
  (Object.keys(tests) as Feature[]).filter((feature) => !tests[feature]());
