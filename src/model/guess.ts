import type { RoleChoice } from '../base/role.ts';
import { periodHeader, yearIn, type PeriodKind } from '../ingest/periods.ts';
import type { PlanColumn, PreviewRow, Repairs, Shape, SourceColumn } from '../ingest/types.ts';
import { chooseAmount, kindOf, levelOf, mayBePerOrder, reasonAmong } from './amounts.ts';
import type { AmountColumn, AmountsGuess, AmountWhy } from './amounts.ts';
import { giveByValues, giveCustomer, isOther } from './byValues.ts';
import { contactOf } from './contacts.ts';
import { settleContext } from './context.ts';
import { knownExport, type ExportId } from './exports.ts';
import { headerWords } from './headers.ts';
import { matchesOf, type Match } from './match.ts';
import { questionRole } from './questions.ts';
import { proposeRepairs } from './repairs.ts';
import { Roles, type RoleGuess } from './roles.ts';
import { shapeOf, type ShapeGuess, type ShapeWhy } from './shapes.ts';
import { filled, isFraction, valuesAllow } from './values.ts';
import { spokenRole } from './vocabulary.ts';

export interface MappingGuess {
  /** One per column, in order. */
  readonly roles: readonly RoleGuess[];
  readonly shape: Shape;
  readonly shapeWhy: ShapeWhy;
  /** The program that made the file, where its column names are known. */
  readonly known: ExportId | null;
  /** One per column: by which customers may be merged. */
  readonly contacts: readonly PlanColumn['contact'][];
  readonly repairs: Repairs;
  readonly amounts: AmountsGuess;
}

/** What stands around the columns. */
export interface Surroundings {
  readonly fileName?: string;
  /** Records above the header: titles. */
  readonly preamble?: readonly PreviewRow[];
}

/**
 * Proposes what each column means: by the program that made the file, by its name, then by a part of its name, and for
 * customer, date and amount, without which nothing works, at last by its values; then what the table is (shape), which
 * repairs it needs, and by which columns customers may be merged. `preview` = first data records; they show how order
 * ids repeat.
 */
export function guessRoles(
  columns: readonly SourceColumn[],
  preview: readonly PreviewRow[] = [],
  around: Surroundings = {},
): MappingGuess {
  const roles = new Roles(columns);
  const names = columns.map((column) => headerWords(column.header).compact);
  const known = knownExport(new Set(names));
  columns.forEach((column, i) => {
    const role = known?.roles.get(names[i]!);
    if (role === undefined || (role !== 'ignore' && !valuesAllow(role, column.evidence))) return;
    if (role === 'ignore' || role === 'attribute' || !roles.has(role)) roles.give(i, role, 'sure', 'header');
  });
  const year = givePeriods(roles, around);
  columns.forEach((column, i) => {
    if (roles.free(i) && isShopifyName(column)) roles.give(i, 'order_id', 'likely', 'values');
  });

  const matches = columns.flatMap((column, i) => (roles.free(i) ? matchesFor(column, i) : []));
  const amount = giveAmount(roles, matches, preview);
  for (const { index, role, exact } of matches.sort((a, b) => b.score - a.score)) {
    if (!roles.free(index) || role === 'amount' || (role !== 'attribute' && roles.has(role))) continue;
    roles.give(index, role, exact ? 'sure' : 'likely', exact ? 'header' : 'contains');
  }
  columns.forEach(({ evidence }, i) => {
    const role = roles.free(i) ? spokenRole(evidence) : null;
    if (role && !roles.has(role)) roles.give(i, role, 'likely', 'values');
  });
  // The date of payment, passed over beside the order's own, serves where that was left out of the export.
  const paid = columns.findIndex((column, i) => known?.roles.get(names[i]!) === 'ignore' && matchesOf(column, i).some(({ role }) => role === 'order_date')); // prettier-ignore
  if (paid >= 0 && !roles.has('order_date')) roles.give(paid, 'order_date', 'sure', 'header');
  giveYear(roles);
  giveCustomer(roles);

  const owed = columns.filter(({ header, evidence }) => kindOf(header) === 'receivable' && evidence.numberShare > 0.5); // prettier-ignore
  const receivable = owed.some(({ header }) => !/^(?:balance|余额)$/.test(headerWords(header).compact)) ? 'surely' : owed.length > 0 ? 'perhaps' : 'no'; // prettier-ignore
  const periods = roles.list.filter(
    ({ role }, i) => role === 'year' && periodHeader(columns[i]!.header),
  ).length;
  const decide = (): ShapeGuess => {
    const unknownMoney = !known && columns.some((column, i) => roles.free(i) && isFraction(column.evidence) && !isOther('amount', column)); // prettier-ignore
    return shapeOf({ columns, at: (role) => roles.at(role), known: known?.id ?? null, periods, receivable, unknownMoney }); // prettier-ignore
  };
  let shape = decide();
  let why = amount;
  if (giveByValues(roles, shape)) {
    const before = roles.has('amount');
    shape = decide();
    if (before && why === 'none') why = 'by_values';
  }
  const contacts = columns.map(contactOf);
  const titles = around.preamble?.flatMap(({ cells }) => cells) ?? [];
  settleContext(roles, shape.shape, contacts);
  if (shape.shape === 'periods') why = 'periods';
  else if (!roles.has('amount')) why = roles.has('quantity') && roles.has('unit_price') ? 'price_times_quantity' : 'none'; // prettier-ignore

  const choices = roles.list.map((guess) => guess.role);
  const money = amountsOf(columns, matches, choices);
  const taken = roles.has('amount') ? roles.at('amount') : null;
  return {
    roles: roles.list,
    shape: shape.shape,
    shapeWhy: shape.why,
    known: known?.id ?? null,
    contacts,
    repairs: { ...proposeRepairs(columns, preview, choices, shape.shape, known?.id ?? null, titles), year: shape.shape === 'periods' ? year : null }, // prettier-ignore
    amounts: { columns: money, taken, why: taken === null ? why : reasonAmong(why, money, taken) },
  };
}

