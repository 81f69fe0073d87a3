import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provisional } from '../../../src/app/provisional.ts';
import { newNotebook } from '../../../src/document/schema.ts';
import { liveOf } from '../../../src/lenses/frame.ts';
import { lenses, lensOf } from '../../../src/lenses/registry.ts';
import { defaultScope } from '../../../src/model/scope.ts';
import { defaultTierRule } from '../../../src/model/tierRule.ts';
import { samples } from '../../../src/samples/index.ts';
import { nodeEngine } from '../../support/nodeEngine.ts';
import { bookFor } from '../../support/lenses.ts';
import { openFile } from '../../support/pipeline.ts';

const engine = nodeEngine();
beforeAll(() => engine.open());
afterAll(() => engine.close());

describe.each(samples)('the first result of $id', (sample) => {
  it('gives overview, pareto and tiers the figures that the engine computes from the text', async () => {
    const notebook = newNotebook(lenses.map(({ id }) => id));
    const { frame, results } = provisional(await sample.first(), notebook);
    expect(Object.keys(results).toSorted()).toEqual(['overview', 'pareto', 'tiers']);
    const { data } = await openFile(engine, new File([sample.csv()], sample.fileName), sample.roles);
    const real = await data.frame(defaultScope, bookFor());
    expect(frame.rollup.period).toEqual(real.rollup.period);
    let compared = 0;
    for (const [id, first] of Object.entries(results)) {
      const lens = lensOf(id)!;
      const computed = await data.result(lens, real, {});
      if (first.result.state !== 'ok' || computed.state !== 'ok')
        throw new Error(`${id} is ${first.result.state}, then ${computed.state}`);
      const expected = lens.figures(computed.value, liveOf(real, defaultTierRule), real, first.params);
      const shown = lens.figures(
        first.result.value,
        liveOf(first.frame, defaultTierRule),
        first.frame,
        first.params,
      );
      expect(shown).toEqual(expected);
      compared += Object.keys(expected).length;
    }
    expect(compared).toBeGreaterThan(40);
  });
});
