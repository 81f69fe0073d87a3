import { integers, numbers, texts, type PlainTable } from '../../base/table.ts';
import type { Ranked } from '../../stats/ranked.ts';
import { repeatRates } from '../../stats/repeatRate.ts';
import { relativeTrend } from '../../stats/trend.ts';
import { variation } from '../../stats/variation.ts';
import { compoundGrowth, growth } from '../../stats/yearGrowth.ts';
import type { CustomerTable } from '../customers.ts';
import { gradesOf } from './answers.ts';
import { answerColumns, available, gradeColumn, isAnswer, isGrade } from './catalogue.ts';
import { raised } from './flags.ts';
import type { MetricGround } from './ground.ts';
import { attributesAbout, flagKind } from './headers.ts';
import { sizesOf } from './sizes.ts';
import { silenceOf, usesSilence } from './statements.ts';
import { noTexts, textValues } from './textsSql.ts';
import type { MetricId, MetricNeeds, Metrics, TextId, TextValues } from './types.ts';

/** The parts of a frame that metrics are made from. */
export interface MetricSource extends MetricGround {
  readonly customers: CustomerTable;
  readonly ranked: Ranked;
}

type Tables = Readonly<Record<string, PlainTable>>;
type Integers = ReturnType<typeof integers>;

/** The integer of a customer; null = none. */
const at = (values: Integers, k: number): number | bigint | null => {
  const value = values[k] ?? null;
  return typeof value === 'number' && Number.isNaN(value) ? null : value;
};
const double = (value: number | bigint | null): number => (value === null ? NaN : Number(value));
const ratio = (part: number, whole: number): number => (whole > 0 ? part / whole : NaN);
/** Money in ten-thousandths again: 132.396 / 330.99 is less than 0.4 in doubles, 1323960 / 3309900 is not. */
const exact = (units: number): number => Math.round(units * 10_000);

/**
 * The metrics asked for, from the answers of metricStatements and laterStatements; each is worked out when it is first looked at.
 * `chosenSilence` is the user's number of days, null for the suggested one.
 */
export function metricsOf(
  needs: MetricNeeds,
  tables: Tables,
  source: MetricSource,
  chosenSilence: number | null,
): Metrics {
  const { n } = source.customers;
  const asked = new Set<MetricId>(needs.numbers);
  const made = new Map<MetricId, Float64Array>();
  const read = new Map<TextId, TextValues>();
  const usable = (id: MetricId): boolean => available(id, source.model, { volume: needs.options.volume });
  const text = (id: TextId): TextValues => {
    let values = read.get(id);
    if (!values) {
      const table = tables[`text ${id}`];
      values = table ? textValues(numbers(table, 'code'), texts(table, 'value')) : noTexts(n);
      read.set(id, values);
    }
    return values;
  };
  const number = (id: MetricId): Float64Array => {
    let values = made.get(id);
    if (!values) {
      values = usable(id) ? numberOf(id, needs, tables, source, text) : new Float64Array(n).fill(NaN);
      made.set(id, values);
    }
    return values;
  };
  return {
    n,
    number(id) {
      if (!asked.has(id)) throw new Error(`metric ${id} was not asked for`);
      return number(id);
    },
    text(id) {
      if (!needs.texts.includes(id)) throw new Error(`text ${id} was not asked for`);
      return text(id);
    },
    has(id) {
      if (!asked.has(id as MetricId))
        return available(id, source.model, { kind: needs.texts.includes(id as TextId) ? 'text' : 'metric' });
      // A joined file is there, but the column that this is read from may not be.
      const metric = id as MetricId;
      if (!usable(metric)) return false;
      return n === 0 || !mayBeBlank(metric) || number(metric).some((value) => !Number.isNaN(value));
    },
    silenceDays: usesSilence(needs) ? silenceOf(tables, chosenSilence) : chosenSilence,
  };
}

/** Read from columns of joined files or from words, or made of gaps: the model does not know whether there are any. */
const fromColumns: ReadonlySet<MetricId> = new Set<MetricId>(['contacts_in', 'contacts_out', 'followups', 'outbound_quarters', 'proposals', 'joint', 'overdue_days', 'overdue_share', 'limit_use', 'flags', 'repurchase_rate', 'repurchase_or_rate']); // prettier-ignore
const mayBeBlank = (id: MetricId): boolean => isAnswer(id) || isGrade(id) || fromColumns.has(id);

