import type { Role } from '../../base/role.ts';
import { availableMeasures, type Model } from '../model.ts';
import { attributesAbout, type Topic } from './headers.ts';
import { metricIds, type MetricId, type MetricOptions, type MetricUnit, type TextId } from './types.ts';

/** How the number of a metric is to be read; see MetricUnit. */
export const metricUnits: Readonly<Record<MetricId, MetricUnit>> = {
  value: 'measure', value_share: 'share', orders: 'count', average_order: 'money', recency_days: 'days',
  tenure_days: 'days', growth: 'measure', growth_rate: 'share', potential: 'number',
  amount: 'money', profit: 'money', margin: 'share', quantity: 'number', categories: 'count', products: 'count',
  returns_rate: 'share',
  usual_gap: 'days', order_days: 'count', active_months: 'count', cv: 'number', periods: 'count', trend: 'share',
  year_value: 'measure', year_growth_1: 'share', year_growth_2: 'share', year_cagr: 'share', repurchase_rate: 'share',
  satisfaction: 'score', recommend: 'score', repurchase: 'share', repurchase_or_rate: 'share', cooperation: 'score', loyalty: 'score',
  influence: 'number', size: 'number', standing: 'number', innovation: 'number',
  contacts: 'count', contacts_in: 'count', contacts_out: 'count', followups: 'count', outbound_quarters: 'count',
  proposals: 'count', joint: 'count',
  overdue_days: 'days', overdue_share: 'share', limit_use: 'share', outstanding: 'money', complaints: 'count',
  flags: 'count', industry_growth: 'share',
}; // prettier-ignore

/** Answers by the column that they stand in. */
export const answerColumns = {
  satisfaction: 'satisfaction',
  recommend: 'recommend',
  repurchase: 'repurchase_prob',
  cooperation: 'cooperation',
  loyalty: 'loyalty',
} as const satisfies Partial<Record<MetricId, Role>>;
export type AnswerId = keyof typeof answerColumns;
export const isAnswer = (id: MetricId): id is AnswerId => Object.hasOwn(answerColumns, id);

/** Grades of a customer, by what the header of the attribute speaks of. */
export const gradeTopics = {
  influence: 'influence',
  standing: 'standing',
  innovation: 'innovation',
} as const satisfies Partial<Record<MetricId, Topic>>;
export type GradeId = keyof typeof gradeTopics | 'size';
export const isGrade = (id: MetricId): id is GradeId => id === 'size' || Object.hasOwn(gradeTopics, id);

const surveyed: ReadonlySet<string> = new Set<Role>(['satisfaction', 'recommend', 'repurchase_prob', 'expectation', 'loyalty']); // prettier-ignore

/** Where a text of customers stands; the first that has it says it. */
export interface TextPlace {
  readonly survey: boolean;
  /** Column of `customers`. */
  readonly attribute: boolean;
  /** Column of `lines`; what `customers` has is not looked for there. */
  readonly lines: boolean;
}

export function textPlace(id: TextId, model: Model): TextPlace {
  const attribute = model.attributes.some(({ column }) => column === id);
  return {
    survey: surveyed.has(id) && model.sides.includes('survey'),
    attribute,
    lines: !attribute && (model.dimensions as readonly string[]).includes(id),
  };
}

const hasText = (id: TextId, model: Model): boolean => Object.values(textPlace(id, model)).includes(true);

/** The attribute that a grade is read from; null where none speaks of it. */
export function gradeColumn(id: GradeId, model: Model): TextId | null {
  if (id === 'size') return hasText('size', model) ? 'size' : null;
  return attributesAbout(gradeTopics[id], model)[0] ?? null;
}

const attributed = (role: Role, model: Model): boolean => model.attributes.some((a) => a.role === role);

/** Whether the file has what years are measured by. */
const hasVolume = (volume: MetricOptions['volume'], model: Model): boolean =>
  volume === 'measure' || availableMeasures(model).includes(volume);

const isMetric = (id: string): id is MetricId => (metricIds as readonly string[]).includes(id);
/** Roles that are also metrics by name; of these `kind` says which is meant. */
type Kind = 'metric' | 'text';

