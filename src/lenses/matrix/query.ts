/** Value, growth and the mapped potential come with the customer rollup: no statement of its own. */
export const query = (): Record<string, string> => ({});
