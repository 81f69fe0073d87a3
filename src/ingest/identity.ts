import { toSimplified } from '../base/simplified.ts';
import { emailKey, isMasked, isPlaceholderEmail, isPlaceholderPhone, phoneIdKey, phoneKey } from './contactPoints.ts'; // prettier-ignore
import { withoutLegalForm } from './legalForms.ts';
import type { MergeFound } from './problems.ts';
import type { MergeRule } from './types.ts';

/** A customer's id on some rows, with the e-mail address and telephone number that stand there. */
export interface Contacted {
  readonly id: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** On how many rows; 1 when not said. */
  readonly rows?: number;
}

/** In the order in which they are shown. */
export const mergeRules: readonly MergeRule[] = [
  'spelling', 'legal_form', 'phone', 'email', 'zeros', 'same_email', 'same_phone',
]; // prettier-ignore

/** An address or number that more ids than this share is a shop's, a courier's or made up: it is nobody's own. */
export const widelyShared = 20;

/**
 * What ids that are one customer under `rules` have in common; the id itself where no rule applies. One rule decides
 * by what the id looks like: an e-mail address is lower-cased under `email`; a telephone number is reduced to its
 * digits under `phone`; a number loses leading zeros under `zeros`; names and codes are folded under
 * `spelling`, and under `legal_form` folded and freed of their legal form. Masked ids (张**) stay as they are, because
 * they may be several people's. `same_email` and `same_phone` look at other cells and do nothing here.
 */
export function canonicalId(id: string, rules: ReadonlySet<MergeRule>): string {
  if (/^[1-9]\d{0,9}$/.test(id) || isMasked(id)) return id;
  if (id.includes('@') || id.includes('＠')) {
    const email = emailKey(id);
    if (email !== null)
      return rules.has('email') ? email : rules.has('spelling') ? id.normalize('NFKC').trim() : id;
  }
  if (rules.has('phone')) {
    const phone = phoneIdKey(id);
    if (phone !== null) return phone;
  }
  if (!rules.has('spelling') && !rules.has('legal_form')) return rules.has('zeros') ? withoutZeros(id) : id;
  const folded = foldName(id, rules.has('legal_form'));
  return rules.has('zeros') ? withoutZeros(folded) : folded;
}

const withoutZeros = (id: string): string => (/^0+\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id);

const blanksAndMarks = /[\p{Z}\p{P}\p{Cf}\s]+/gu;
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';
/** & and @ stand for words, so they count. */
const words: Readonly<Record<string, string>> = { '&': '\ue000', '@': '\ue001' };

/** Letters that differ in one of the cases only are the same: ß and SS, σ and ς, ı and I. */
function foldCase(text: string): string {
  const lower = text.toLowerCase();
  return isAscii.test(lower) ? lower : lower.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}
const isAscii = /^[ -~]*$/;

/**
 * Case, width, blanks, punctuation, and simplified against traditional characters do not count; that there is a mark
 * between two digits does, since 1-11 is not 11-1.
 */
function foldName(id: string, bare: boolean): string {
  if (/^[a-z0-9]+$/.test(id)) return id;
  const plain = toSimplified(foldCase(id.normalize('NFKC')));
  const name = bare ? withoutLegalForm(plain) : plain;
  const kept = name.replace(/[&@]/g, (char) => words[char]!);
  const folded = kept.replace(blanksAndMarks, (run: string, at: number) =>
    isDigit(kept[at - 1]) && isDigit(kept[at + run.length]) ? '-' : '',
  );
  // Accents may have stood apart from their letters until now.
  return folded === '' ? id : folded.normalize('NFKC');
}

/** Smaller indexes are roots, so the result does not depend on the order of joining. */
class Groups {
  readonly #parent: number[] = [];
  add(): number {
    return this.#parent.push(this.#parent.length) - 1;
  }
  find(i: number): number {
    let root = i;
    while (this.#parent[root] !== root) root = this.#parent[root]!;
    for (let at = i; at !== root;) {
      const up = this.#parent[at]!;
      this.#parent[at] = root;
      at = up;
    }
    return root;
  }
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.#parent[Math.max(x, y)] = Math.min(x, y);
  }
}

interface Known {
  readonly ids: readonly string[];
  readonly rows: readonly number[];
  /** Contact → indexes of the ids that have it, each once. */
  readonly emails: ReadonlyMap<string, ReadonlySet<number>>;
  readonly phones: ReadonlyMap<string, ReadonlySet<number>>;
}

