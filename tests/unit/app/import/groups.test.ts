import { describe, expect, it } from 'vitest';
import { chosenValue, choiceValues, exampleRecords, groupsOf, repairOf, type ChoiceId } from '../../../../src/app/import/groups.ts'; // prettier-ignore
import type { Examination, Problem, ProblemKind } from '../../../../src/ingest/problems.ts';
import { apart, noRepairs } from '../../../../src/ingest/types.ts';

const problem = (kind: ProblemKind, over: Partial<Problem> = {}): Problem => ({
  kind,
  detail: '',
  rows: 1,
  value: null,
  customers: 1,
  examples: [],
  ...over,
});

const examination = (problems: readonly Problem[], over: Partial<Examination> = {}): Examination => ({
  rows: 10,
  customers: 5,
  setAside: [],
  problems,
  statuses: [],
  currencies: [],
  orders: { distinct: 0, repeated: 0, sameAmount: 0 },
  merges: [],
  contacts: new Blob(),
  effect: null,
  ...over,
});

describe('groups of the problems band', () => {
  it('leaves status values and currencies to their tables', () => {
    const found = examination([
      problem('status', { detail: 'Closed' }),
      problem('currency', { detail: 'USD' }),
      problem('brackets', { rows: 41 }),
    ]);
    expect(groupsOf(found, noRepairs)).toMatchObject([{ kind: 'brackets', count: 41, choice: 'brackets' }]);
  });

  it('makes one line of all spellings: each customer is an example with its forms, counted by customers', () => {
    const forms = (...texts: string[]) => texts.map((text, i) => ({ record: i + 7, text }));
    const found = examination([
      problem('spelling', { detail: 'acme', rows: 9, value: 50_000, examples: forms('ACME ', 'Acme', 'ACME ') }),
      problem('spelling', { detail: 'beta', rows: 2, value: 10_000, examples: forms('Beta', 'BETA') }),
    ]); // prettier-ignore
    expect(groupsOf(found, noRepairs)).toMatchObject([
      {
        kind: 'spelling',
        count: 2,
        value: 60_000,
        examples: [
          { record: 7, text: 'ACME  = Acme' },
          { record: 7, text: 'Beta = BETA' },
        ],
      },
    ]);
    const many = { ...found, merges: [{ rule: 'spelling', ids: 300, customers: 120, skipped: 0, examples: [] }] } as Examination; // prettier-ignore
    expect(groupsOf(many, noRepairs)[0]?.count).toBe(120);
  });

  it('keeps a repair that is in force in sight when nothing is left for it', () => {
    const groups = groupsOf(examination([]), { ...noRepairs, fillDown: true, scale: 10_000 });
    expect(groups.map(({ choice, count }) => [choice, count]).toSorted()).toEqual([
      ['fillDown', null],
      ['scale', null],
    ]);
    expect(groupsOf(examination([]), noRepairs)).toEqual([]);
  });

  it('has a key of its own for every line', () => {
    const found = examination([problem('rounded'), problem('brackets'), problem('unit_suffix', { detail: '万' }), problem('unit_suffix', { detail: 'k' })]); // prettier-ignore
    const keys = groupsOf(found, { ...noRepairs, refunds: 'ignore' }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(5);
  });
});

describe('menus', () => {
  const repairs = Object.keys(choiceValues).filter((id) => id !== 'duplicates' && id !== 'spelling') as ChoiceId[]; // prettier-ignore

  it('show the first value when nothing was chosen, and every value comes back as it was chosen', () => {
    for (const id of repairs) {
      expect(chosenValue(id, noRepairs, apart, 'keep'), id).toBe(choiceValues[id][0]);
      for (const value of choiceValues[id])
        expect(chosenValue(id, { ...noRepairs, ...repairOf(id, value) }, apart, 'keep'), id).toBe(value);
    }
  });

  it('duplicates and spellings are choices over all files', () => {
    expect(repairOf('duplicates', 'drop')).toBeNull();
    expect(repairOf('spelling', 'merge')).toBeNull();
    expect(chosenValue('duplicates', noRepairs, apart, 'drop')).toBe('drop');
    expect(chosenValue('spelling', noRepairs, { ...apart, merge: ['spelling'] }, 'keep')).toBe('merge');
  });
});

it('records of the examples are asked for once each, in the order of the file', () => {
  const at = (...records: number[]) => records.map((record) => ({ record, text: '' }));
  expect(exampleRecords(examination([problem('rounded', { examples: at(9, 3, 0) }), problem('brackets', { examples: at(3, 120) })]))).toEqual([3, 9, 120]); // prettier-ignore
});
