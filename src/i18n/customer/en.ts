import type { CustomerWords } from './words.ts';

const s = (count: number, one: string, other: string): string => (count === 1 ? one : other);

export const en: CustomerWords = {
  page: (name) => `Customer ${name}`,
  finding: ({ rank, value, measure, tier, orders, silence, gap }) => {
    const place = rank
      ? `Rank ${rank.rank} of ${rank.of}`
      : `Listed apart from the ranked customers, with net ${measure} of ${value}`;
    const placed = tier === null ? place : `${place}, tier ${tier}`;
    if (!orders) return `${placed}.`;
    if (orders.count === 0) return `${placed}; no order above zero.`;
    const all = `${placed}; ${orders.text} ${s(orders.count, 'order', 'orders')}`;
    if (silence === null) return `${all}.`;
    const last = orders.count === 1 ? `${all}, ${silence} ago` : `${all}, the last ${silence} ago`;
    return gap ? `${last}, ${gap.times} the usual gap of ${gap.usual}.` : `${last}.`;
  },
  back: 'Back to the notebook',
  previous: 'Previous customer',
  next: 'Next customer',
  print: 'Print',
  loading: 'Looking up the customer …',
  failed: (reason) => `The customer’s page could not be made: ${reason}`,
  outside: (id) =>
    `Customer ${id} has no row under the settings in force. Widen the period, or undo the last change.`,
  id: (id) => `Customer id: ${id}`,
  rank: 'Rank',
  rankOf: (rank, of) => `${rank} of ${of}`,
  apart: 'apart',
  apartDefinition: (measure) =>
    `Place by net ${measure}, largest first. Customers whose sum is zero or less are listed apart, unless the settings say otherwise.`,
  notPlaced: 'not placed',
  tier: 'Tier',
  tierDefinition: 'The tier under the active scheme.',
  why: 'Why this tier',
  foot: (period, asOf, measure, returns) =>
    `Period ${period}, as of ${asOf}. Measured by ${measure}; returns: ${returns}.`,
  footUndated: (measure, returns) => `The file has no dates. Measured by ${measure}; returns: ${returns}.`,
  figures: {
    title: 'In figures',
    first: 'First order',
    firstDefinition: 'Day of the first order in the period.',
    last: 'Last order',
    lastDefinition: 'Day of the last order in the period.',
    times: 'Silence over usual gap',
    timesDefinition:
      'Days since the last order over the median number of days between this customer’s own order days.',
    noOrders: 'One row per customer: the file has no single orders.',
    noDates: 'Days, gaps and growth need a date column.',
  },
  silence: {
    title: 'Silence against the customer’s own gaps',
    sentence: (days, usual, longer, of, count) =>
      `Silent for ${days}; the usual gap is ${usual}. ${longer} of ${of} ${s(count, 'gap was', 'gaps were')} at least as long.`,
    oneOrder: 'One order day: there is no gap to compare the silence with.',
    noDates: 'Gaps need a date column.',
    now: 'silence now',
    usual: 'usual gap',
    gap: 'a gap between two order days',
    note: 'One line for each gap between two order days; the mark above is the median, the dot the silence on the as-of day.',
  },
  timeline: {
    title: 'Orders over time',
    sentence: ({ orders, count, from, to, most, day, months }) =>
      count === 1
        ? `One order, on ${from}, worth ${most}.`
        : `${orders} orders from ${from} to ${to}; the largest ${months ? 'month' : 'day'} is ${day} with ${most}.`,
    axis: (measure) => `Net ${measure}`,
    byMonth: 'Bars are months, since the days are too many to be told apart.',
    undated: (rows, count) =>
      `${rows} ${s(count, 'row has', 'rows have')} no date and ${s(count, 'is', 'are')} not drawn.`,
    none: 'No row of this customer has a date.',
    noDates: 'A timeline needs a date column: correct the import and map one.',
    chart: 'Show chart',
    table: 'Show table',
    caption: 'What happened on each day, newest first',
    day: 'Day',
    month: 'Month',
    what: 'Orders',
    orders: (n, count) => `${n} ${s(count, 'order', 'orders')}`,
    onlyReturns: 'returns only',
    rows: { contacts: 'Contacts', tickets: 'Tickets', survey: 'Surveys', receivables: 'Due dates' },
  },
  entries: {
    title: 'Contacts, tickets, surveys and invoices',
    none: 'No contact log, tickets, survey or invoices are joined.',
    newest: (shown, all) => `The newest ${shown} of ${all} are shown.`,
    kinds: { contacts: 'Contact', tickets: 'Ticket', survey: 'Survey', receivables: 'Invoice' },
    day: 'Day',
    kind: 'Kind',
    said: 'What it says',
    undated: 'no date',
    invoice: (amount, order) => (order === null ? amount : `${amount}, order ${order}`),
    paid: (day) => `paid on ${day}`,
    unpaid: 'no payment recorded',
    answer: (question, answer) => `${question}: ${answer}`,
  },
  orders: {
    title: 'Every order',
    caption: 'Orders, newest first',
    day: 'Day',
    order: 'Order',
    content: 'Products',
    amount: 'Amount',
    undated: 'no date',
    more: (names, others, count) => `${names} and ${others} ${s(count, 'other', 'others')}`,
    rows: (n, count) => `${n} ${s(count, 'row', 'rows')}`,
    previous: 'Previous orders',
    next: 'Next orders',
    shown: (from, to, of) => `${from}–${to} of ${of}`,
    note: 'Amounts are net of returns; returns with an order id of their own stand as orders below zero.',
    noLines: 'One row per customer: the file has no single orders.',
  },
  history: {
    title: 'Tier history',
    caption: 'Tier of the customer in each period',
    period: 'Period',
    tier: 'Tier',
    value: (measure) => `Net ${measure}`,
    states: { net_nonpositive: 'net zero or less', none: 'no orders', new: 'not yet a customer' },
    recomputed: 'Each period has cuts of its own.',
    kept: (period) => `All periods have the cut values of ${period}.`,
    none: 'The data in scope do not cover two periods.',
    noDates: 'A history needs a date column.',
    partial: 'not covered in full',
    replaced: 'There are fewer than two such periods in the data, so others are compared.',
    scheme: 'Scheme of the history',
    schemeDefinition: 'Any scheme of this notebook; it is applied to all customers of each period.',
    active: (scheme) => `active: ${scheme}`,
    unit: 'Periods of the history',
    unitDefinition:
      'The last two to four such periods of the calendar that the data cover, at least in part.',
    units: {
      auto: 'as the data suggest',
      year: 'years',
      half: 'half-years',
      quarter: 'quarters',
      month: 'months',
    },
    cuts: 'Cuts of the history',
    cutsDefinition:
      'Recomputed: a tier says where the customer stood among the customers of that period. Kept: it says whether the customer passed the cut values of the first period.',
    cutOptions: { recompute: 'recomputed in each period', keep: 'kept from the first period' },
  },
  scores: {
    title: 'Scores and their parts',
    note: 'Weights of unknown parts are spread over the others; what each part adds sums to the score.',
    notPlaced: (scheme) => `${scheme} does not place this customer.`,
    allUnknown: 'Nothing that this score looks at is known of the customer.',
    part: 'Part',
    value: 'Value',
    points: 'Points',
    weight: 'Weight',
    adds: 'Adds',
    of: (score, most) => `${score} of ${most}`,
    unknown: 'unknown',
    missing: 'not in the files',
    level: (level, levels) => `level ${level} of ${levels}`,
    score: (name, score) => `${name}: ${score}`,
    tier: (name) => `Tier: ${name}`,
  },
  mix: {
    title: 'What is bought, then and now',
    sentence: ({ drift, name, before, after }) =>
      `Drift of ${drift} between the two halves; ${name} moved most, from ${before} to ${after}.`,
    same: 'The shares are the same in both halves.',
    oneHalf: 'Nothing was bought in one of the two halves, so there is no drift to measure.',
    drift: 'Drift',
    driftDefinition:
      'Cosine distance between the shares of the two halves: 0 means the same proportions, 1 nothing in common.',
    by: 'Divided by',
    byDefinition: 'Amounts of the lines above zero; returns are left out.',
    roles: { category: 'category', product: 'product', channel: 'channel', region: 'region' },
    caption: 'Shares of what was bought in the first and in the second half of the customer’s history',
    first: 'First half',
    last: 'Second half',
    change: 'Change',
    blank: '(blank)',
    others: (n, count) => `${n} ${s(count, 'other', 'others')}`,
    halves: (first, second) =>
      `First half ${first}, second half ${second}: the days from the first to the last order.`,
    noColumn: 'Needs a category, product, channel or region column: correct the import and map one.',
    noDates: 'The file has no dates, so there are no two halves to compare.',
    oneDay: 'All orders are on one day, so there are no two halves to compare.',
  },
  profile: {
    title: 'Profile',
    none: 'No customer list is joined, and no column speaks of customers.',
    empty: 'The customer list does not mention this customer.',
  },
  notes: {
    title: 'Notes',
    label: 'Notes on this customer',
    hint: 'Kept in this notebook when the field is left; never part of a link.',
  },
};
