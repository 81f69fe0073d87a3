import type { Day } from '../base/day.ts';

export interface Clock {
  /** Today's date in the user's zone. */
  today(): Day;
  /** Milliseconds on a monotonic clock. */
  now(): number;
}
