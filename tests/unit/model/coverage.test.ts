import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/model/coverage.ts';
import { modelOf, modelQuery } from '../../../src/model/model.ts';
import { rollup } from '../../../src/model/rollup.ts';
import { defaultScope } from '../../../src/model/scope.ts';
import { Duck, load, type Written } from '../ingest/duck.ts';

const reading = { encoding: 'utf-8', delimiter: ',' } as const;
const sales: Written = {
  text: 'id,m,region\nA,5,N\nB,4,N\nB,4,S\nC,3,N\nD,2,\n,9,\nE,1,\n',
  roles: { id: 'customer_id', m: 'amount', region: 'region' },
  reading,
};
const tickets: Written = {
  text: 'id,st\nB,open\nB,closed\nZ,open\nY,open\n,open\nX,open\nW,open\n',
  roles: { id: 'customer_id', st: 'status' },
  shape: 'tickets',
  reading,
};
const profile: Written = {
  text: 'id,name,region,pot\nA,Ann,W,100\nQ,Quin,,7\nB,,W,x\n',
  roles: { id: 'customer_id', name: 'customer_name', region: 'region', pot: 'potential' },
  shape: 'profile',
  reading,
};

let duck: Duck;
beforeAll(async () => {
  duck = await Duck.open();
});
afterAll(() => duck.close());

async function opened(files: readonly Written[]) {
  const { compiled, shapes } = await load(duck, files);
  const model = modelOf(await duck.table(modelQuery()), shapes, compiled);
  const asked: string[] = [];
  const coverage = await coverageOf(model, (sql) => {
    asked.push(sql);
    return duck.table(sql);
  });
  return { model, coverage, asked };
}

describe('coverage of joined files', () => {
  it('counts customers both ways, with examples', async () => {
    const { model, coverage } = await opened([sales, tickets, profile]);
    expect(model).toMatchObject({
      shape: 'lines',
      sources: ['lines', 'tickets', 'profile'],
      sides: ['profile', 'tickets'],
      names: true,
      potential: true,
      walkinRows: 1,
    });
    expect(coverage).toEqual({
      customers: 5,
      sides: [
        {
          source: 1, shape: 'tickets', rows: 6, customers: 5, matched: 1, unmatched: 4, without: 4,
          unmatchedExamples: ['W', 'X', 'Y'], withoutExamples: ['A', 'C', 'D'],
        },
        {
          source: 2, shape: 'profile', rows: 3, customers: 3, matched: 2, unmatched: 1, without: 3,
          unmatchedExamples: ['Q'], withoutExamples: ['C', 'D', 'E'],
        },
      ],
      // A: N in the sales, W in the profile; B: N, S and W.
      conflicts: [{ column: 'region', customers: 2 }],
    }); // prettier-ignore
  });

  it('two files of one shape are reported apart', async () => {
    const more = { ...tickets, text: 'id,st\nA,open\nE,open\n' };
    const { coverage } = await opened([sales, tickets, more]);
    expect(coverage.sides.map(({ source, customers, matched, without }) => [source, customers, matched, without])).toEqual([
      [1, 5, 1, 4],
      [2, 2, 2, 3],
    ]); // prettier-ignore
  });

  it('a file that matches nobody says so', async () => {
    const { coverage } = await opened([sales, { ...tickets, text: 'id,st\nz,open\n' }]);
    expect(coverage.sides[0]).toMatchObject({ matched: 0, unmatched: 1, without: 5 });
  });

  it('asks nothing where nothing is joined', async () => {
    const plain = { ...sales, roles: { id: 'customer_id', m: 'amount' } } as const;
    const { coverage, asked, model } = await opened([plain]);
    expect(asked).toEqual([]);
    expect(coverage).toEqual({ customers: null, sides: [], conflicts: [] });
    expect(model).toMatchObject({ sides: [], dimensions: [], attributes: [] });
  });
});

describe('the rollup with a profile', () => {
  const query = (model: Parameters<typeof rollup>[1]) =>
    rollup({ ...defaultScope, measure: 'amount' }, model);
  it('takes names and potentials that the sales do not have; customers without sales are not ranked', async () => {
    const { model } = await opened([sales, profile]);
    const made = query(model);
    await duck.run([...made.statements, ...made.dayStatements]);
    expect(
      await duck.rows(`SELECT customer_id, customer_name, value, potential FROM ${made.customers.text} ORDER BY k`),
    ).toEqual([
      ['B', null, '80000', null],
      ['A', 'Ann', '50000', 100],
      ['C', null, '30000', null],
      ['D', null, '20000', null],
      ['E', null, '10000', null],
    ]); // prettier-ignore
  });

  it('the name on a sale goes before that of the profile', async () => {
    const named: Written = { text: 'id,m,n\nA,5,Anna\nQ,1,\n', roles: { id: 'customer_id', m: 'amount', n: 'customer_name' }, reading }; // prettier-ignore
    const { model } = await opened([named, profile]);
    const made = query(model);
    await duck.run([...made.statements, ...made.dayStatements]);
    expect(await duck.rows(`SELECT customer_name FROM ${made.customers.text} ORDER BY k`)).toEqual([['Anna'], ['Quin']]); // prettier-ignore
  });
});

describe('the shape of several files', () => {
  const of = async (...shapes: Written['shape'][]) => {
    const files = shapes.map((shape) => (shape === 'tickets' ? tickets : { ...sales, shape }));
    return (await opened(files)).model.shape;
  };
  it('is lines as soon as one has lines', async () => {
    expect(await of('customers', 'lines')).toBe('lines');
    expect(await of('customers', 'tickets')).toBe('customers');
    const periods: Written = { text: 'id,2023\nA,1\n', roles: { id: 'customer_id', 2023: 'year' }, shape: 'periods', reading }; // prettier-ignore
    expect((await opened([periods])).model).toMatchObject({ shape: 'periods', dates: true, rows: 1 });
  });
});
