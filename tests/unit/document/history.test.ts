import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, change, historyLimit, redo, undo, type History } from '../../../src/document/history.ts';
import type { Step } from '../../../src/document/steps.ts';
import { anyStep, plain } from './notebooks.ts';

const times = (n: number, history: History, move: (history: History) => History): History =>
  Array.from({ length: n }).reduce<History>(move, history);

const silence = (days: number): Step => ({ kind: 'cell', cell: 'churn', values: { silenceDays: days } });

describe('history', () => {
  it('200 random steps: undo all and redo all pass through the same states', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 200, maxLength: 200 }), (steps) => {
        const states = [plain];
        let history = begin(plain);
        for (const step of steps) {
          const before = history;
          history = change(history, step);
          if (history !== before) states.push(history.present);
        }
        const kept = Math.min(historyLimit, states.length - 1);
        expect(history.past).toHaveLength(kept);
        const back = [history.present];
        while (history.past.length > 0) back.push((history = undo(history)).present);
        expect(back).toEqual(states.slice(-kept - 1).toReversed());
        const forth = [history.present];
        while (history.future.length > 0) forth.push((history = redo(history)).present);
        expect(forth).toEqual(states.slice(-kept - 1));
      }),
      { numRuns: 25, seed: 200 },
    );
  });

  it('a step that changes nothing leaves no trace and keeps what can be redone', () => {
    const moved = change(begin(plain), silence(90));
    const undone = undo(moved);
    for (const step of [
      { kind: 'scope', change: {} },
      { kind: 'scope', change: { measure: 'amount' } },
      { kind: 'tiers', change: { cut1: 8000 } },
      { kind: 'tiers', change: { cut1: 8000.4 } },
      { kind: 'cell', cell: 'nowhere', values: { a: 1 } },
      { kind: 'collapse', cell: 'pareto', collapsed: false },
      { kind: 'source', source: { kind: 'none' } },
    ] satisfies Step[])
      expect(change(undone, step)).toBe(undone);
    expect(undone.future).toHaveLength(1);
  });

  it('a new step forgets what was undone', () => {
    const history = change(undo(change(begin(plain), silence(90))), silence(120));
    expect(history.future).toEqual([]);
    expect(redo(history)).toBe(history);
    expect(undo(history).present).toEqual(plain);
  });

  it('at most a hundred steps can be taken back', () => {
    let history = begin(plain);
    for (let days = 1; days <= historyLimit + 20; days++) history = change(history, silence(days));
    expect(history.past).toHaveLength(100);
    history = times(historyLimit + 20, history, undo);
    expect(history.present.cells.find(({ id }) => id === 'churn')?.values).toEqual({ silenceDays: 20 });
    history = times(historyLimit + 20, history, redo);
    expect(history.present.cells.find(({ id }) => id === 'churn')?.values).toEqual({ silenceDays: 120 });
  });

  it('changes no value that it was given', () => {
    const frozen = JSON.stringify(plain);
    let history = begin(plain);
    for (const step of fc.sample(anyStep, { numRuns: 50, seed: 7 })) history = change(history, step);
    times(50, history, undo);
    expect(JSON.stringify(plain)).toBe(frozen);
  });

  it('unknown values of a lens are kept', () => {
    const step: Step = { kind: 'cell', cell: 'matrix', values: { ofANewerVersion: [1, 2] } };
    const history = change(change(begin(plain), step), {
      kind: 'cell',
      cell: 'matrix',
      values: { cut1: 20 },
    });
    expect(history.present.cells.find(({ id }) => id === 'matrix')?.values).toEqual({
      ofANewerVersion: [1, 2],
      cut1: 20,
    });
  });
});
