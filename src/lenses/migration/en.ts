import { say, type Sentence } from '../say.ts';
import type { Words } from './words.ts';

/** Short marks such as A stand before the noun, longer names after it. */
const inTier = (n: string, tier: string): string =>
  tier.length <= 2
    ? `${n} ${tier} ${n === '1' ? 'customer' : 'customers'}`
    : `${n} ${n === '1' ? 'customer' : 'customers'} in “${tier}”`;

/** Comma between the parts, "and" before the last. */
function series(parts: readonly Sentence[]): Sentence {
  return parts.flatMap((part, i): Sentence => {
    if (i === 0) return part;
    return [i === parts.length - 1 ? ' and ' : ', ', ...part];
  });
}

export const en: Words = {
  title: 'Tier migration',
  question: () => 'Who rose, who fell and who stopped buying between two periods?',
  reasons: {
    no_dates: 'Tiers of two periods need a date column: correct the import.',
    no_customers: 'No row with a customer is in scope. Widen the period, or map a customer column.',
    one_period: 'The data in scope cover a single day, and one period has nothing to be compared with.',
    nobody_placed: 'The scheme places nobody in one of the periods, because the total there is zero or less.',
    nobody_in_periods: 'No customer has a row before the end of the periods that are compared.',
  },
  insight: (s) => {
    const parts: Sentence[] = [
      say`${s.stayed} stayed${s.tier.length <= 2 ? ` ${s.tier}` : ' there'} in ${s.to}${s.share === null ? '' : ` (${s.share})`}`,
    ];
    if (s.rose) parts.push(say`${s.rose} rose`);
    if (s.fell) parts.push(say`${s.fell} fell`);
    if (s.negative) parts.push(say`${s.negative} ended at net zero or less`);
    if (s.none) parts.push(say`${s.none} placed no order`);
    const gone = s.gone
      ? say`; ${s.gone.one ? 'that one' : `those ${s.gone.customers}`} had ${s.measure} of ${s.gone.value} in ${s.from}`
      : [];
    return say`Of ${inTier(s.all, s.tier)} in ${s.from}, ${series(parts)}${gone}.`;
  },
  nobodyBefore: (from, to, joined, one) =>
    say`Nobody had a tier in ${from}; ${joined} ${one ? 'customer has' : 'customers have'} one in ${to}.`,
  keptRule: (from) => `All periods are placed by the cut values of ${from}.`,
  recomputedRule: 'Each period is placed by cuts of its own, so that one customer’s rise is another’s fall.',
  states: { net_nonpositive: 'Net zero or less', none: 'No orders', new: 'New' },
  notYet: 'Not a customer yet',
  periods: (list) => `Periods: ${list}.`,
  incomplete: 'not covered wholly',
  leftOut: (list) => `Left out, because the data do not cover it wholly: ${list}.`,
  replaced: 'Of the periods asked for fewer than two are in the data, so others are compared.',
  overlap: 'The periods share days or are not in the order of time.',
  unequal: 'The periods are not equally long, so that values and the index compare only roughly.',
  missing: 'The scheme looks at something that the files do not have; rules about it hold for nobody.',
  undated: (n, count) =>
    `${n} ${count === 1 ? 'customer has' : 'customers have'} no dated row and belong to no period.`,
  heldBack: (held, found, periods) =>
    `A tier changes only after ${periods} periods in a row: ${held} of ${found} changes of tier are not counted.`,
  undrawn: (n) => `Not drawn: ${n} without an order in two periods in a row.`,
  rule: (scheme) => `Scheme: ${scheme}.`,
  flowTitle: 'Flows',
  flowHelp:
    'Tab reaches the picture; arrows move from flow to flow, Home and End to the first and the last, Enter opens the customers.',
  tableTitle: (from, to) => `From ${from} to ${to}`,
  caption: (from, to) => `Customers by state in ${from} (rows) and in ${to} (columns)`,
  corner: 'From',
  all: 'All',
  customers: (n, count) => `${n} ${count === 1 ? 'customer' : 'customers'}`,
  byCustomers: 'Show customers',
  byValue: 'Show value',
  showFlows: 'Show flows',
  hideFlows: 'Hide flows',
  flow: (from, to, customers, share) =>
    `${from} to ${to}: ${customers}${share === null ? '' : `, ${share} of ${from}`}`,
  moved: (from, to) => `value ${from} before, ${to} after`,
  also: '; ',
  flowSet: (from, to, first, second) =>
    `Customers who were “${from}” in ${first} and “${to}” in ${second}.`,
  fromSet: (from, first, second) => `Customers who were “${from}” in ${first}, compared with ${second}.`,
  toSet: (to, first, second) => `Customers who are “${to}” in ${second}, compared with ${first}.`,
  allSet: (first, second) => `Customers with a row up to the end of ${second}, compared with ${first}.`,
  upSet: (first, second) => `Customers whose tier rose from ${first} to ${second}.`,
  downSet: (first, second) => `Customers whose tier fell from ${first} to ${second}.`,
  staySet: (first, second) => `Customers with the same tier in ${first} and ${second}.`,
  leftSet: (to, first, second) => `Customers with a tier in ${first} who are “${to}” in ${second}.`,
  joinedSet: (first, second) => `Customers with a tier in ${second} whose first row comes after the end of ${first}.`,
  returnedSet: (first, second) => `Customers with a tier in ${second} who had none in ${first} though they were known by then.`,
  summary: {
    stayed: { label: 'Same tier', definition: 'Customers with the same tier in both periods; the share is of all who had a tier in the first.' },
    up: { label: 'Moved up', definition: 'Customers with a better tier in the second period; the share is of all who had a tier in the first.' },
    down: { label: 'Moved down', definition: 'Customers with a worse tier in the second period, without those who have none; the share is of all who had a tier in the first.' },
    lost: { label: 'Placed no order', definition: 'Customers with a tier in the first period and without any row in the second.' },
    negative: { label: 'Fell to net zero or less', definition: 'Customers with a tier in the first period whose returns are as large as their orders, or larger, in the second.' },
    joined: { label: 'New', definition: 'Customers with a tier in the second period whose first row comes after the end of the first.' },
    returned: { label: 'Came back', definition: 'Customers with a tier in the second period who had no order, or a net of zero or less, in the first, and were known before its end.' },
    ratio: { label: 'Up against down', definition: 'Customers who moved up for each one who moved down.' },
    retained: { label: 'Retained value', definition: 'What the customers with a tier in the first period bring in the second, whatever their tier then; the share is of what they brought in the first.' },
    shorrocks: { label: 'Shorrocks index', definition: '(n − the sum of the shares that stay) / (n − 1), over the tiers and one state without a tier: “net zero or less”, “no orders” and “new” together. 0: nobody moves; 1: where one was says nothing about where one is. States nobody starts from are left out. Not comparable between periods of different length (Shorrocks 1978).' },
  },
  valueMoved: (from, to) => `${from} before, ${to} after`,
  retainedText: (from, to, share) => `${to} of ${from} (${share})`,
  settings: {
    scheme: { label: 'Tiers by', definition: 'The scheme whose tiers are compared; by default the one that is active in this notebook.' },
    cuts: { label: 'Cuts', definition: 'Kept: what a customer needed for a tier in the first period is needed in the others too. Anew: each period has cuts of its own, so that moves up and down balance by force.' },
    unit: { label: 'Periods', definition: 'By default the longest of year, half-year, quarter and month of which enough complete ones are in the data, else equal stretches of days. A season is the same three months of successive years.' },
    count: { label: 'How many', definition: 'Periods that are compared, the last ones in the data.' },
    season: { label: 'Season begins in month', definition: 'A season is this month and the two after it.' },
    days: { label: 'Days in a period', definition: 'Periods of this many days, back from the last day; empty: the days there are, in equal parts.' },
    partial: { label: 'Partial periods', definition: 'A period is partial when the data begin after its first day or end before its last one; up to three days and three in a hundred may be missing, for holidays. Partial periods understate what customers bring.' },
    after: { label: 'A tier changes', definition: 'After several periods: a customer keeps the tier until as many periods in a row are all better or all worse, and then gets the nearest of theirs. Needs one period more than that.' },
    pair: { label: 'The table compares', definition: 'Which two of the periods the table, the sentence and the figures compare.' },
    from: { label: 'First day', definition: 'A day of your own instead of the calendar’s. The document’s period still limits which rows count.' },
    to: { label: 'Last day', definition: 'A day of your own instead of the calendar’s; the day itself counts.' },
  },
  active: (scheme) => `the active scheme (${scheme})`,
  options: {
    cuts: { keep: 'of the first period, kept', recompute: 'anew in each period' },
    unit: { auto: 'automatic', year: 'years', half: 'half-years', quarter: 'quarters', month: 'months', season: 'the same season', rolling: 'equal days' },
    partial: { exclude: 'left out', mark: 'compared and marked' },
    after: { 1: 'at once', 2: 'after 2 periods', 3: 'after 3 periods' },
  },
  pair: (from, to) => `${from} with ${to}`,
  fromOf: (period) => `Period ${period}, first day`,
  toOf: (period) => `Period ${period}, last day`,
  autoUnit: (unit) => `automatic (${unit})`,
  backToCalendar: 'Back to the calendar',
  ownTitle: 'Own dates',
}; // prettier-ignore
