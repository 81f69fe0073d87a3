import type { Examination, Problem, ProblemExample, ProblemKind } from '../../ingest/problems.ts';
import type { Repairs, Together } from '../../ingest/types.ts';
import { noRepairs } from '../../ingest/types.ts';

/** What can be chosen for a group of problems: a repair of its file, or a choice over all files. */
export type ChoiceId = Exclude<keyof Repairs, 'status' | 'year' | 'currency'> | 'duplicates' | 'spelling';

/** Values of the choices as the menus write them; the first is what happens when nothing is chosen. */
export const choiceValues = {
  brackets: ['negative', 'set_aside'],
  impossibleDates: ['set_aside', 'month_end'],
  cancelled: ['net', 'set_aside'],
  refunds: ['subtract', 'ignore'],
  orderTotals: ['sum', 'once'],
  fillDown: ['no', 'yes'],
  duplicateOrders: ['keep', 'first', 'sum'],
  scale: ['1', '1000', '10000', '1000000', '100000000'],
  duplicates: ['keep', 'drop'],
  spelling: ['apart', 'merge'],
} as const satisfies Record<ChoiceId, readonly string[]>;

const choiceOfKind: Partial<Record<ProblemKind, ChoiceId>> = {
  brackets: 'brackets',
  impossible_date: 'impossibleDates',
  cancelled: 'cancelled',
  refund: 'refunds',
  order_total: 'orderTotals',
  fill_down: 'fillDown',
  duplicate_order: 'duplicateOrders',
  scale: 'scale',
  exact_duplicate: 'duplicates',
  spelling: 'spelling',
};

/** One line of the problems band. */
export interface Group {
  readonly key: string;
  readonly kind: ProblemKind;
  readonly detail: string;
  /** Rows, or customers for spellings; null = the chosen repair has left none to be found. */
  readonly count: number | null;
  /** Ten-thousandths; null = not known. */
  readonly value: number | null;
  readonly customers: number | null;
  readonly examples: readonly ProblemExample[];
  readonly choice: ChoiceId | null;
}

/**
 * The problems of a file as lines of the page. Status values and currencies have tables of their own; all spellings are
 * one line. A repair that is in force keeps its line even when nothing is left for it, so that it can be taken back.
 */
export function groupsOf(examination: Examination, repairs: Repairs): Group[] {
  const groups: Group[] = [];
  const spellings = examination.problems.filter((problem) => problem.kind === 'spelling');
  for (const problem of examination.problems) {
    if (problem.kind === 'status' || problem.kind === 'currency') continue;
    if (problem.kind !== 'spelling') groups.push(group(problem));
    else if (problem === spellings[0]) groups.push(spelled(examination, spellings));
  }
  for (const [kind, choice] of Object.entries(choiceOfKind) as [ProblemKind, ChoiceId][]) {
    if (choice === 'duplicates' || choice === 'spelling' || repairs[choice] === noRepairs[choice]) continue;
    if (!groups.some((g) => g.choice === choice))
      groups.push({ key: kind, kind, detail: '', count: null, value: null, customers: null, examples: [], choice }); // prettier-ignore
  }
  return groups;
}

const group = (problem: Problem): Group => ({
  key: `${problem.kind} ${problem.detail}`.trim(),
  kind: problem.kind,
  detail: problem.detail,
  count: problem.rows,
  value: problem.value,
  customers: problem.customers,
  examples: problem.examples,
  choice: choiceOfKind[problem.kind] ?? null,
});

/** Each customer that is written in several ways is one example, with all its spellings. */
function spelled(examination: Examination, problems: readonly Problem[]): Group {
  const found = examination.merges.find(({ rule }) => rule === 'spelling');
  const values = problems.map(({ value }) => value).filter((value) => value !== null);
  return {
    key: 'spelling',
    kind: 'spelling',
    detail: '',
    count: Math.max(found?.customers ?? 0, problems.length),
    value: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
    customers: null,
    examples: problems.slice(0, 3).map(({ examples }) => ({
      record: examples[0]?.record ?? 0,
      text: [...new Set(examples.map(({ text }) => text))].join(' = '),
    })),
    choice: 'spelling',
  };
}

/** What a menu shows. */
export function chosenValue(
  choice: ChoiceId,
  repairs: Repairs,
  together: Together,
  duplicates: 'keep' | 'drop',
): string {
  if (choice === 'duplicates') return duplicates;
  if (choice === 'spelling') return together.merge.includes('spelling') ? 'merge' : 'apart';
  if (choice === 'fillDown') return repairs.fillDown ? 'yes' : 'no';
  return String(repairs[choice]);
}

/** What a menu's value means for the file; null for choices over all files. */
export function repairOf(choice: ChoiceId, value: string): Partial<Repairs> | null {
  if (choice === 'duplicates' || choice === 'spelling') return null;
  if (choice === 'fillDown') return { fillDown: value === 'yes' };
  if (choice === 'scale') return { scale: Number(value) as Repairs['scale'] };
  return { [choice]: value };
}

/** Records that the groups give as examples, ascending. */
export const exampleRecords = (examination: Examination): number[] =>
  [...new Set(examination.problems.flatMap(({ examples }) => examples.map(({ record }) => record)))]
    .filter((record) => record > 0)
    .toSorted((a, b) => a - b);
