import type { Format } from '../../format/format.ts';
import { units } from '../frame.ts';
import { cells } from '../grid.ts';
import { figure, type Sentence } from '../say.ts';
import type { Frame, Live } from '../types.ts';
import type { MatrixParams } from './params.ts';
import { percentiles, risingPotential, type Matrix } from './result.ts';
import type { Words } from './strings.ts';

export function insight(
  matrix: Matrix,
  live: Live,
  frame: Frame,
  params: MatrixParams,
  format: Format,
  t: Words,
  measure: string,
): Sentence {
  if (matrix.prefix.n === 1) return t.one(frame.customers.ids.at(0) ?? '');
  if (matrix.equal) return t.equal(format.integer(matrix.prefix.n));
  const table = cells(matrix, live);
  const rising = table[2]?.[0];
  const fading = table[0]?.[2];
  const total = units(frame.ranked.total);
  const of = (tenThousandths: number): string => format.percent(units(tenThousandths) / total);
  const cuts = percentiles(params);
  const two = matrix.size === '2x2';
  const thirds = params.cut2 === null && (two || params.cut1 === null);
  const risingPart = risingPotential(matrix, live);
  return t.insight({
    source: matrix.source,
    // Thirds are said as such; other cuts by the part of the customers that they leave.
    top: thirds ? null : format.percentShort(1 - Math.max(...cuts) / 100),
    bottom: thirds ? null : format.percentShort(Math.min(...cuts) / 100),
    two,
    rising: figure(
      format.integer(rising?.customers ?? 0),
      'matrix.low_high.customers',
      rising?.customers ?? 0,
    ),
    risingOne: rising?.customers === 1,
    risingShare: of(rising?.value ?? 0),
    risingPotential:
      risingPart === null ? null : figure(format.percent(risingPart), 'matrix.rising_potential', risingPart),
    fading: figure(
      format.integer(fading?.customers ?? 0),
      'matrix.high_low.customers',
      fading?.customers ?? 0,
    ),
    fadingOne: fading?.customers === 1,
    fadingShare: of(fading?.value ?? 0),
    measure,
  });
}
