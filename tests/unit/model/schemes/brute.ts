import type { Source } from '../../../../src/model/schemes/apply.ts';
import type { Condition, Quantity, Rules, Score, TextTest } from '../../../../src/model/schemes/types.ts';

/** Rules carried out one customer at a time, in the plainest way and with exact integers; shares no code with the page. */

type Truth = boolean | null;
interface Found {
  readonly holds: Truth;
  readonly near: boolean;
  readonly tied: boolean;
}
const plain = (holds: Truth): Found => ({ holds, near: false, tied: false });

/** Ten-thousandths of a customer's value as it counts on the curve or beside it. */
const exactValue = ({ customers, ranked }: Source, k: number): bigint => k < ranked.n ? ranked.valueExact(k) : BigInt(customers.value[k]!); // prettier-ignore

const isPlaced = (source: Source, rules: Rules, k: number): boolean => {
  if (rules.population === 'all') return true;
  if (k >= source.ranked.n) return false;
  return rules.population === 'ranked' || source.customers.orders[k]! >= 1;
};

const everyone = (source: Source): number[] => Array.from({ length: source.customers.n }, (_, k) => k);

export function bruteNumber(source: Source, rules: Rules, of: Quantity, k: number): number {
  if (of === 'value') return Number(exactValue(source, k)) / 10_000;
  if (!of.startsWith('score:'))
    return source.metrics.has(of as never) ? source.metrics.number(of as never)[k]! : NaN;
  const score = rules.scores.find(({ id }) => of === `score:${id}`);
  return score && isPlaced(source, rules, k) ? bruteScore(source, rules, score, k) : NaN;
}

/** Known values of those placed. */
const knownValues = (source: Source, rules: Rules, of: Quantity): { k: number; x: number }[] =>
  everyone(source)
    .filter((k) => isPlaced(source, rules, k))
    .map((k) => ({ k, x: bruteNumber(source, rules, of, k) }))
    .filter(({ x }) => !Number.isNaN(x));

function bruteScore(source: Source, rules: Rules, score: Score, k: number): number {
  if (score.kind === 'weighted') {
    let sum = 0;
    let weights = 0;
    for (const { of, weight, scale } of score.parts) {
      const x = bruteNumber(source, rules, of, k);
      if (Number.isNaN(x) || weight <= 0) continue;
      let scaled: number;
      if (scale === 'percentile') {
        const others = knownValues(source, rules, of);
        const below = others.filter((o) => o.x < x).length;
        const equal = others.filter((o) => o.x === x).length;
        scaled = (100 * (below + equal / 2)) / others.length;
      } else scaled = Math.max(0, Math.min(100, (100 * (x - scale.from)) / (scale.to - scale.from)));
      sum += weight * scaled;
      weights += weight;
    }
    return weights > 0 ? sum / weights : NaN;
  }
  if (score.kind === 'table') {
    let cell = 0;
    for (const { of, edges } of score.axes) {
      const x = bruteNumber(source, rules, of, k);
      if (Number.isNaN(x)) return NaN;
      cell = cell * (edges.length + 1) + edges.filter((edge) => edge <= x).length;
    }
    return score.classes[cell]!;
  }
  const x = bruteNumber(source, rules, score.of, k);
  if (Number.isNaN(x)) return NaN;
  const { cuts } = score;
  let passed: number;
  let bins: number;
  if (cuts.kind === 'bands') {
    passed = cuts.edges.filter((edge) => edge <= x).length;
    bins = cuts.edges.length + 1;
  } else {
    if (cuts.kind === 'suggested') throw new Error('not here');
    const sorted = knownValues(source, rules, score.of).map((o) => o.x).sort((a, b) => a - b); // prettier-ignore
    const at = (p: number): number => {
      const place = (sorted.length - 1) * p;
      const low = sorted[Math.floor(place)]!;
      const high = sorted[Math.min(sorted.length - 1, Math.floor(place) + 1)]!;
      return low + (place - Math.floor(place)) * (high - low);
    };
    const values = cuts.kind === 'values' ? cuts.values : cuts.at.map(at);
    passed = values.filter((cut) => cut < x).length;
    bins = values.length + 1;
  }
  return score.best === 'high' ? passed + 1 : bins - passed;
}

