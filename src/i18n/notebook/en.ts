import type { NotebookWords } from './words.ts';

export const en: NotebookWords = {
  steps: {
    activate: (scheme) => `tiers by ${scheme}`,
    scheme: (scheme) => `scheme ${scheme}`,
    remove_scheme: (scheme) => `scheme ${scheme} deleted`,
    note: (customer) => `note on ${customer}`,
  },
  bar: {
    label: 'What all cells speak of',
    period: (range) => `Period ${range}`,
    asOf: (day) => `as of ${day}`,
    measure: (name) => `measured by ${name}`,
    tiers: (scheme) => `tiers: ${scheme}`,
    noDates: 'no dates in the file',
    change: 'Change',
  },
  footAsOf: (day) => `As of ${day}.`,
  outsiders: {
    summary: (n, count) => `${n} ${count === 1 ? 'person' : 'people'} without an order.`,
    first: (n) => `The first ${n} are shown.`,
    id: 'Customer',
    name: 'Name',
  },
  ownSchemesLeftOut:
    'Schemes of your own that name words of the file are not part of the link: save them as files.',
};
