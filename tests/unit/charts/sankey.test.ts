import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sankey, type SankeyFlow } from '../../../src/charts/sankey.ts';

const box = { width: 600, height: 300, node: 10, gap: 10, line: 18 };
const flow = (from: number, to: number, start: number, end = start): SankeyFlow => ({ from, to, start, end });

describe('sankey with a fixed order', () => {
  it('rows stand in the order of their numbers, however large', () => {
    const { nodes } = sankey([[flow(0, 2, 1), flow(2, 0, 90), flow(1, 1, 9)]], 3, box);
    const column = (c: number) => nodes.filter((node) => node.column === c);
    expect(column(0).map((node) => node.row)).toEqual([0, 1, 2]);
    expect(column(0).map((node) => node.y)).toEqual(column(0).map((node) => node.y).toSorted((a, b) => a - b)); // prettier-ignore
    expect(column(0)[2]!.height / column(0)[1]!.height).toBeCloseTo(10, 2);
    expect(column(0).map((node) => node.size)).toEqual([1, 9, 90]);
    expect(column(1)[0]!.x).toBe(590);
  });

  it('flows leave a node in the order of their goals', () => {
    const { ribbons, nodes } = sankey([[flow(0, 1, 30), flow(0, 0, 50), flow(1, 0, 20)]], 2, box);
    const [stay, down] = ribbons;
    expect([stay, down].map((ribbon) => ribbon?.to)).toEqual([0, 1]);
    expect(stay!.y + stay!.thickness / 2).toBeCloseTo(down!.y - down!.thickness / 2, 6);
    const a = nodes.find((node) => node.row === 0 && node.column === 0)!;
    expect(stay!.thickness + down!.thickness).toBeCloseTo(a.height, 1);
  });

  it('a flow may be thicker at one end', () => {
    const { nodes } = sankey([[flow(0, 0, 100, 50), flow(1, 1, 100, 250)]], 2, box);
    expect(nodes.map((node) => node.size)).toEqual([100, 100, 50, 250]);
  });

  it('rows without a flow are not drawn; nothing to draw draws nothing', () => {
    expect(sankey([[flow(0, 2, 5)]], 3, box).nodes.map((node) => [node.column, node.row])).toEqual([
      [0, 0],
      [1, 2],
    ]);
    expect(sankey([[]], 3, box)).toEqual({ nodes: [], ribbons: [] });
    const empty = sankey([[flow(0, 0, 0)]], 1, box);
    expect(empty.ribbons[0]!.path).not.toMatch(/NaN|Infinity/);
  });

  it('every column fits, nodes do not meet, labels are a line apart and inside', () => {
    const flows = fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 10_000 })), {
      selector: ([from, to]) => `${from},${to}`,
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(flows, flows, (a, b) => {
        const steps = [a, b].map((list) => list.map(([from, to, n]) => flow(from, to, n)));
        const { nodes, ribbons } = sankey(steps, 6, box);
        expect(ribbons).toHaveLength(a.length + b.length);
        for (const column of [0, 1, 2]) {
          const own = nodes.filter((node) => node.column === column);
          own.forEach((node, i) => {
            const next = own[i + 1];
            if (next) {
              expect(next.y).toBeGreaterThanOrEqual(node.y + node.height + box.gap - 0.05);
              expect(next.labelY - node.labelY).toBeGreaterThanOrEqual(box.line - 0.05);
            }
            // Nodes of less than a pixel are drawn with one.
            expect(node.y + node.height).toBeLessThanOrEqual(box.height + own.length);
            expect(node.labelY).toBeLessThanOrEqual(box.height - box.line / 2 + 0.05);
          });
        }
        for (const { path } of ribbons) expect(path).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { seed: 4 },
    );
  });
});