/** Only the spellings that the tests use. */
const spelling: Readonly<Record<string, string>> = { ' A ': 'a', A: 'a', a: 'a', b: 'b', 代理商: '代理商', '代 理商': '代理商' }; // prettier-ignore

function bruteText(source: Source, { field, values, anyOther }: TextTest, k: number): Truth {
  if (!source.metrics.has(field)) return null;
  const texts = source.metrics.text(field);
  const code = texts.codes[k]!;
  if (code < 0) return null;
  const among = values.some((value) => spelling[value]! === spelling[texts.values[code]!]!);
  return anyOther ? !among : among;
}

function bruteShare(
  source: Source,
  rules: Rules,
  condition: Extract<Condition, { kind: 'share' }>,
  k: number,
): Found {
  const { of, cut, crossing } = condition;
  const curve = (
    of === 'value'
      ? everyone(source)
          .slice(0, source.ranked.n)
          .map((rank) => ({ k: rank, x: exactValue(source, rank) }))
      : knownValues(source, rules, of).map((o) => ({ k: o.k, x: BigInt(Math.round(o.x * 10_000)) }))
  ).sort((a, b) => (a.x > b.x ? -1 : a.x < b.x ? 1 : a.k - b.k));
  const total = curve.reduce((sum, { x }) => sum + x, 0n);
  if (total <= 0n) return plain(null);
  const at = curve.findIndex((o) => o.k === k);
  if (at < 0) return plain(of === 'value' ? false : null);
  let before = 0n;
  const steps = curve.map(({ x }) => {
    const step = { x, before, after: before + x };
    before += x;
    return step;
  });
  // Whether somebody would be in without regard to equals; only as long as the sum does not fall.
  const alone = ({ x, before, after }: (typeof steps)[number]): boolean =>
    x >= 0n && (crossing === 'better' ? before * 10_000n < total * BigInt(cut) : after * 10_000n <= total * BigInt(cut)); // prettier-ignore
  const holds = steps.some((step) => step.x === steps[at]!.x && alone(step));
  const own = steps[at]!;
  const distance = own.after * 10_000n - total * BigInt(cut);
  return {
    holds,
    near: own.x >= 0n && distance <= total * 100n && distance >= -total * 100n,
    tied: holds && !alone(own),
  };
}

function bruteTop(
  source: Source,
  rules: Rules,
  condition: Extract<Condition, { kind: 'top_count' | 'top_share' }>,
  k: number,
): Found {
  const { of, within } = condition;
  const allowed = within ? bruteText(source, within, k) : true;
  if (allowed !== true) return plain(allowed);
  const x = bruteNumber(source, rules, of, k);
  if (Number.isNaN(x)) return plain(null);
  const counted = knownValues(source, rules, of).filter(
    (o) => !within || bruteText(source, within, o.k) === true,
  );
  const n = counted.length;
  const exact = condition.kind === 'top_share' ? (n * condition.basisPoints) / 10_000 : condition.count;
  const whole =
    condition.kind === 'top_share' && condition.rounding === 'up' ? Math.ceil(exact) : Math.floor(exact);
  const above = counted.filter((o) => o.x > x).length;
  const equalBefore = counted.filter((o) => o.x === x && o.k < k).length;
  const holds = above < whole;
  const percent = condition.kind === 'top_share' ? condition.basisPoints / 100 : (100 * whole) / n;
  return {
    holds,
    near: Math.abs((100 * (above + 1)) / n - percent) <= 1 + 1e-9,
    tied: holds && above + equalBefore >= whole,
  };
}

