/** The list is a page of the ranked customers that every cell shares: no statement of its own. */
export const query = (): Record<string, string> => ({});