function gather(identities: Iterable<Contacted>, email: boolean, phone: boolean): Known {
  const at = new Map<string, number>();
  const rows: number[] = [];
  const emails = new Map<string, Set<number>>();
  const phones = new Map<string, Set<number>>();
  const note = (map: Map<string, Set<number>>, key: string | null, i: number): void => {
    if (key === null) return;
    const found = map.get(key);
    if (found) found.add(i);
    else map.set(key, new Set([i]));
  };
  for (const identity of identities) {
    let i = at.get(identity.id);
    if (i === undefined) {
      i = at.size;
      at.set(identity.id, i);
      rows.push(0);
    }
    rows[i]! += identity.rows ?? 1;
    if (email && identity.email) note(emails, emailKey(identity.email), i);
    if (phone && identity.phone) note(phones, phoneKey(identity.phone), i);
  }
  return { ids: [...at.keys()], rows, emails, phones };
}

/** Joins the ids that share a contact of their own; tells how many ids share one that is nobody's. */
function joinByContact(
  contacts: ReadonlyMap<string, ReadonlySet<number>>,
  isPlaceholder: (key: string) => boolean,
  groups: Groups,
): number {
  const skipped = new Set<number>();
  for (const [key, ids] of contacts) {
    if (ids.size < 2) continue;
    if (ids.size > widelyShared || isPlaceholder(key)) {
      for (const i of ids) skipped.add(i);
      continue;
    }
    const [first, ...rest] = ids;
    for (const i of rest) groups.join(first!, i);
  }
  return skipped.size;
}

function joinByForm(ids: readonly string[], rules: ReadonlySet<MergeRule>, groups: Groups): void {
  const byForm = new Map<string, number>();
  const unchanged: number[] = [];
  ids.forEach((id, i) => {
    const form = canonicalId(id, rules);
    if (form === id) {
      unchanged.push(i);
      return;
    }
    const first = byForm.get(form);
    if (first === undefined) byForm.set(form, i);
    else groups.join(first, i);
  });
  if (byForm.size === 0) return;
  for (const i of unchanged) {
    const first = byForm.get(ids[i]!);
    if (first !== undefined) groups.join(first, i);
  }
}

function grouped(known: Known, rules: ReadonlySet<MergeRule>): { groups: Groups; skipped: number } {
  const groups = new Groups();
  for (let i = 0; i < known.ids.length; i++) groups.add();
  if (mergeRules.some((rule) => rules.has(rule) && !rule.startsWith('same_')))
    joinByForm(known.ids, rules, groups);
  let skipped = 0;
  if (rules.has('same_email')) skipped += joinByContact(known.emails, isPlaceholderEmail, groups);
  if (rules.has('same_phone')) skipped += joinByContact(known.phones, isPlaceholderPhone, groups);
  return { groups, skipped };
}

/** The members of the groups with more than one, each by its index, larger groups first, then by the first member. */
function members({ ids }: Known, groups: Groups): number[][] {
  const byRoot = new Map<number, number[]>();
  for (let i = 0; i < ids.length; i++) {
    const root = groups.find(i);
    if (root === i) continue;
    const found = byRoot.get(root);
    if (found) found.push(i);
    else byRoot.set(root, [root, i]);
  }
  return [...byRoot.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}

/** Most rows first, then by code units. */
const byWeight =
  ({ ids, rows }: Known) =>
  (a: number, b: number): number =>
    rows[b]! - rows[a]! || (ids[a]! < ids[b]! ? -1 : 1);

/**
 * Which ids change under `rules`, and into which: the one on most rows of those that are one customer, by code units
 * where several are. Ids that stay are not in the map. The same whatever the order of the rows.
 */
export function mergeIds(identities: Iterable<Contacted>, rules: Iterable<MergeRule>): Map<string, string> {
  const chosen = new Set(rules);
  const known = gather(identities, chosen.has('same_email'), chosen.has('same_phone'));
  const becomes = new Map<string, string>();
  for (const group of members(known, grouped(known, chosen).groups)) {
    const [first, ...rest] = group.sort(byWeight(known));
    for (const i of rest) becomes.set(known.ids[i]!, known.ids[first!]!);
  }
  return becomes;
}

const groupsShown = 3;
const idsShown = 6;

/**
 * What each rule alone would merge; rules that would merge nothing are left out. `legal_form` contains `spelling`, so
 * only groups that spelling does not make are counted for it.
 */
export function findMerges(identities: Iterable<Contacted>): MergeFound[] {
  const known = gather(identities, true, true);
  const spelling = new Set<MergeRule>(['spelling']);
  return mergeRules.flatMap((rule): MergeFound[] => {
    const { groups, skipped } = grouped(known, new Set([rule]));
    let found = members(known, groups);
    if (rule === 'legal_form') {
      found = found.filter(
        (group) => new Set(group.map((i) => canonicalId(known.ids[i]!, spelling))).size > 1,
      );
    }
    if (found.length === 0) return [];
    const ids = found.reduce((sum, group) => sum + group.length, 0);
    const examples = found
      .slice(0, groupsShown)
      .map((group) => group.sort(byWeight(known)).slice(0, idsShown).map((i) => known.ids[i]!)); // prettier-ignore
    return [{ rule, ids, customers: found.length, skipped, examples }];
  });
}
