import { numbers } from '../base/table.ts';
import { frameWords } from '../i18n/frame.ts';
import type { CellActions, Outsiders, RankSet } from '../lenses/types.ts';
import { cohortQuery, joinedQuery, orderQuery, searchQuery } from '../model/find.ts';
import { noTexts } from '../model/metrics/textsSql.ts';
import { defaultMetricOptions } from '../model/metrics/types.ts';
import type { Scheme, Tiering } from '../model/schemes/types.ts';
import { samples } from '../samples/index.ts';
import type { Session } from './session.svelte.ts';

/** Opens the customers behind a number; held by the page's drawer. */
export type Opening =
  | { readonly kind: 'customers'; readonly set: RankSet; readonly sentence: string }
  | { readonly kind: 'outsiders'; readonly people: Outsiders; readonly sentence: string };

const ranks = (values: Float64Array): Uint32Array => Uint32Array.from(values);

/** What a cell's view may ask, bound to the session. */
export function actionsFor(
  session: Session,
  cell: string,
  open: (opening: Opening) => void,
  files: { customers(set?: RankSet): void; setAside(): void; scheme(scheme: Scheme): void },
): CellActions {
  // What failed is said by the page; the view that asked goes on as if nothing had been asked.
  const told = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((thrown: unknown) => {
      session.missed(thrown);
      return new Promise<never>(() => undefined);
    });
  const ask = async (sql: string | null): Promise<Uint32Array> => {
    const { frame, opened } = session;
    if (!sql || !frame || !opened?.data) return new Uint32Array();
    return ranks(numbers(await told(opened.data.askOnce(frame, sql)), 'k'));
  };
  return {
    open: (set, sentence) => open({ kind: 'customers', set, sentence }),
    openOutsiders: (people, sentence) => open({ kind: 'outsiders', people, sentence }),
    openCustomer: (rank) => session.openCustomer(rank),
    activate: (scheme) => session.step({ kind: 'activate', scheme }),
    setScheme: (scheme, activate) =>
      session.step({ kind: 'scheme', scheme, ...(activate && { activate: true }) }),
    removeScheme: (scheme) => session.step({ kind: 'remove_scheme', scheme }),
    trySchemes: async (schemes) => {
      const { frame, opened } = session;
      if (!frame || !opened?.data) return [];
      const tried: Tiering[] = [];
      for (const scheme of schemes) tried.push(await told(opened.data.tiering(scheme, frame)));
      return tried;
    },
    textValues: async (field) => {
      const { frame, opened } = session;
      if (!frame || !opened?.data) return noTexts(0);
      const needs = { numbers: [], texts: [field], options: defaultMetricOptions, silence: false };
      return (await told(opened.data.metrics(needs, frame))).text(field);
    },
    exportScheme: files.scheme,
    setScope: (change) => session.step({ kind: 'scope', change }),
    samples: samples.map(({ id }) => ({ id, name: frameWords[session.look.lang].sampleName[id] ?? id })),
    sampleValues: async (id) => {
      const first = await samples.find((sample) => sample.id === id)?.first();
      return Float64Array.from((first?.values ?? []).filter((value) => value > 0));
    },
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
