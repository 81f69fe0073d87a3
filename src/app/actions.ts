import { numbers } from '../base/table.ts';
import type { CellActions, RankSet } from '../lenses/types.ts';
import { cohortQuery, joinedQuery, orderQuery, searchQuery } from '../model/find.ts';
import type { Session } from './session.svelte.ts';

/** Opens the customers behind a number; held by the page's drawer. */
export interface Opening {
  readonly set: RankSet;
  readonly sentence: string;
}

const ranks = (values: Float64Array): Uint32Array => Uint32Array.from(values);

/** What a cell's view may ask, bound to the session. */
export function actionsFor(
  session: Session,
  cell: string,
  open: (opening: Opening) => void,
  files: { customers(set?: RankSet): void; setAside(): void },
): CellActions {
  const ask = async (sql: string | null): Promise<Uint32Array> => {
    if (!sql) return new Uint32Array();
    return ranks(numbers(await session.ports.engine.query(sql), 'k'));
  };
  return {
    open: (set, sentence) => open({ set, sentence }),
    setValues: (values) => session.step({ kind: 'cell', cell, values }),
    previewTiers: (change) => (session.preview = change),
    setTiers: (change) => session.step({ kind: 'tiers', change }),
    identify: (rank) => ({
      id: session.frame?.customers.ids.at(rank) ?? '',
      name: session.frame?.customers.names?.at(rank) ?? null,
    }),
    search: (text) => ask(session.frame && searchQuery(session.frame.rollup, text)),
    inOrder: () => ask(session.frame && orderQuery(session.frame.rollup)),
    fileNames: session.opened?.drafts.map((draft) => draft.name) ?? [],
    attributeName: (column) =>
      session.frame?.model.attributes.find((attribute) => attribute.column === column)?.header ?? column,
    joined: (source, inside) => {
      const shape = session.frame?.coverage.sides.find((side) => side.source === source)?.shape;
      return ask(session.frame && shape ? joinedQuery(session.frame.rollup, shape, source, inside) : null);
    },
    cohort: (month, k) => ask(session.frame && cohortQuery(session.frame.rollup, month, k)),
    exportCustomers: files.customers,
    duplicateRows: async () => (await session.opened?.data?.duplicateRows()) ?? 0,
    exportSetAside: files.setAside,
    painted: (revision) => session.painted(cell, revision),
  };
}
