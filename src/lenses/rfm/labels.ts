import type { Format } from '../../format/format.ts';
import type { Lang } from '../../i18n/lang.ts';
import { preset, rfmGrid, type RfmSegment } from '../../model/schemes/presets/rfm.ts';
import type { Tiering } from '../../model/schemes/types.ts';
import type { Axis, Limits } from './bins.ts';
import type { Rfm } from './result.ts';
import type { Words } from './strings.ts';

/** The values that a score stands for: "14–33 days", "7 orders or more", "up to 250". */
export function binText(axis: Axis, { above, upTo, exists }: Limits, format: Format, t: Words): string {
  if (!exists) return t.noValue;
  if (above === null && upTo === null) return t.anyValue;
  if (axis === 'm') {
    if (above === null) return t.upTo(format.money(upTo));
    return upTo === null ? t.over(format.money(above)) : format.span(format.money(above), format.money(upTo));
  }
  // Days and orders are whole numbers, so a cut at 13.8 lies between 13 and 14; the fewest orders are 1.
  const first = above === null ? (axis === 'f' ? 1 : null) : Math.floor(above) + 1;
  const last = upTo === null ? null : Math.floor(upTo);
  const say = t.bin[axis];
  if (first === null) return last === null ? t.anyValue : t.upTo(say(format.integer(last), last));
  if (last === null)
    return axis === 'f'
      ? t.atLeast(say(format.integer(first), first))
      : t.over(say(format.integer(first - 1), first - 1));
  if (first > last) return t.noValue;
  return say(first === last ? format.integer(first) : format.span(format.integer(first), format.integer(last)), last); // prettier-ignore
}

export const segmentAt = (r: number, f: number): RfmSegment =>
  rfmGrid.find(
    (segment) => r >= segment.r[0] && r <= segment.r[1] && f >= segment.f[0] && f <= segment.f[1],
  )!;

/** Whether the cell is the first of its segment as one reads: there its name stands, once. */
export function isFirst(r: number, f: number): boolean {
  const segment = segmentAt(r, f);
  return segment.r[0] === r && segment.f[1] === f;
}

/** Sides of a cell on which another segment, or nothing, begins; more orders are above, more recent is right. */
export function edgesOf(r: number, f: number): readonly ('top' | 'bottom' | 'left' | 'right')[] {
  const segment = segmentAt(r, f);
  return [
    ...(f === segment.f[1] ? (['top'] as const) : []),
    ...(f === segment.f[0] ? (['bottom'] as const) : []),
    ...(r === segment.r[0] ? (['left'] as const) : []),
    ...(r === segment.r[1] ? (['right'] as const) : []),
  ];
}

/** A segment's name: the user's own, else the preset's word. */
export function segmentName({ tiers }: Tiering, id: string, lang: Lang): string {
  return tiers.find((tier) => tier.id === id)?.name ?? preset.strings[lang].tiers[id] ?? id;
}

const runText = ([low, high]: readonly [number, number], format: Format): string =>
  low === high ? format.integer(low) : format.span(format.integer(low), format.integer(high));

/** Scores of a segment: "R 5, F 4–5". */
export const scoresText = ({ r, f }: Pick<RfmSegment, 'r' | 'f'>, format: Format, t: Words): string =>
  t.runs(runText(r, format), runText(f, format));

/** Segments whose scores of R or of F nobody has. */
export function outOfReach({ bins }: Rfm): readonly RfmSegment[] {
  const some = (axis: 'r' | 'f', [low, high]: readonly [number, number]): boolean =>
    bins[axis].some((bin) => bin.customers > 0 && bin.score >= low && bin.score <= high);
  return rfmGrid.filter((segment) => !some('r', segment.r) || !some('f', segment.f));
}
