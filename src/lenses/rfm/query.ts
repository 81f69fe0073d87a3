import type { Frame, Needs } from '../types.ts';

export const schemeId = 'rfm';

/** Recency, orders and value come with the customer rollup: no statement of its own. */
export const query = (): Record<string, string> => ({});

export const needs = (_frame: Frame): Needs => ({ schemes: [schemeId] });