/**
 * Whether the open files have what a metric or text is made of. Ids that are both (satisfaction, size …) are metrics
 * unless `kind` says text.
 */
export function available(
  id: MetricId | TextId,
  model: Model,
  { kind = 'metric', volume = 'measure' }: { kind?: Kind; volume?: MetricOptions['volume'] } = {},
): boolean {
  if (kind === 'text' || !isMetric(id)) return hasText(id as TextId, model);
  if (isAnswer(id)) return hasText(answerColumns[id], model);
  if (isGrade(id)) return gradeColumn(id, model) !== null;
  switch (id) {
    case 'recency_days':
    case 'tenure_days':
    case 'growth':
    case 'growth_rate':
    case 'usual_gap':
    case 'order_days':
    case 'active_months':
    case 'cv':
    case 'periods':
    case 'trend':
    case 'repurchase_rate':
      return model.dates;
    case 'repurchase_or_rate':
      return model.dates || hasText(answerColumns.repurchase, model);
    case 'year_value':
    case 'year_growth_1':
    case 'year_growth_2':
    case 'year_cagr':
      return model.dates && hasVolume(volume, model);
    case 'industry_growth':
      return model.dates && hasText('industry', model);
    case 'potential':
      return model.potential;
    case 'profit':
    case 'margin':
      return model.profit;
    case 'quantity':
      return model.quantity;
    case 'categories':
      return model.dimensions.includes('category');
    case 'products':
      return model.dimensions.includes('product');
    case 'contacts':
    case 'contacts_in':
    case 'contacts_out':
    case 'outbound_quarters':
    case 'proposals':
    case 'joint':
      return model.sides.includes('contacts');
    case 'followups':
      return model.sides.includes('contacts') && model.dates;
    case 'overdue_days':
      return model.sides.includes('receivables') || attributed('overdue_days', model);
    case 'overdue_share':
    case 'outstanding':
    case 'limit_use':
      return model.sides.includes('receivables');
    case 'complaints':
      return model.sides.includes('tickets');
    case 'flags':
      return attributesAbout('flag', model).length > 0;
    default:
      return true;
  }
}

/** Ways to get a metric: each is a list of roles that have to be mapped together; empty = every file has it. */
export function rolesFor(id: MetricId): readonly (readonly Role[])[] {
  if (isAnswer(id)) return [[answerColumns[id]]];
  if (id === 'size') return [['size']];
  if (isGrade(id) || id === 'flags') return [['attribute']];
  switch (id) {
    case 'recency_days':
    case 'tenure_days':
    case 'growth':
    case 'growth_rate':
    case 'usual_gap':
    case 'order_days':
    case 'active_months':
    case 'cv':
    case 'periods':
    case 'trend':
    case 'year_value':
    case 'year_growth_1':
    case 'year_growth_2':
    case 'year_cagr':
    case 'repurchase_rate':
      return [['order_date']];
    case 'repurchase_or_rate':
      return [[answerColumns.repurchase], ['order_date']];
    case 'industry_growth':
      return [['order_date', 'industry']];
    case 'potential':
      return [['potential']];
    case 'profit':
    case 'margin':
      return [['profit'], ['cost'], ['margin']];
    case 'quantity':
      return [['quantity']];
    case 'categories':
      return [['category']];
    case 'products':
      return [['product']];
    case 'contacts':
      return [['contact_date']];
    case 'contacts_in':
    case 'contacts_out':
    case 'outbound_quarters':
      return [['contact_date', 'contact_direction']];
    case 'followups':
      return [['order_date', 'contact_date', 'contact_direction']];
    case 'proposals':
    case 'joint':
      return [['contact_date', 'contact_purpose']];
    case 'overdue_days':
      return [['overdue_days'], ['due_date', 'amount']];
    case 'overdue_share':
      return [['due_date', 'amount']];
    case 'outstanding':
      return [
        ['amount', 'due_date'],
        ['amount', 'paid_amount'],
      ];
    case 'limit_use':
      return [['credit_limit', 'amount', 'due_date']];
    case 'complaints':
      return [['contact_date', 'contact_purpose']];
    default:
      return [];
  }
}
