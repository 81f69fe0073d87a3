import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScores } from '../../../../src/app/customer/load.ts';
import { dayOf, isoDay } from '../../../../src/base/day.ts';
import { contributions } from '../../../../src/lenses/scoreParts.ts';
import { componentsOf, defaultWeights } from '../../../../src/model/scores/components.ts';
import { evaluate } from '../../../../src/model/scores/evaluate.ts';
import type { CustomerScore } from '../../../../src/model/customerPage/scores.ts';
import { defaultMetricOptions } from '../../../../src/model/metrics/types.ts';
import { joinedData } from '../../../support/joined.ts';
import { frameOf } from '../../../support/lenses.ts';
import { nodeEngine } from '../../../support/nodeEngine.ts';
import type { DimensionLine } from '../../../support/sideTables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

const start = dayOf(2023, 1, 1);
const at = (days: number): string => isoDay(start + days);

/** Ten customers with different histories, one of them a loss; the first has answered a survey. */
async function world() {
  const lines = Array.from({ length: 10 }, (_, c): DimensionLine[] =>
    Array.from({ length: 3 + c }, (_, i) => ({
      customer: `c${c}`,
      order: `o${c}-${i}`,
      day: at((i * 53 + c * 17) % 700),
      amount: c === 9 ? '-5' : String(10 * (c + 1) + i),
      quantity: String(1 + ((c * 7) % 5)),
      dimensions: { category: `k${i % (c + 1)}` },
    })),
  ).flat();
  const data = await joinedData(engine, {
    lines,
    surveys: [{ customer: 'c0', satisfaction: '5', recommend: '3', repurchase_prob: '0.7' }],
    receivables: [{ customer: 'c1', amount: '100', due_date: at(600), credit_limit: '200' }],
  });
  const { frame } = await frameOf(data);
  return { data, frame };
}

const weightedOf = (scores: readonly CustomerScore[]) => scores.filter((score) => score.kind === 'weighted');

describe('scores of one customer', () => {
  it('sum up from their parts to what the scheme gives, for every customer', async () => {
    const { data, frame } = await world();
    let summed = 0;
    for (let rank = 0; rank < frame.customers.n; rank++)
      for (const { tiering, scores } of await loadScores(data, frame, rank))
        for (const score of weightedOf(scores ?? [])) {
          const own = tiering.score(score.id)[rank]!;
          expect(score.score).toBe(Number.isNaN(own) ? null : own);
          const adds = score.parts.flatMap(({ adds }) => (adds === null ? [] : [adds]));
          if (score.score === null) expect(adds).toEqual([]);
          else expect(adds.reduce((a, b) => a + b, 0)).toBeCloseTo(score.score, 9);
          summed += adds.length;
          expect(score.parts.reduce((a, { weight }) => a + weight, 0)).toBeCloseTo(1, 12);
        }
    expect(summed).toBeGreaterThan(50);
  });

  it('agree with the scores that lenses make by another way', async () => {
    const { data, frame } = await world();
    for (const kind of ['potential', 'risk'] as const) {
      const components = componentsOf(kind, defaultWeights(kind), frame.model);
      const metrics = await data.metrics(
        { numbers: components.map(({ of }) => of), texts: [], options: defaultMetricOptions, silence: false },
        frame,
      );
      const evaluated = evaluate(components, metrics);
      for (let rank = 0; rank < frame.customers.n; rank++) {
        const account = (await loadScores(data, frame, rank)).find(({ tiering }) => tiering.scheme.id === 'key_account'); // prettier-ignore
        const score = weightedOf(account!.scores ?? []).find(({ id }) => id === kind)!;
        const wanted = contributions(components, evaluated, rank);
        score.parts.forEach(({ of, points, adds, missing }) => {
          const i = components.findIndex((component) => component.of === of);
          const known = evaluated.points[i]![rank]!;
          if (Number.isNaN(known)) expect([points, adds]).toEqual([null, null]);
          else {
            expect(points).toBeCloseTo(known, 9);
            expect(adds).toBeCloseTo(wanted[i]!, 9);
          }
          expect(missing).toBe(!components[i]!.available);
        });
      }
    }
  });

  it('tell the bins of RFM with what they are made of, and nothing of whom it does not place', async () => {
    const { data, frame } = await world();
    const rfm = async (rank: number) => (await loadScores(data, frame, rank)).find(({ tiering }) => tiering.scheme.id === 'rfm')!; // prettier-ignore
    const best = (await rfm(0)).scores!;
    expect(best.map(({ id, kind }) => [id, kind])).toEqual([['r', 'bins'], ['f', 'bins'], ['m', 'bins']]); // prettier-ignore
    // The largest of nine buyers lies above the fourth quintile.
    expect(best[2]).toMatchObject({ score: 5, bins: 5, of: 'value', value: Number(frame.customers.value[0]) / 10_000 }); // prettier-ignore
    expect(best[1]).toMatchObject({ of: 'orders', value: frame.customers.orders[0] });
    // The last one has never bought anything.
    expect((await rfm(frame.customers.n - 1)).scores).toBeNull();
  });

  it('tell the level of each answer, and which is unknown', async () => {
    const { data, frame } = await world();
    const levels = async (id: string) => {
      const rank = Array.from({ length: frame.customers.n }, (_, k) => frame.customers.ids.at(k)).indexOf(id);
      const found = (await loadScores(data, frame, rank)).find(({ tiering }) => tiering.scheme.id === 'loyalty')!; // prettier-ignore
      const [cell] = found.scores!;
      return cell?.kind === 'table' ? { score: cell.score, axes: cell.axes } : null;
    };
    const answered = (await levels('c0'))!;
    expect(answered.score).toBe(3);
    expect(answered.axes).toEqual([
      { of: 'satisfaction', value: 5, level: 5, levels: 5, missing: false },
      // Exactly 70 % belongs to the band above.
      { of: 'repurchase', value: 0.7, level: 3, levels: 3, missing: false },
      { of: 'recommend', value: 3, level: 3, levels: 3, missing: false },
    ]);
    const silent = (await levels('c4'))!;
    expect(silent.score).toBeNull();
    expect(silent.axes.map(({ level }) => level)).toEqual([null, null, null]);
  });
});
