import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Data } from '../../../src/app/data.ts';
import type { Matrix } from '../../../src/lenses/matrix/result.ts';
import { look } from '../../support/lensCheck.ts';
import { noCoverage, plainLedger, type Choices } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { putTables, type Tables } from '../../support/sideTables.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

/**
 * Four customers by value 40, 30, 20, 10, with the halves of ten days. Growth rates: P1 0, P2 +0.5, P3 −1, P4 unknown
 * (nothing before). Sizes 100, 200, 300 for P1, P2, P3; of P4 unknown.
 */
const tables: Tables = {
  lines: [
    { customer: 'P1', day: '2024-01-01', amount: '20' },
    { customer: 'P1', day: '2024-01-10', amount: '20' },
    { customer: 'P2', day: '2024-01-01', amount: '12' },
    { customer: 'P2', day: '2024-01-10', amount: '18' },
    { customer: 'P3', day: '2024-01-01', amount: '20' },
    { customer: 'P4', day: '2024-01-10', amount: '10' },
  ],
  attributes: [{ role: 'size', values: { P1: '100', P2: '200', P3: '300' } }],
};

async function scored(weights: readonly number[], data: Tables = tables): Promise<Matrix> {
  const model = await putTables(engine, data);
  const choices: Choices = { values: { matrix: { potential: 'score', weights } } };
  const opened = new Data(engine, { model, ledger: plainLedger(data.lines.length), coverage: noCoverage });
  const { result } = await look<Matrix>('matrix', opened, choices);
  if (result.state !== 'ok') throw new Error(result.reason);
  return result.value;
}

describe('the potential score of four customers worked out by hand', () => {
  it('percentile ranks by growth and size, one to three', async () => {
    // Weights: mapped, growth, trend, breadth, size, standing, innovation.
    const { second, unknown, score } = await scored([0, 10, 0, 0, 30, 0, 0]);
    // Growth of three known: P3 100/6, P1 50, P2 500/6; size: P1 100/6, P2 50, P3 500/6.
    const [low, mid, high] = [100 / 6, 50, 500 / 6];
    expect(second[0]).toBeCloseTo((mid * 10 + low * 30) / 40, 10);
    expect(second[1]).toBeCloseTo((high * 10 + mid * 30) / 40, 10);
    expect(second[2]).toBeCloseTo((low * 10 + high * 30) / 40, 10);
    expect(second[3]).toBeNaN();
    expect(unknown).toBe(1);
    expect(score?.scored).toBe(3);
    expect(score?.coverage).toBeCloseTo(3 / 4, 10);
    expect(score?.parts.filter(({ share }) => share > 0).map(({ component, share, known }) => [component.id, share, known])).toEqual([
      ['growth', 0.25, 3],
      ['size', 0.75, 3],
    ]); // prettier-ignore
  });

  it('what the files lack is left out, and its weight goes to the others', async () => {
    const without = await scored([0, 10, 0, 0, 30, 0, 0]);
    const lacking = await scored([50, 10, 0, 20, 30, 15, 5]);
    expect([...lacking.second]).toEqual([...without.second]);
    expect(lacking.score?.coverage).toBeCloseTo((3 / 4) * (40 / 130), 10);
    const missing = lacking.score?.parts.filter(
      ({ component }) => component.weight > 0 && !component.available,
    );
    expect(missing?.map(({ component }) => component.id)).toEqual(['mapped', 'breadth', 'standing', 'innovation']); // prettier-ignore
  });

  it('only ratios of weights count; all at zero is the default', async () => {
    expect([...(await scored([0, 1, 0, 0, 3, 0, 0])).second]).toEqual([...(await scored([0, 25, 0, 0, 75, 0, 0])).second]); // prettier-ignore
    expect([...(await scored([0, 0, 0, 0, 0, 0, 0])).second]).toEqual([...(await scored([30, 20, 15, 10, 10, 10, 5])).second]); // prettier-ignore
  });

  it('without anything to score the cell says so', async () => {
    const bare: Tables = { lines: [{ customer: 'A', amount: '1' }, { customer: 'B', amount: '2' }] }; // prettier-ignore
    await expect(scored([30, 20, 15, 10, 10, 10, 5], bare)).rejects.toThrow('no_parts');
    const oneDay: Tables = {
      lines: [
        { customer: 'A', day: '2024-01-01', amount: '1' },
        { customer: 'B', day: '2024-01-01', amount: '2' },
      ],
    };
    await expect(scored([0, 20, 15, 0, 0, 0, 0], oneDay)).rejects.toThrow('no_score');
  });
});
