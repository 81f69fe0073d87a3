type Analysis = typeof import('./analysis.ts');

let loaded: Analysis | null = null;

/** Fetches the analysis once; a failed attempt may be made again. */
export async function loadAnalysis(): Promise<Analysis> {
  loaded ??= await import('./analysis.ts');
  return loaded;
}

/** The analysis, which is there as soon as anything is open. */
export function analysis(): Analysis {
  if (!loaded) throw new Error('the analysis is asked for before it was loaded');
  return loaded;
}
