import { choice, paramSpec, schemeId } from '../params.ts';

export interface CrossParams {
  /** Ids of schemes; null = chosen by what the files have (see pair.ts). */
  readonly first: string | null;
  readonly second: string | null;
  /** What a cell's share is a share of. */
  readonly share: 'all' | 'row' | 'column';
  readonly of: 'value' | 'customers';
}

export const params = paramSpec<CrossParams>({
  first: schemeId('cross_first'),
  second: schemeId('cross_second'),
  share: choice('cross_share', ['all', 'row', 'column'], 'all'),
  of: choice('cross_of', ['value', 'customers'], 'value'),
});