function numberOf(
  id: MetricId,
  needs: MetricNeeds,
  tables: Tables,
  source: MetricSource,
  text: (id: TextId) => TextValues,
): Float64Array {
  const { customers, ranked, model, scope, rollup } = source;
  const { n } = customers;
  const each = (value: (k: number) => number): Float64Array => Float64Array.from({ length: n }, (_, k) => value(k)); // prettier-ignore
  const column = (table: string, name: string): Integers => {
    const found = tables[table];
    return found ? integers(found, name) : new Float64Array(n).fill(NaN);
  };
  const plain = (table: string, name: string): Float64Array => {
    const values = column(table, name);
    return values instanceof Float64Array ? values : each((k) => double(at(values, k)));
  };
  const units = (values: Integers): Float64Array => each((k) => double(at(values, k)) / 10_000);
  const coded = (values: TextValues, grades: readonly number[]): Float64Array =>
    each((k) => grades[values.codes[k]!] ?? NaN);
  const asOf = rollup.period?.asOf ?? NaN;
  const sum = (name: 'amount' | 'profit' | 'quantity'): Float64Array => {
    if (name === scope.measure) return units(customers.value);
    if (name !== 'amount') return units(column('rows', name));
    const [sold, returned] = [plain('rows', 'sold'), plain('rows', 'returned')];
    return each((k) => (sold[k]! + returned[k]!) / 10_000);
  };

  if (isAnswer(id)) {
    const values = text(answerColumns[id]);
    return coded(values, gradesOf(id, values.values, needs.options));
  }
  if (id === 'repurchase_rate' || id === 'repurchase_or_rate') {
    const repeats = tables.repeats;
    const days = plain('days', 'order_days');
    const rate = repeats
      ? repeatRates({ customers: numbers(repeats, 'customers'), again: numbers(repeats, 'again') })
      : () => NaN;
    if (id === 'repurchase_rate') return each((k) => rate(days[k]!));
    const answers = coded(text(answerColumns.repurchase), gradesOf('repurchase', text(answerColumns.repurchase).values, needs.options)); // prettier-ignore
    return each((k) => (Number.isNaN(answers[k]!) ? rate(days[k]!) : answers[k]!));
  }
  if (isGrade(id)) {
    const values = text(gradeColumn(id, model)!);
    return coded(values, sizesOf(id, values.values, countsOf(values)));
  }
  switch (id) {
    case 'value':
      return units(customers.value);
    case 'value_share':
      return each((k) => (k < ranked.n && ranked.defined ? ranked.value(k) / ranked.total : NaN));
    case 'orders':
      return customers.orders;
    case 'average_order': {
      const amount = sum('amount');
      return each((k) => ratio(exact(amount[k]!), customers.orders[k]!) / 10_000);
    }
    case 'recency_days':
      return each((k) => asOf - customers.lastDay[k]!);
    case 'tenure_days':
      return each((k) => asOf - customers.firstDay[k]!);
    case 'growth':
      return each((k) => (customers.half2[k]! - customers.half1[k]!) / 10_000);
    case 'growth_rate':
      return each((k) => growth(customers.half1[k]!, customers.half2[k]!));
    case 'potential':
      return customers.potential;
    case 'amount':
    case 'profit':
    case 'quantity':
      return sum(id);
    case 'margin': {
      const [amount, profit] = [sum('amount'), units(column('rows', 'profit'))];
      return each((k) => ratio(exact(profit[k]!), exact(amount[k]!)));
    }
    case 'returns_rate': {
      const [sold, returned] = [plain('rows', 'sold'), plain('rows', 'returned')];
      return each((k) => ratio(Math.abs(returned[k]!), sold[k]!));
    }
    case 'categories':
    case 'products':
      return plain(id, 'n');
    case 'usual_gap':
      return plain('usual_gap', 'gap');
    case 'order_days':
    case 'active_months':
      return plain('days', id);
    case 'periods':
      return plain('periods', 'n');
    case 'cv': {
      const [length, total, deviation] = [plain('periods', 'n'), plain('periods', 'total'), plain('periods', 'deviation')]; // prettier-ignore
      return each((k) => variation(length[k]!, total[k]!, deviation[k]!));
    }
    case 'trend': {
      const [length, total, moment] = [plain('periods', 'n'), plain('periods', 'total'), plain('periods', 'moment')]; // prettier-ignore
      return each((k) => relativeTrend(length[k]!, total[k]!, moment[k]!));
    }
    case 'year_value':
      return units(column('years', 'y0'));
    case 'year_growth_1':
    case 'year_growth_2': {
      const [before, after] = id === 'year_growth_1' ? ['y1', 'y0'] : ['y2', 'y1'];
      const [from, to] = [column('years', before), column('years', after)];
      return each((k) => growth(at(from, k), at(to, k)));
    }
    case 'year_cagr': {
      const [from, to] = [column('years', 'y2'), column('years', 'y0')];
      return each((k) => compoundGrowth(at(from, k), at(to, k), 2));
    }
    case 'contacts':
    case 'contacts_in':
    case 'contacts_out':
    case 'outbound_quarters':
    case 'proposals':
    case 'joint':
      return plain('contacts', id);
    case 'followups':
      return plain('followups', id);
    case 'complaints':
      return plain('tickets', id);
    case 'outstanding':
      return units(column('receivables', 'owed'));
    case 'overdue_share': {
      const [owed, late] = [plain('receivables', 'owed'), plain('receivables', 'due_owed')];
      return each((k) => (owed[k] === 0 ? 0 : ratio(late[k]!, owed[k]!)));
    }
    case 'overdue_days': {
      const billed = tables.receivables ? plain('receivables', id) : null;
      const profile = numeric(text(id));
      return each((k) => larger(billed?.[k] ?? NaN, profile[k]!));
    }
    case 'limit_use': {
      const [owed, limit, profile] = [plain('receivables', 'owed'), plain('receivables', 'credit_limit'), numeric(text('credit_limit'))]; // prettier-ignore
      return each((k) => ratio(owed[k]!, Number.isNaN(limit[k]) ? profile[k]! * 10_000 : limit[k]!));
    }
    case 'flags':
      return flagCounts(source, text);
    case 'industry_growth': {
      const industry = text('industry');
      return coded(industry, industryGrowth(industry, customers));
    }
  }
}

