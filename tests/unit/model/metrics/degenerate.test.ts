import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/base/table.ts';
import { metricIds } from '../../../../src/model/metrics/types.ts';
import { degenerate, ordinary } from '../../../lenses/tables.ts';
import { nodeEngine } from '../../../support/nodeEngine.ts';
import { wasmEngine } from '../../../support/wasmEngine.ts';
import { made } from './made.ts';
import type { SalesShape } from '../../../../src/ingest/types.ts';

const portTypes = ['DOUBLE', 'BIGINT', 'VARCHAR', 'BOOLEAN', 'DATE'];

const sides = {
  attributes: [
    { role: 'industry' as const, values: { A: 'Mining', B: 'Mining' } },
    { role: 'size' as const, values: { A: '大型' } },
    { header: '是否合规', values: { A: '否' } },
  ],
  surveys: [
    { customer: 'A', day: '2024-01-05', satisfaction: '满意', recommend: '9', repurchase_prob: '70%' },
  ],
  contacts: [{ customer: 'A', day: '2024-01-05', direction: '呼出', purpose: '回访' }],
  tickets: [{ customer: 'A', day: '2024-01-06' }],
  receivables: [{ customer: 'A', amount: '10', due_date: '2024-01-03', credit_limit: '20' }],
};

describe.each([
  ['native', nodeEngine()],
  ['the page’s engine', wasmEngine()],
])('%s', (name, engine) => {
  beforeAll(() => engine.open());
  afterAll(() => engine.close());
  const cases = name === 'native' ? [...degenerate, ordinary] : [...degenerate.slice(0, 3), ordinary];

  it.each(cases)('$name: one number per customer, and only types that may cross the port', async (table) => {
    for (const scope of [
      {},
      { measure: 'orders' as const },
      { from: 19_000, to: 19_050 },
      { walkin: 'one' as const },
    ])
      for (const joined of [{}, sides]) {
        const found = await made(
          engine,
          { lines: table.lines, shape: table.shape as SalesShape, ...joined },
          { scope, texts: ['industry', 'region'] },
        );
        const n = found.ids.length;
        for (const [statement, sql] of Object.entries(found.statements)) {
          if (statement !== 'gaps' && statement !== 'repeats')
            expect([statement, found.tables[statement]!.rows]).toEqual([statement, n]);
          const described = await engine.query(`DESCRIBE ${sql}`);
          const types = texts(described, 'column_type');
          for (let i = 0; i < described.rows; i++) expect(portTypes).toContain(types.at(i));
        }
        for (const id of metricIds) {
          expect(found.metrics.number(id)).toHaveLength(n);
          expect([id, found.metrics.number(id).some((v) => v === Infinity || v === -Infinity)]).toEqual([
            id,
            false,
          ]);
          if (!found.metrics.has(id))
            expect([id, found.metrics.number(id).every(Number.isNaN)]).toEqual([id, true]);
        }
        expect(found.metrics.text('industry').codes).toHaveLength(n);
        expect(found.metrics.text('region').codes.every((code) => code === -1)).toBe(true);
      }
  });
});
