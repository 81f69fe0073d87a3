import type { Address } from '../ports/address.ts';

interface Entry {
  readonly mark: string;
}

const markOf = (state: unknown): string | null =>
  typeof state === 'object' && state !== null && typeof (state as Entry).mark === 'string'
    ? (state as Entry).mark
    : null;

export function browserAddress(): Address {
  const bare = (): string => location.href.split(/[?#]/)[0] ?? '';
  const at = (fragment: string): string => (fragment ? `${bare()}#${fragment}` : bare());
  return {
    query: () => location.search.slice(1),
    fragment: () => location.hash.slice(1),
    link: at,
    mark: (mark) => history.replaceState({ mark } satisfies Entry, ''),
    replace: (fragment, mark) => history.replaceState({ mark } satisfies Entry, '', at(fragment)),
    push: (fragment, mark) => history.pushState({ mark } satisfies Entry, '', at(fragment)),
    onMove: (fn) => {
      // A changed fragment fires popstate as well, with a null state.
      const moved = (event: PopStateEvent): void => fn(markOf(event.state));
      addEventListener('popstate', moved);
      return () => removeEventListener('popstate', moved);
    },
  };
}
