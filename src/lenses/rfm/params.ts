import { noParams } from '../params.ts';

/** Everything that changes a figure belongs to the scheme `rfm`. */
export type RfmParams = Record<string, never>;
export const params = noParams;
