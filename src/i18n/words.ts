/** Ids of measures, as in model/scope.ts, which this layer does not know. */
type Measure = 'amount' | 'profit' | 'quantity' | 'orders';

/** Words of the page around the analyses; one key set for every language. */
export interface FrameWords {
  brand: string;
  tagline: string;
  heroTitle: string;
  heroText: string;
  drop: string;
  dropHint: string;
  choose: string;
  dropNow: string;
  pasteText: string;
  pasteLabel: string;
  pasteHint: string;
  pasteUse: string;
  pastedName: string;
  samplesTitle: string;
  sampleQuestion: Readonly<Record<string, string>>;
  sampleTeaches: Readonly<Record<string, string>>;
  sampleName: Readonly<Record<string, string>>;
  sampleRows(rows: string, customers: string): string;
  fileTitle: string;
  fileFacts: readonly string[];
  howToCheck: string;
  checkSteps: readonly string[];
  otherLang: string;
  otherLangLabel: string;
  toDark: string;
  toLight: string;
  skip: string;
  undo: string;
  redo: string;
  undoStep(step: string): string;
  redoStep(step: string): string;
  settings: string;
  share: string;
  shareHint: string;
  copyLink: string;
  copied: string;
  shareOwn: string;
  exportMenu: string;
  exportCustomers: string;
  exportFigures: string;
  editImport: string;
  openOther: string;
  startOver: string;
  badgeSample: string;
  badgeOwn: string;
  rowsUsed(used: string, all: string): string;
  contents: string;
  computing: string;
  needsEngine: string;
  collapse: string;
  expand: string;
  collapsed: string;
  showTable: string;
  showChart: string;
  copySentence: string;
  cellSettings: string;
  foot(parts: {
    customers: string;
    one: boolean;
    rows: string;
    /** Rows that count under the settings, when they are not all. */
    scoped: string | null;
    period: string | null;
  }): string;
  footApart(n: string, value: string): string;
  footWalkin(rows: string): string;
  footMeasure(measure: string, returns: string): string;
  version(text: string): string;
  measures: Readonly<Record<Measure, string>>;
  settingsTitle: string;
  settingsText: string;
  resetSettings: string;
  close: string;
  define(label: string): string;
  setting: Readonly<
    Record<
      'measure' | 'returns' | 'nonpositive' | 'walkin' | 'duplicates' | 'as_of' | 'period_from' | 'period_to',
      { readonly label: string; readonly definition: string }
    >
  >;
  option: {
    readonly returns: Readonly<Record<'net' | 'ignore', string>>;
    readonly nonpositive: Readonly<Record<'apart' | 'zero' | 'keep', string>>;
    readonly walkin: Readonly<Record<'apart' | 'one', string>>;
    readonly duplicates: Readonly<Record<'keep' | 'drop', string>>;
  };
  duplicatesFound(n: string): string;
  unknownSetting: string;
  reading: string;
  readingWhy: string;
  readingLabels: Readonly<
    Record<'encoding' | 'delimiter' | 'decimal' | 'thousands' | 'date-order' | 'header-row', string>
  >;
  readingValues: Readonly<Record<string, string>>;
  readingHelp: Readonly<
    Record<'encoding' | 'delimiter' | 'decimal' | 'thousands' | 'date-order' | 'header-row', string>
  >;
  headerAt(record: string): string;
  noHeader: string;
  columns: string;
  columnsText: string;
  role: string;
  roleOf(column: string): string;
  guessed: Readonly<Record<'sure' | 'likely' | 'ask', string>>;
  evidence: {
    readonly numbers: (share: string) => string;
    readonly dates: (share: string) => string;
    readonly distinct: (n: string) => string;
    readonly blank: (n: string) => string;
  };
  shape: Readonly<Record<'lines' | 'customers', string>>;
  unlocks: { readonly dates: string; readonly noDates: string };
  preview: string;
  previewCaption(rows: string): string;
  row: string;
  ledger: string;
  ledgerCounting: string;
  ledgerText(parts: { records: string; data: string; other: string }): string;
  ledgerParts: Readonly<Record<'header' | 'preamble' | 'blank' | 'footer' | 'short' | 'long', string>>;
  openQuote(line: string): string;
  use(rows: string | null): string;
  cancel: string;
  stop: string;
  back: string;
  missing: Readonly<Record<'customer' | 'amount' | 'sales', string>>;
  missingReading: Readonly<Record<string, string>>;
  /** Progress of an import; `counted` = the number of all rows is known, not judged. */
  rowsRead(done: string, all: string, counted: boolean): string;
  stages: Readonly<
    Record<
      'reading' | 'opening' | 'merging' | 'counting' | 'engine' | 'rewriting' | 'loading' | 'checking',
      string
    >
  >;
  problemTitle: string;
  problem: {
    empty(file: string): string;
    headerOnly(file: string): string;
    notTable(file: string, kind: string): string;
    kinds: Readonly<Record<string, string>>;
    /** Names of formats, by what NotReadable calls them. */
    formats: Readonly<Record<string, string>>;
    locked(file: string, format: string): string;
    broken(file: string, format: string): string;
    tooLarge(file: string, bytes: string, limit: string): string;
    encoding(file: string, encoding: string, byte: string): string;
    tooWide(file: string, columns: string, limit: string): string;
    tooBig(file: string): string;
    noCustomer(file: string): string;
    noAmount(file: string): string;
    boot: string;
    died: string;
    file: string;
    count: string;
    sql: string;
    unsupported(missing: string): string;
    details: string;
    stays: string;
  };
  dismiss: string;
  retry: string;
  notice: {
    linkVersion(version: string): string;
    linkDamaged: string;
    linkLong: string;
    ignored(keys: string): string;
    waiting: string;
    misfit: {
      readonly measure: (name: string) => string;
      readonly period: string;
      readonly as_of: string;
      readonly potential: string;
    };
    restarted: string;
    profit: string;
    remembered: string;
    learnt: string;
    unlearnt(file: string): string;
    twin(file: string, of: string): string;
    info: string;
    warning: string;
    error: string;
  };
  incoming: {
    readonly text: (sample: string | null) => string;
    readonly settings: string;
    readonly sample: string;
    readonly keep: string;
  };
  drawer: {
    summary(n: string, count: number, sum: string, measure: string): string;
    export: string;
  };
  list: {
    caption: string;
    rank: string;
    customer: string;
    name: string;
    value(measure: string): string;
    share: string;
    tier: string;
    orders: string;
    first: string;
    last: string;
    silence: string;
    growth(measure: string): string;
    search: string;
    searchHint: string;
    found(n: string): string;
    none: string;
    all: string;
    previous: string;
    next: string;
    shown(from: string, to: string, of: string): string;
    apart: string;
    openCustomer(name: string): string;
  };
  tierRule(cut1: string, cut2: string, crossing: 'better' | 'worse'): string;
  steps: {
    readonly measure: (name: string) => string;
    readonly scope: (name: string) => string;
    readonly cut: (which: string, from: string, to: string) => string;
    readonly crossing: string;
    readonly cell: (title: string) => string;
    readonly collapse: (title: string) => string;
    readonly source: string;
    readonly settings: string;
  };
  crash: string;
}
