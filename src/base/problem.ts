/** Why a data record was set aside; the raw text is kept with it. */
export type SetAsideReason =
  | 'amount_missing'
  | 'amount_unreadable'
  | 'amount_too_large'
  | 'date_missing'
  | 'date_unreadable'
  | 'brackets'
  | 'status'
  | 'cancelled'
  | 'duplicate_order'
  | 'currency_unknown'
  | 'customer_missing';

/** Problems and oddities of a whole file, grouped by how they are repaired; in the order in which they are told. */
export const problemKinds = [
  // Rows that are set aside unless the file is mended.
  'amount_missing',
  'amount_unreadable',
  'amount_too_large',
  'date_missing',
  'date_unreadable',
  'impossible_date',
  'customer_missing',
  // Rows that are read, and how.
  'brackets',
  'trailing_minus',
  'percent',
  'unit_suffix',
  'currency_mark',
  'full_width',
  'two_digit_year',
  'serial_date',
  'roc_year',
  'month_only',
  'year_only',
  'rounded',
  'scale',
  // Rows that mean something else than a sale.
  'walkin',
  'negative',
  'status',
  'cancelled',
  'refund',
  'exact_duplicate',
  'duplicate_order',
  'order_total',
  'fill_down',
  'currency',
  // Identifiers.
  'spelling',
  'lost_digits',
  'masked_id',
  // The text itself.
  'short_row',
  'long_row',
  'open_quote',
  'broken_characters',
  'mixed_encoding',
] as const;

export type ProblemKind = (typeof problemKinds)[number];
