/** Two schemes are crossed from the tiers that the notebook makes: no statement of its own. */
export const query = (): Record<string, string> => ({});
