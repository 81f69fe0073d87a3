import { optionalDay, optionalNumber, paramSpec } from '../params.ts';

export interface ChurnParams {
  /** Days without an order after which a customer counts as lost; null = as the file's own gaps suggest. */
  readonly silenceDays: number | null;
  /** null = last date minus the window. */
  readonly backtestCut: number | null;
  /** Days; null = the silence days, at least 90. */
  readonly backtestWindow: number | null;
}

export const params = paramSpec<ChurnParams>({
  silenceDays: optionalNumber('silence_days', 1, 36_500),
  backtestCut: optionalDay('backtest_cut'),
  backtestWindow: optionalNumber('backtest_window', 1, 36_500),
});
