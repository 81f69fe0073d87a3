import type { Store } from '../ports/store.ts';

/** Other pages may live on the same origin, under another path. */
const prefix = 'vital-few:';

/** localStorage, which may be missing, forbidden or full: then a setting lasts as long as the page. */
export function localStore(): Store {
  const session = new Map<string, string>();
  return {
    get(key) {
      const here = session.get(key);
      if (here !== undefined) return here;
      try {
        return localStorage.getItem(prefix + key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      session.set(key, value);
      try {
        localStorage.setItem(prefix + key, value);
      } catch {
        // kept in `session`
      }
    },
  };
}