function bruteFound(source: Source, rules: Rules, condition: Condition, k: number): Found {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => bruteFound(source, rules, part, k));
      const all = condition.kind === 'all';
      const holds = all
        ? parts.some((p) => p.holds === false) ? false : parts.some((p) => p.holds === null) ? null : true
        : parts.some((p) => p.holds === true) ? true : parts.some((p) => p.holds === null) ? null : false; // prettier-ignore
      if (holds === null) return plain(null);
      const settles = parts.filter((p) => p.holds === !all);
      const among = (mark: (p: Found) => boolean): boolean =>
        holds === !all ? settles.every(mark) : parts.some(mark);
      return { holds, near: among((p) => p.near), tied: holds && among((p) => p.tied) };
    }
    case 'text':
      return plain(bruteText(source, condition, k));
    case 'share':
      return bruteShare(source, rules, condition, k);
    case 'top_count':
    case 'top_share':
      return bruteTop(source, rules, condition, k);
    case 'percentile': {
      const x = bruteNumber(source, rules, condition.of, k);
      if (Number.isNaN(x)) return plain(null);
      const others = knownValues(source, rules, condition.of);
      const below = others.filter((o) => o.x < x).length;
      const equal = others.filter((o) => o.x === x).length;
      const rank = (100 * (below + equal / 2)) / others.length;
      const distance = rank - condition.atLeast;
      return { holds: distance >= -1e-9, near: Math.abs(distance) <= 1 + 1e-9, tied: false };
    }
    case 'number': {
      const x = bruteNumber(source, rules, condition.of, k);
      const than = condition.than === 'silence_days' ? source.metrics.silenceDays : condition.than;
      if (Number.isNaN(x) || than === null) return plain(null);
      const { is } = condition;
      const holds = is === 'gte' ? x >= than : is === 'gt' ? x > than : is === 'lte' ? x <= than : is === 'lt' ? x < than : x === than; // prettier-ignore
      const band = bands[condition.of as keyof typeof bands] ?? null;
      const width = band === null || is === 'eq' ? null : band(than);
      return { holds, near: width !== null && Math.abs(x - than) <= width + 1e-9, tied: false };
    }
    case 'computed':
      throw new Error('tested by itself');
  }
}

/** How near is near, of the quantities that the tests use. */
const bands = {
  value: (than: number) => Math.abs(than) / 100,
  orders: () => 1,
  growth_rate: () => 0.01,
  cv: (than: number) => Math.abs(than) / 100,
  'score:w': () => 1,
};

export interface BruteTier {
  customers: number;
  value: bigint;
  cut: bigint | null;
  near: number;
  tied: number;
  shadowed: number;
  unknown: number;
}

export function brute(source: Source, rules: Rules): { tierOf: number[]; tiers: BruteTier[] } {
  const tiers = [...rules.tiers, rules.rest].map((): BruteTier => ({ customers: 0, value: 0n, cut: null, near: 0, tied: 0, shadowed: 0, unknown: 0 })); // prettier-ignore
  const tierOf = everyone(source).map((k) => {
    if (!isPlaced(source, rules, k)) return -1;
    let taken = -1;
    rules.tiers.forEach(({ when }, i) => {
      const found = bruteFound(source, rules, when, k);
      if (found.near) tiers[i]!.near++;
      if (found.holds === true && taken >= 0) tiers[i]!.shadowed++;
      if (found.holds === null && taken < 0) tiers[i]!.unknown++;
      if (found.holds === true && taken < 0) {
        taken = i;
        if (found.tied) tiers[i]!.tied++;
      }
    });
    const tier = taken < 0 ? rules.tiers.length : taken;
    const value = exactValue(source, k);
    tiers[tier]!.customers++;
    tiers[tier]!.value += value;
    if (tiers[tier]!.cut === null || value < tiers[tier]!.cut) tiers[tier]!.cut = value;
    return tier;
  });
  return { tierOf, tiers };
}
