/** Nothing is asked: what files cover is found out once, with their import. */
export const query = (): Record<string, string> => ({});
