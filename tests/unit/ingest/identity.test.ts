import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalId, findMerges, mergeIds, mergeRules } from '../../../src/ingest/identity.ts';
import type { Contacted } from '../../../src/ingest/identity.ts';
import type { MergeRule } from '../../../src/ingest/types.ts';

const same = (rules: MergeRule[], a: string, b: string): boolean =>
  canonicalId(a, new Set(rules)) === canonicalId(b, new Set(rules));

describe('ids that are one customer under a rule', () => {
  it.each<[MergeRule, string, string]>([
    ['spelling', 'ACME ', 'acme'],
    ['spelling', 'ＡＣＭＥ　Trading', 'Acme trading'],
    ['spelling', 'A. C. M. E.', 'ACME'],
    ['spelling', 'Müller', 'Mu\u0308ller'],
    ['spelling', 'Weiß & Söhne', 'WEISS & SÖHNE'],
    ['spelling', 'ΟΔΟΣ', 'οδός'.normalize('NFD').replace('\u0301', '')],
    ['spelling', '臺灣積體電路', '台湾积体电路'],
    ['spelling', '華為技術', '华为 技术'],
    ['spelling', 'O’Brien', "O'BRIEN"],
    ['spelling', '#1001', '1001'],
    ['spelling', 'AB-001', 'ab001'],
    ['spelling', 'Procter & Gamble', 'PROCTER&GAMBLE'],
    ['legal_form', '上海华为有限公司', '上海华为'],
    ['legal_form', '上海华为有限责任公司', '上海华为股份有限公司'],
    ['legal_form', '鴻海精密工業股份有限公司', '鸿海精密工业'],
    ['legal_form', 'Acme Co., Ltd.', 'ACME'],
    ['legal_form', 'Acme, Inc.', 'Acme L.L.C.'],
    ['legal_form', 'Müller GmbH & Co. KG', 'Müller'],
    ['legal_form', 'Telefónica, S.A.', 'Telefónica'],
    ['legal_form', 'Barilla S.p.A.', 'BARILLA'],
    ['legal_form', 'Vodka Sp. z o.o.', 'Vodka'],
    ['legal_form', 'Shell Pte Ltd', 'Shell Pty. Limited'],
    ['legal_form', '株式会社日立製作所', '日立製作所'],
    ['legal_form', '日立製作所㈱', '日立製作所'],
    ['legal_form', '삼성전자 주식회사', '(주)삼성전자'],
    ['legal_form', 'ООО «Ромашка»', 'Ромашка'],
    ['phone', '138-0013-8001', '+86 13800138001'],
    ['phone', '0086 138 0013 8001', '13800138001'],
    ['phone', '8613800138001', '13800138001'],
    ['phone', '＋８６１３８００１３８００１', '138 0013 8001'],
    ['phone', '(021) 5555-6677', '021-55556677'],
    ['phone', '+86 21 5555 6677', '021-5555-6677'],
    ['phone', '021-55556677-801', '021-5555 6677 转 801'],
    ['phone', '+44 (0)20 7946 0958', '0044 20 7946 0958'],
    ['phone', '+1 (415) 555-0123', '+1 415.555.0123'],
    ['email', 'Ann@Example.com', 'ann@example.COM'],
    ['zeros', '000123', '123'],
    ['zeros', '0098765432109876543', '98765432109876543'],
  ])('%s: %s = %s', (rule, a, b) => {
    expect(same([rule], a, b)).toBe(true);
    expect(same([], a, b), 'without the rule').toBe(a === b);
  });

  it.each<[MergeRule, string, string]>([
    ['spelling', '1-11', '11-1'],
    ['spelling', '1.5', '15'],
    ['spelling', 'C++', 'C'],
    ['spelling', 'A&B', 'AB'],
    ['spelling', 'a.b@shop.com', 'ab@shop.com'],
    ['spelling', 'Ann@shop.com', 'ann@shop.com'],
    ['spelling', '张*', '张'],
    ['spelling', '007', '7'],
    ['spelling', '-', '—'],
    ['legal_form', '阿里巴巴集团', '阿里巴巴'],
    ['legal_form', '华为有限公司(上海)', '华为有限公司'],
    ['legal_form', '华为有限公司上海分公司', '华为有限公司'],
    ['legal_form', '上海分公司', '上海分'],
    ['legal_form', 'Nissan', 'Nis'],
    ['legal_form', 'Texaco', 'Texa'],
    ['legal_form', 'Co Ltd', 'Inc'],
    ['phone', '138****8001', '138 **** 8001'],
    ['phone', '0212345678', '212345678'],
    ['phone', '123-45678', '1234-5678'],
    ['phone', '021-55556677-801', '021-55556677-802'],
    ['phone', '021-55556677-801', '021-55556677'],
    ['phone', '+1 415 555 0123', '+86 415 555 0123'],
    ['email', 'ann+shop@example.org', 'ann@example.org'],
    ['zeros', '0A1', 'A1'],
    ['zeros', '1.0', '1'],
  ])('%s: %s is not %s', (rule, a, b) => {
    expect(same([rule], a, b)).toBe(false);
  });

  it('folds twice to the same, and in either case', () => {
    // Without legal forms, whose removal may bring another one to the end.
    const rules = fc.subarray(mergeRules.filter((rule) => rule !== 'legal_form')).map((chosen) => new Set(chosen)); // prettier-ignore
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.stringMatching(/^[A0１ .&-]{0,8}(Co|Ltd|公司)?$/),
    );
    const spelling = new Set<MergeRule>(['spelling']);
    fc.assert(
      fc.property(text, rules, (id, chosen) => {
        const folded = canonicalId(id, chosen);
        expect(canonicalId(folded, chosen)).toBe(folded);
        // E-mail addresses keep their case, masked ids everything.
        if (/[@＠﹫*＊﹡●•]/.test(id)) return;
        const spelt = canonicalId(id, spelling);
        expect(canonicalId(id.toUpperCase(), spelling)).toBe(spelt);
        expect(canonicalId(id.toLowerCase(), spelling)).toBe(spelt);
      }),
      { numRuns: 500 },
    );
  });
});

