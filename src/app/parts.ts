import { loadAnalysis } from './analysing.ts';
import { samples } from '../samples/index.ts';
import type { Ports } from './ports.ts';

/**
 * Fetches everything that the page loads later, so that it goes on when the network is switched off. What fails is
 * fetched again, and its failure told, when it is needed.
 */
export async function fetchParts({
  engine,
  reader,
  importPage,
  notebook,
  customerPage,
}: Ports): Promise<void> {
  await Promise.allSettled([
    engine.open(),
    reader.open(),
    import('../charts/echarts.ts'),
    import('./export.ts'),
    import('papaparse'),
    importPage(),
    import('../model/guess.ts'),
    import('../ingest/identity.ts'),
    loadAnalysis().then(({ lenses }) => Promise.all(lenses.map((lens) => lens.view()))),
    notebook(),
    customerPage(),
    ...samples.map((sample) => sample.first()),
  ]);
}
