import { dayOf } from '../base/day.ts';
import type { Clock } from '../ports/clock.ts';

export const systemClock: Clock = {
  today() {
    const now = new Date();
    return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  },
  now: () => performance.now(),
};