describe('mergeIds', () => {
  it('takes the id of most rows, then the first by code units', () => {
    const rows: Contacted[] = [
      { id: 'Acme' }, { id: 'ACME' }, { id: 'ACME' }, { id: 'acme ' }, { id: 'Beta', rows: 2 }, { id: 'beta', rows: 2 }, { id: 'Gamma' },
    ]; // prettier-ignore
    expect([...mergeIds(rows, ['spelling'])].sort()).toEqual([
      ['Acme', 'ACME'],
      ['acme ', 'ACME'],
      ['beta', 'Beta'],
    ]);
    expect(mergeIds(rows, ['email', 'zeros']).size).toBe(0);
    expect(mergeIds(rows, []).size).toBe(0);
  });

  it('joins ids by a contact of their own, from one to the next', () => {
    const rows: Contacted[] = [
      { id: 'M1', email: 'ann@shop.com', phone: null },
      { id: 'M2', email: 'ANN@shop.com ', phone: '138-0013-8001' },
      { id: 'M3', phone: '+86 13800138001' },
      { id: 'M4', email: 'bob@shop.com', phone: '138****8001' },
      { id: 'M5', email: 'b***@shop.com', phone: '138****8001' },
      { id: 'M6', email: 'b***@shop.com' },
    ];
    expect(Object.fromEntries(mergeIds(rows, ['same_email']))).toEqual({ M2: 'M1' });
    expect(Object.fromEntries(mergeIds(rows, ['same_phone']))).toEqual({ M3: 'M2' });
    expect(Object.fromEntries(mergeIds(rows, ['same_email', 'same_phone']))).toEqual({ M2: 'M1', M3: 'M1' });
  });

  it('does not join by contacts that are nobody’s own', () => {
    const nobody = ['00000000', '13800000000', '12345678', '11111111111', '123', 'none'];
    for (const phone of nobody)
      expect(mergeIds([{ id: 'a', phone }, { id: 'b', phone }], ['same_phone']).size, phone).toBe(0); // prettier-ignore
    const made = [
      'test@test.com',
      'noreply@shop.com',
      'x@y',
      'n/a',
      'someone@example.com',
      'unknown@unknown.com',
    ];
    for (const email of made)
      expect(mergeIds([{ id: 'a', email }, { id: 'b', email }], ['same_email']).size, email).toBe(0); // prettier-ignore
    const sharing = (n: number): Contacted[] =>
      Array.from({ length: n }, (_, i) => ({ id: `c${i}`, email: 'office@acme.com' }));
    expect(mergeIds(sharing(20), ['same_email']).size).toBe(19);
    expect(mergeIds(sharing(21), ['same_email']).size).toBe(0);
  });

  /** Groups of a random table by repeated comparison of all pairs. */
  const brute = (rows: readonly Contacted[], rules: MergeRule[]): Map<string, string> => {
    const ids = [...new Set(rows.map((row) => row.id))];
    const groups = ids.map((id) => new Set([id]));
    const linked = (a: string, b: string): boolean =>
      same(rules, a, b) ||
      (rules.includes('same_email') &&
        rows.some((x) => x.id === a && x.email && rows.some((y) => y.id === b && y.email === x.email)));
    for (let changed = true; changed;) {
      changed = false;
      for (const a of groups)
        for (const b of groups) {
          if (a === b || ![...a].some((x) => [...b].some((y) => linked(x, y)))) continue;
          for (const y of b) a.add(y);
          b.clear();
          changed = true;
        }
    }
    const weight = (id: string): number => rows.filter((row) => row.id === id).length;
    const into = new Map<string, string>();
    for (const group of groups) {
      const order = [...group].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
      for (const id of order.slice(1)) into.set(id, order[0]!);
    }
    return into;
  };

  it('equals comparing every pair, whatever the order of the rows', () => {
    const row = fc.record({
      id: fc.constantFrom(
        'A 1',
        'a1',
        'A-1',
        '01',
        '1',
        '001',
        'B',
        'b ',
        'B Ltd',
        'C',
        'c@x.org',
        'C@x.org',
      ),
      email: fc.constantFrom(null, 'p@q.de', 'r@q.de', 's@q.de'),
    });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 12 }),
        fc.subarray([...mergeRules]),
        fc.integer(),
        (rows, rules, seed) => {
          const expected = [...brute(rows, rules)].sort();
          expect([...mergeIds(rows, rules)].sort()).toEqual(expected);
          const turned = rows.map((_, i) => rows[(i + Math.abs(seed)) % rows.length]!);
          expect([...mergeIds(turned, rules)].sort()).toEqual(expected);
        },
      ),
    );
  });
});