/** By the words of a question where the header is one, else by the names of columns. */
function matchesFor(column: SourceColumn, index: number): Match[] {
  const found = matchesOf(column, index);
  if (found.some((match) => match.exact)) return found;
  const asked = questionRole(column.header);
  if (!asked || !valuesAllow(asked.role, column.evidence)) return found;
  return [{ index, role: asked.role, score: asked.score, exact: false }];
}

const yearNames = new Set(['年', '年份', '年度', '财年', 'year', 'fiscalyear', 'calendaryear', 'fy']);

/** A year beside a customer and an amount is all the date that a table has. */
function giveYear(roles: Roles): void {
  if (roles.has('order_date') || roles.has('year')) return;
  const at = roles.columns.findIndex(
    ({ header, evidence }, i) =>
      roles.free(i) &&
      yearNames.has(headerWords(header).compact) &&
      evidence.examples.length > 0 &&
      evidence.examples.every((example) => /^(?:19|20)\d\d\s?(?:年度?)?$/.test(example.trim())),
  );
  if (at >= 0) roles.give(at, 'order_date', 'likely', 'header');
}

/**
 * Period columns: those of the unit that most headers name; two at least, or one year. Returns the year for headers
 * that name none, from the titles or the file's name, where no column holds it.
 */
function givePeriods(roles: Roles, around: Surroundings): number | null {
  const found = roles.columns.flatMap(({ header, evidence }, index) => {
    const period = periodHeader(header);
    const money = filled(evidence) === 0 || evidence.numberShare >= 0.5;
    return period && money && roles.free(index) ? [{ index, period }] : [];
  });
  const sameKind = (kind: PeriodKind): typeof found => found.filter(({ period }) => period.kind === kind);
  const [columns] = found.map(({ period }) => sameKind(period.kind)).sort((a, b) => b.length - a.length);
  if (!columns) return null;
  const dated = columns.every(({ period }) => period.year !== null);
  if (columns.length < 2 && !(dated && columns[0]?.period.kind === 'year')) return null;
  const seen = new Set<string>();
  for (const { index, period } of columns) {
    const name = `${period.year ?? ''}-${period.month}-${period.day}`;
    // A second column of the same period holds another measure.
    if (!seen.has(name)) roles.give(index, 'year', 'likely', 'header');
    seen.add(name);
  }
  if (dated) return null;
  const holder = roles.columns.findIndex(
    ({ header, evidence }, i) =>
      roles.free(i) &&
      yearNames.has(headerWords(header).compact) &&
      evidence.examples.every((cell) => yearIn(cell) !== null),
  );
  if (holder >= 0) {
    roles.give(holder, 'year', 'likely', 'header');
    return null;
  }
  const titles = around.preamble?.flatMap(({ cells }) => cells).join(' ') ?? '';
  return yearIn(titles) ?? yearIn(around.fileName ?? '');
}

/** In Shopify's export `Name` is the order's number, #1001. */
const isShopifyName = ({ header, evidence }: SourceColumn): boolean =>
  headerWords(header).compact === 'name' &&
  evidence.examples.length > 0 &&
  evidence.examples.every((example) => /^#\d+/.test(example));

/** Chooses among the columns that may be the amount, unless the program's own is known. */
function giveAmount(roles: Roles, matches: readonly Match[], preview: readonly PreviewRow[]): AmountWhy {
  const order = roles.has('order_id')
    ? roles.at('order_id')
    : (matches.filter(({ role }) => role === 'order_id').sort((a, b) => b.score - a.score)[0]?.index ?? -1);
  const level = (index: number) => (order < 0 ? 'unknown' : levelOf(preview, order, index));
  const own = roles.at('amount');
  const best = new Map<number, Match>();
  for (const match of matches)
    if (match.score > (best.get(match.index)?.score ?? 0)) best.set(match.index, match);
  const candidates = [...best.values()].filter(({ role }) => role === 'amount');
  if (own >= 0) {
    const repeats = ['same', 'first'].includes(level(own));
    return repeats ? 'order_total_once' : candidates.length > 0 ? 'best_name' : 'only';
  }
  const choice = chooseAmount(roles.columns, candidates, level);
  if (!choice) return 'none';
  const { match, why } = choice;
  roles.give(match.index, 'amount', match.exact ? 'sure' : 'likely', match.exact ? 'header' : 'contains');
  return why;
}

/** Every column that is money by its name, with the one that is taken. */
function amountsOf(
  columns: readonly SourceColumn[],
  matches: readonly Match[],
  roles: readonly RoleChoice[],
): AmountColumn[] {
  return columns.flatMap(({ header, evidence }, index) => {
    const taken = roles[index] === 'amount';
    const kind = kindOf(header);
    const named =
      kind !== 'sales' || matches.some((match) => match.index === index && match.role === 'amount');
    if (!taken && (!named || evidence.numberShare < 0.5 || roles[index] === 'year')) return [];
    return [{ index, kind, perOrder: mayBePerOrder(header) }];
  });
}
