/** What the sentence at the head of a customer's page is made of; numbers as text. */
export interface Finding {
  /** null = listed apart from the ranked customers. */
  readonly rank: { readonly rank: string; readonly of: string } | null;
  /** Net value of a customer who is listed apart. */
  readonly value: string;
  readonly measure: string;
  /** null = the scheme has not placed the customer. */
  readonly tier: string | null;
  /** null = the file has no single orders. */
  readonly orders: { readonly text: string; readonly count: number } | null;
  /** Days since the last order; null = it has no date. */
  readonly silence: string | null;
  /** null = fewer than two order days. */
  readonly gap: { readonly times: string; readonly usual: string } | null;
}

type EntryKind = 'contacts' | 'tickets' | 'survey' | 'receivables';
type OtherState = 'net_nonpositive' | 'none' | 'new';
type MixRole = 'category' | 'product' | 'channel' | 'region';

export interface CustomerWords {
  page(name: string): string;
  finding(parts: Finding): string;
  readonly back: string;
  readonly previous: string;
  readonly next: string;
  readonly print: string;
  readonly loading: string;
  failed(reason: string): string;
  outside(id: string): string;
  id(id: string): string;
  readonly rank: string;
  rankOf(rank: string, of: string): string;
  readonly apart: string;
  apartDefinition(measure: string): string;
  readonly notPlaced: string;
  readonly tier: string;
  readonly tierDefinition: string;
  readonly why: string;
  foot(period: string, asOf: string, measure: string, returns: string): string;
  footUndated(measure: string, returns: string): string;
  readonly figures: {
    readonly title: string;
    readonly first: string;
    readonly firstDefinition: string;
    readonly last: string;
    readonly lastDefinition: string;
    readonly times: string;
    readonly timesDefinition: string;
    readonly noOrders: string;
    readonly noDates: string;
  };
  readonly silence: {
    readonly title: string;
    sentence(days: string, usual: string, longer: string, of: string, count: number): string;
    readonly oneOrder: string;
    readonly noDates: string;
    readonly now: string;
    readonly usual: string;
    readonly gap: string;
    readonly note: string;
  };
  readonly timeline: {
    readonly title: string;
    sentence(parts: {
      readonly orders: string;
      readonly count: number;
      readonly from: string;
      readonly to: string;
      readonly most: string;
      readonly day: string;
      readonly months: boolean;
    }): string;
    axis(measure: string): string;
    readonly byMonth: string;
    undated(rows: string, count: number): string;
    readonly none: string;
    readonly noDates: string;
    readonly chart: string;
    readonly table: string;
    readonly caption: string;
    readonly day: string;
    readonly month: string;
    readonly what: string;
    orders(n: string, count: number): string;
    readonly onlyReturns: string;
    readonly rows: Readonly<Record<EntryKind, string>>;
  };
  readonly entries: {
    readonly title: string;
    readonly none: string;
    newest(shown: string, all: string): string;
    readonly kinds: Readonly<Record<EntryKind, string>>;
    readonly day: string;
    readonly kind: string;
    readonly said: string;
    readonly undated: string;
    invoice(amount: string, order: string | null): string;
    paid(day: string): string;
    readonly unpaid: string;
    answer(question: string, answer: string): string;
  };
  readonly orders: {
    readonly title: string;
    readonly caption: string;
    readonly day: string;
    readonly order: string;
    readonly content: string;
    readonly amount: string;
    readonly undated: string;
    more(names: string, others: string, count: number): string;
    rows(n: string, count: number): string;
    readonly previous: string;
    readonly next: string;
    shown(from: string, to: string, of: string): string;
    readonly note: string;
    readonly noLines: string;
  };
  readonly history: {
    readonly title: string;
    readonly caption: string;
    readonly period: string;
    readonly tier: string;
    readonly value: (measure: string) => string;
    readonly states: Readonly<Record<OtherState, string>>;
    readonly recomputed: string;
    kept(period: string): string;
    readonly none: string;
    readonly noDates: string;
    readonly partial: string;
    readonly replaced: string;
    readonly scheme: string;
    readonly schemeDefinition: string;
    active(scheme: string): string;
    readonly unit: string;
    readonly unitDefinition: string;
    readonly units: Readonly<Record<'auto' | 'year' | 'half' | 'quarter' | 'month', string>>;
    readonly cuts: string;
    readonly cutsDefinition: string;
    readonly cutOptions: Readonly<Record<'recompute' | 'keep', string>>;
  };
  readonly scores: {
    readonly title: string;
    readonly note: string;
    notPlaced(scheme: string): string;
    readonly allUnknown: string;
    readonly part: string;
    readonly value: string;
    readonly points: string;
    readonly weight: string;
    readonly adds: string;
    of(score: string, most: string): string;
    readonly unknown: string;
    readonly missing: string;
    level(level: string, levels: string): string;
    score(name: string, score: string): string;
    tier(name: string): string;
  };
  readonly mix: {
    readonly title: string;
    sentence(parts: { readonly drift: string; readonly name: string; readonly before: string; readonly after: string }): string;
    readonly same: string;
    readonly oneHalf: string;
    readonly drift: string;
    readonly driftDefinition: string;
    readonly by: string;
    readonly byDefinition: string;
    readonly roles: Readonly<Record<MixRole, string>>;
    readonly caption: string;
    readonly first: string;
    readonly last: string;
    readonly change: string;
    readonly blank: string;
    others(n: string, count: number): string;
    halves(first: string, second: string): string;
    readonly noColumn: string;
    readonly noDates: string;
    readonly oneDay: string;
  };
  readonly profile: {
    readonly title: string;
    readonly none: string;
    readonly empty: string;
  };
  readonly notes: {
    readonly title: string;
    readonly label: string;
    readonly hint: string;
  };
} // prettier-ignore