/** The larger of two numbers of which either may be unknown. */
const larger = (a: number, b: number): number => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b));

function countsOf({ codes, values }: TextValues): number[] {
  const counts = new Array<number>(values.length).fill(0);
  codes.forEach((code) => {
    if (code >= 0) counts[code] = counts[code]! + 1;
  });
  return counts;
}

/** Numbers that stand in a text column; NaN for other texts. */
function numeric({ codes, values }: TextValues): Float64Array {
  const found = values.map((value) => (/^\s*-?[\d,]+(?:\.\d+)?\s*$/.test(value) ? Number(value.replaceAll(',', '')) : NaN)); // prettier-ignore
  return Float64Array.from(codes, (code) => found[code] ?? NaN);
}

/** Flags raised among the columns that speak of risk; NaN where none of a customer's says anything. */
function flagCounts(
  { model, customers, rollup }: MetricSource,
  text: (id: TextId) => TextValues,
): Float64Array {
  const counts = new Float64Array(customers.n).fill(NaN);
  for (const column of attributesAbout('flag', model)) {
    const header = model.attributes.find((attribute) => attribute.column === column)?.header ?? '';
    const { codes, values } = text(column);
    const found = values.map((value) => raised(value, flagKind(header), rollup.period?.asOf ?? null));
    codes.forEach((code, k) => {
      const flag = found[code] ?? null;
      if (flag !== null) counts[k] = (Number.isNaN(counts[k]) ? 0 : counts[k]!) + Number(flag);
    });
  }
  return counts;
}

/** Growth of every industry's total from the first half of the period to the second, by code. */
function industryGrowth({ codes, values }: TextValues, { half1, half2 }: CustomerTable): number[] {
  const before = new Array<number>(values.length).fill(0);
  const after = new Array<number>(values.length).fill(0);
  codes.forEach((code, k) => {
    if (code < 0 || Number.isNaN(half1[k])) return;
    before[code] = before[code]! + half1[k]!;
    after[code] = after[code]! + half2[k]!;
  });
  return before.map((base, code) => growth(base, after[code]!));
}
