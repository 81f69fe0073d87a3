import type { ImportWords } from './words.ts';

const s = (count: number, one: string, other: string): string => (count === 1 ? one : other);
const rows = (n: string, count: number): string => `${n} ${s(count, 'row', 'rows')}`;
const amounts = (n: string, count: number): string => `${n} ${s(count, 'amount', 'amounts')}`;
const dates = (n: string, count: number): string => `${n} ${s(count, 'date', 'dates')}`;

export const problem: ImportWords['problem'] = {
  amount_missing: { what: (n, count) => `${rows(n, count)} without an amount`, done: 'Set aside.' },
  amount_unreadable: {
    what: (n, count) => `${amounts(n, count)} that cannot be read as ${s(count, 'a number', 'numbers')}`,
    done: 'Set aside. Look at the decimal mark first; else mend the file.',
  },
  amount_too_large: { what: (n, count) => `${amounts(n, count)} above 100 trillion`, done: 'Set aside.' },
  date_missing: { what: (n, count) => `${rows(n, count)} without a date`, done: 'Set aside.' },
  date_unreadable: {
    what: (n, count) => `${dates(n, count)} that cannot be read`,
    done: 'Set aside. Look at the date order first; else mend the file.',
  },
  impossible_date: { what: (n, count) => `${dates(n, count)} that no calendar has, like 31/02`, done: '' },
  customer_missing: {
    what: (n, count) => `${rows(n, count)} without a customer`,
    done: 'Set aside: without a customer there is nothing to join.',
  },
  brackets: { what: (n, count) => `${amounts(n, count)} in brackets, like (1,200.00)`, done: '' },
  trailing_minus: {
    what: (n, count) => `${amounts(n, count)} with the minus behind, like 1,200.00-`,
    done: 'Read as negative.',
  },
  percent: {
    what: (n, count) => `${n} ${s(count, 'number', 'numbers')} with a percent sign`,
    done: 'Read as hundredths: 12% is 0.12.',
  },
  unit_suffix: {
    what: (n, count) => `${amounts(n, count)} with a unit behind, like 3k or ten thousands`,
    done: 'Read in full: the unit is multiplied out.',
  },
  currency_mark: {
    what: (n, count) => `${amounts(n, count)} with a currency sign`,
    done: 'Read without the sign; the currency is kept.',
  },
  full_width: {
    what: (n, count) => `${n} ${s(count, 'number', 'numbers')} in full-width digits`,
    done: 'Read as ordinary digits.',
  },
  two_digit_year: {
    what: (n, count) => `${dates(n, count)} with a year of two digits`,
    done: 'Read as 1970 to 2069.',
  },
  serial_date: {
    what: (n, count) => `${dates(n, count)} as a spreadsheet’s day number, like 45292`,
    done: 'Read as dates.',
  },
  roc_year: {
    what: (n, count) => `${dates(n, count)} in years of the Republic of China`,
    done: 'Read as the year plus 1911.',
  },
  month_only: {
    what: (n, count) => `${dates(n, count)} with a month but no day`,
    done: 'Read as the first day of that month.',
  },
  year_only: {
    what: (n, count) => `${dates(n, count)} with a year but no month and day`,
    done: 'Read as the first day of that year.',
  },
  rounded: {
    what: (n, count) => `${amounts(n, count)} with more than four decimals`,
    done: 'Rounded to four decimals.',
  },
  scale: { what: (n) => `Amounts in units of ${n}`, done: '' },
  walkin: {
    what: (n, count) => `${rows(n, count)} without a customer`,
    done: 'Used and counted as a pool of walk-in sales, outside the ranking.',
  },
  negative: {
    what: (n, count) => `${rows(n, count)} with a negative amount`,
    done: 'Read as returns and subtracted inside the customer.',
  },
  status: { what: (n, count, detail) => `${rows(n, count)} with status “${detail}”`, done: '' },
  cancelled: {
    what: (n, count) => `${rows(n, count)} of cancelled invoices (number begins with C)`,
    done: '',
  },
  refund: { what: (n, count) => `${rows(n, count)} with an amount in the refund column`, done: '' },
  exact_duplicate: {
    what: (n, count) =>
      `${n} exact duplicate ${s(count, 'row', 'rows')}: equal to an earlier row in every cell`,
    done: '',
  },
  duplicate_order: {
    what: (n, count) => `${rows(n, count)} with an order id that came before`,
    done: '',
  },
  order_total: {
    what: (n, count) =>
      `${rows(n, count)} that ${s(count, 'repeats the amount of its order', 'repeat the amount of their order')}`,
    done: '',
  },
  fill_down: {
    what: (n, count) =>
      `${rows(n, count)} that ${s(count, 'goes on with an order and leaves', 'go on with an order and leave')} its fields blank`,
    done: '',
  },
  currency: { what: (n, count, detail) => `${rows(n, count)} in ${detail}`, done: '' },
  spelling: {
    what: (n, count) => `${n} ${s(count, 'customer', 'customers')} written in several ways`,
    done: '',
  },
  lost_digits: {
    what: (n, count) => `${n} ${s(count, 'id', 'ids')} in which a spreadsheet has lost digits, like 1.23E+17`,
    done: 'Kept as they are: different customers may have become one. Export again with ids as text.',
  },
  masked_id: {
    what: (n, count) => `${rows(n, count)} with a masked customer, like 138****0000`,
    done: 'Kept as they are: several people may share one mask.',
  },
  short_row: {
    what: (n, count) => `${rows(n, count)} with missing cells`,
    done: 'Used; the missing cells are blank.',
  },
  long_row: {
    what: (n, count) => `${rows(n, count)} with extra cells`,
    done: 'Used; the extra cells belong to no column and are left out.',
  },
  open_quote: {
    what: (n, count) => `${n} ${s(count, 'quote', 'quotes')} that ${s(count, 'is', 'are')} never closed`,
    done: 'Read as a plain character.',
  },
  broken_characters: {
    what: (n, count) => `${rows(n, count)} with characters that the encoding does not have`,
    done: 'Used; each is shown as a replacement mark.',
  },
  mixed_encoding: {
    what: (n, count) => `${rows(n, count)} in another encoding than the rest`,
    done: 'Read in their own encoding.',
  },
};