describe('findMerges', () => {
  it('counts what each rule alone would merge', () => {
    const rows: Contacted[] = [
      { id: 'Acme', email: 'office@acme.com', phone: '00000000' },
      { id: 'ACME', email: 'office@acme.com', phone: '00000000' },
      { id: 'Acme Ltd', phone: '00000000' },
      { id: '007' },
      { id: '7', rows: 3 },
      { id: 'Beta', phone: '021-5555 6677' },
      { id: 'Gamma', phone: '021 55556677' },
    ];
    expect(findMerges(rows)).toEqual([
      { rule: 'spelling', ids: 2, customers: 1, skipped: 0, examples: [['ACME', 'Acme']] },
      { rule: 'legal_form', ids: 3, customers: 1, skipped: 0, examples: [['ACME', 'Acme', 'Acme Ltd']] },
      { rule: 'zeros', ids: 2, customers: 1, skipped: 0, examples: [['7', '007']] },
      { rule: 'same_email', ids: 2, customers: 1, skipped: 0, examples: [['ACME', 'Acme']] },
      { rule: 'same_phone', ids: 2, customers: 1, skipped: 3, examples: [['Beta', 'Gamma']] },
    ]);
    expect(findMerges([{ id: 'Acme' }, { id: 'Beta' }])).toEqual([]);
  });
});
