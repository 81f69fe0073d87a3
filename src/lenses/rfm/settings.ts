import { preset } from '../../model/schemes/presets/rfm.ts';
import type { Settings } from '../../model/schemes/types.ts';
import { best, type Axis } from './bins.ts';
import type { Rfm } from './result.ts';

/** Digits of money that limits are kept with: amounts have no more. */
const tenThousandths = 10_000;
/** Far below a fifth of a ten-thousandth, the least by which a quantile of such amounts misses one of them. */
const noise = 0.001;

/**
 * Limits of one's own that score everyone as the cuts in force do: a quantile between two values, brought down to the
 * lower number that can be typed. Cuts that the data had no use for repeat the last.
 */
export function ownLimits({ cuts }: Rfm): Settings {
  const four = (axis: Axis, down: (cut: number) => number): readonly number[] => {
    const setting = preset.settings[`${axis}_cuts`]!;
    const found = cuts[axis].map(down);
    const padded = Array.from({ length: best - 1 }, (_, i) => found[Math.min(i, found.length - 1)]!);
    return found.length > 0 && setting.valid(padded) ? padded : (setting.fallback as readonly number[]);
  };
  return {
    r_cuts: four('r', Math.floor),
    f_cuts: four('f', Math.floor),
    m_cuts: four('m', (cut) => Math.floor(cut * tenThousandths + noise) / tenThousandths),
  };
}
