import { normalText } from './normalText.ts';
import type { Condition, TextTest } from './types.ts';

type Of<K extends Condition['kind']> = Extract<Condition, { readonly kind: K }>;

/** Whether b is true of every customer of whom a is, whatever the data; false where it cannot be said. */
export function implies(a: Condition, b: Condition): boolean {
  if (a.kind === 'any' && a.parts.length > 0) return a.parts.every((part) => implies(part, b));
  if (b.kind === 'all') return b.parts.every((part) => implies(a, part));
  if (a.kind === 'all' && a.parts.some((part) => implies(part, b))) return true;
  if (b.kind === 'any') return b.parts.some((part) => implies(a, part));
  if (a.kind === 'text' && b.kind === 'text') return narrower(a, b);
  if (a.kind === 'number' && b.kind === 'number') return a.of === b.of && inside(a, b);
  if (a.kind !== b.kind || !('of' in a) || !('of' in b) || a.of !== b.of) return false;
  return stricter(a, b);
}

/** Of two conditions of one kind on the same quantity. */
function stricter(a: Condition, b: Condition): boolean {
  if (a.kind === 'share' && b.kind === 'share') return a.crossing === b.crossing && a.cut <= b.cut;
  if (a.kind === 'top_count' && b.kind === 'top_count')
    return sameTest(a.within, b.within) && a.count <= b.count;
  if (a.kind === 'top_share' && b.kind === 'top_share')
    return sameTest(a.within, b.within) && a.rounding === b.rounding && a.basisPoints <= b.basisPoints;
  if (a.kind === 'percentile' && b.kind === 'percentile') return a.atLeast >= b.atLeast;
  if (a.kind === 'computed' && b.kind === 'computed')
    return a.point === 'pareto' || b.point === 'submarginal';
  return false;
}

/** Whether the numbers that a allows are among those that b allows. */
function inside(a: Of<'number'>, b: Of<'number'>): boolean {
  if (typeof a.than !== 'number' || typeof b.than !== 'number') return a.than === b.than && (a.is === b.is || looser(a.is, b.is)); // prettier-ignore
  if (b.is === 'eq') return a.is === 'eq' && a.than === b.than;
  const up = b.is === 'gte' || b.is === 'gt';
  if (a.is !== 'eq' && up !== (a.is === 'gte' || a.is === 'gt')) return false;
  const beyond = up ? a.than - b.than : b.than - a.than;
  const bOpen = b.is === 'gt' || b.is === 'lt';
  const aOpen = a.is === 'gt' || a.is === 'lt';
  return beyond > 0 || (beyond === 0 && (!bOpen || aOpen));
}

const looser = (a: Of<'number'>['is'], b: Of<'number'>['is']): boolean =>
  ((a === 'gt' || a === 'eq') && b === 'gte') || ((a === 'lt' || a === 'eq') && b === 'lte');

const setOf = ({ values }: TextTest): ReadonlySet<string> => new Set(values.map(normalText));

const within = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((text) => all.has(text));

function narrower(a: TextTest, b: TextTest): boolean {
  if (a.field !== b.field) return false;
  const [mine, theirs] = [setOf(a), setOf(b)];
  if (a.anyOther) return b.anyOther === true && within(theirs, mine);
  return b.anyOther ? [...mine].every((text) => !theirs.has(text)) : within(mine, theirs);
}

const sameTest = (a: TextTest | undefined, b: TextTest | undefined): boolean =>
  a === undefined || b === undefined ? a === b : narrower(a, b) && narrower(b, a);
