import { lenses } from '../lenses/registry.ts';
import { samples } from '../samples/index.ts';
import type { Ports } from './ports.ts';

/**
 * Fetches everything that the page loads later, so that it goes on when the network is switched off. What fails is
 * fetched again, and its failure told, when it is needed.
 */
export async function fetchParts({ engine, reader, importPage }: Ports): Promise<void> {
  await Promise.allSettled([
    engine.open(),
    reader.open(),
    import('../charts/echarts.ts'),
    import('papaparse'),
    importPage(),
    import('../model/guess.ts'),
    import('../ingest/identity.ts'),
    ...lenses.map((lens) => lens.view()),
    ...samples.map((sample) => sample.first()),
  ]);
}
