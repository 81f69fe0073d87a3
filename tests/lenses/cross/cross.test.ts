import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '../../../src/app/data.ts';
import { lens } from '../../../src/lenses/cross/index.ts';
import type { Cross } from '../../../src/lenses/cross/result.ts';
import { presets, schemeOf } from '../../../src/model/schemes/registry.ts';
import { dataOf, figuresOf, frameOf } from '../../support/lenses.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { ordinary } from '../tables.ts';

const engine = nodeEngine();
let data: Data;
beforeAll(async () => {
  await engine.open();
  data = await dataOf(engine, ordinary.lines);
});
afterAll(() => engine.close());

const crossed = async (first: string, second: string) => {
  const { frame } = await frameOf(data);
  const made = await data.result(lens as never, frame, { first, second });
  if (made.state !== 'ok') throw new Error(made.state);
  const tierings = await Promise.all(
    [first, second].map((id) => data.tiering(schemeOf(frame.book, id), frame)),
  );
  return {
    table: made.value as Cross,
    first: tierings[0]!,
    second: tierings[1]!,
  };
};

describe('presets crossed on a small shop', () => {
  it('every pair sums to the tiers’ own sizes and values', async () => {
    for (const a of presets)
      for (const b of presets) {
        const { table, first, second } = await crossed(a.id, b.id);
        const where = `${a.id} x ${b.id}`;
        first.tiers.forEach((tier, r) =>
          expect([table.rows[r]!.id, table.rows[r]!.customers, table.rows[r]!.value], where).toEqual([tier.id, tier.customers, tier.value]),
        ); // prettier-ignore
        second.tiers.forEach((tier, c) =>
          expect([table.columns[c]!.id, table.columns[c]!.customers, table.columns[c]!.value], where).toEqual([tier.id, tier.customers, tier.value]),
        ); // prettier-ignore
        const inside = table.cells.flat().reduce((sum, cell) => sum + cell.customers, 0);
        expect(inside, where).toBe(table.customers);
      }
  });

  it('by default ABC by XYZ: with a history of a year the figures are those of the cells', async () => {
    const figures = await figuresOf(data);
    const names = Object.keys(figures).filter((name) => name.startsWith('cross.'));
    expect(names).toContain('cross.A_X.customers');
    expect(names).toContain('cross.C_Z.value');
    const total = names.filter((name) => name.endsWith('.customers')).reduce((sum, name) => sum + (figures[name] ?? 0), 0); // prettier-ignore
    expect(total).toBe(figures['pareto.customers']);
  });
});
