import { begin, change, redo, undo, type History } from '../document/history.ts';
import type { LinkState } from '../document/link.ts';
import { newNotebook, type Notebook, type Source } from '../document/schema.ts';
import type { ImportPlan } from '../ingest/types.ts';
import type { Scope } from '../model/scope.ts';
import { samples } from '../samples/index.ts';
import { apart } from '../ingest/types.ts';
import { withRoles } from './draft.ts';
import { analysis, loadAnalysis } from './analysing.ts';
import { Intake } from './intake.svelte.ts';
import { Look } from './look.svelte.ts';
import { fetchParts } from './parts.ts';
import type { Ports } from './ports.ts';
import { cancelled, problemOf } from './problem.ts';
import type { Notice, Opened } from './state.ts';
import { Visits, type Visit } from './visits.ts';

/** The one owner of the page's state: the notebook, what is open, and what has been computed from both. */
export class Session extends Intake {
  /** A link that was opened while own data are open; waits for the user's word. */
  incoming = $state.raw<LinkState | null>(null);
  /** Id of the customer whose page lies over the notebook. */
  customer = $state<string | null>(null);
  /** The panel of document settings under the top bar. */
  settingsOpen = $state(false);
  readonly look: Look;
  readonly #visits: Visits;
  /** Rank, from 1, of a customer that the address asks for, until the customers are there. */
  #asked: number | null = null;
  /** What the customer's page has painted. */
  #paintedCustomer = '';

  constructor(ports: Ports) {
    super(ports);
    this.look = new Look(ports);
    this.#visits = new Visits(ports.address);
    this.look.onchange = () => this.write();
    ports.engine.onDeath(() => void this.#revive());
    ports.address.onMove((mark) => this.#moved(mark));
  }

  get screen(): 'empty' | 'import' | 'notebook' {
    return this.importing.drafts.length > 0 ? 'import' : this.opened ? 'notebook' : 'empty';
  }

  /** Opens what the address asks for. */
  start(): void {
    const asks = new URLSearchParams(this.ports.address.query()).has('sample');
    if (asks || this.ports.address.fragment() !== '')
      void loadAnalysis().then(
        () => this.#open(),
        (thrown: unknown) => this.failed(thrown, ''),
      );
    else {
      this.setState('empty');
      this.#remember();
    }
  }

  #open(): void {
    const query = new URLSearchParams(this.ports.address.query());
    const link = this.#readFragment();
    if (link) this.#adopt(link);
    const asked = query.get('sample') ?? link?.sample ?? null;
    this.setState('empty');
    this.#remember();
    if (asked && samples.some((s) => s.id === asked)) void this.openSample(asked, 'keep', link !== null);
    else if (link?.any) this.notices = [...this.notices, { kind: 'waiting' }];
  }

  /** Starts the engine and fetches the other parts when the page has nothing better to do. */
  warm(): void {
    void fetchParts(this.ports);
    this.ports.engine.open().catch((thrown: unknown) => {
      // Other faults may pass, and are told when a file needs the engine; a browser that is too old is told at once.
      if (this.state === 'empty' && problemOf(thrown, '').code === 'unsupported') this.failed(thrown, '');
    });
  }

  async openSample(id: string, entry: 'push' | 'keep' = 'push', keepSettings = false): Promise<void> {
    const sample = samples.find((s) => s.id === id);
    if (!sample) return;
    this.importing.close();
    this.problem = null;
    this.setState('reading');
    const token = ++this.computing;
    try {
      await loadAnalysis();
    } catch (thrown) {
      return this.failed(thrown, sample.fileName);
    }
    if (token !== this.computing) return;
    const base = keepSettings ? this.notebook : analysis().blankNotebook();
    const firstResult = sample.first().then((first) => {
      if (token === this.computing && !keepSettings) this.showFirst(first);
    });
    this.opened = { name: sample.fileName, sample: id, planned: [], together: apart, drafts: [], data: null };
    this.history = begin({ ...base, source: { kind: 'sample', id } });
    this.#clear();
    try {
      await firstResult;
      const file = new File([sample.csv()], sample.fileName, { type: 'text/csv' });
      await this.importing.read([file]);
      const drafts = this.importing.drafts.map((draft) => withRoles(draft, sample.roles));
      this.importing.drafts = drafts;
      const planned = this.importing.planned();
      this.importing.close();
      if (token !== this.computing) return;
      const opened: Opened = {
        name: sample.fileName,
        sample: id,
        planned,
        together: apart,
        drafts,
        data: null,
      };
      opened.data = await this.importData(opened);
      if (token !== this.computing) return;
      this.show(opened, this.notebook, entry === 'push' ? 'push' : 'replace');
    } catch (thrown) {
      this.importing.close();
      if (!cancelled(thrown)) this.failed(thrown, sample.fileName);
    }
  }

  undo(): void {
    if (this.history.past.length > 0) this.#travel(undo(this.history));
  }

  redo(): void {
    if (this.history.future.length > 0) this.#travel(redo(this.history));
  }

  /** Shows the page of the customer at a rank: an entry of the browser's history of its own. */
  openCustomer(rank: number): void {
    const id = this.frame?.customers.ids.at(rank) ?? null;
    if (id === null || id === this.customer) return;
    this.#remember();
    this.customer = id;
    this.setState('busy');
    this.#visits.push(this.#fragment());
    this.#remember();
  }

  /** Back from a customer's page to the notebook. */
  closeCustomer(): void {
    if (this.customer === null) return;
    this.#remember();
    this.customer = null;
    this.#visits.push(this.#fragment());
    this.#remember();
    this.settle();
  }

  /** Writes a note about a customer; empty = none any more. */
  note(customer: string, text: string): void {
    this.step({ kind: 'note', customer, text });
  }

  /** The customer's page tells that it shows a customer as of a revision. */
  customerPainted(customer: string, revision: number): void {
    this.#paintedCustomer = `${revision} ${customer}`;
    this.settleWhenPainted();
  }

  /** The customer's page is about to show something else, or is gone. */
  customerUnpainted(): void {
    this.#paintedCustomer = '';
    if (this.customer !== null && this.state === 'ready') this.setState('busy');
  }

  protected override besidesPainted(): boolean {
    return this.customer === null || this.#paintedCustomer === `${this.revision} ${this.customer}`;
  }

  protected override framed(): void {
    if (this.#asked !== null) {
      this.customer = this.frame?.customers.ids.at(this.#asked - 1) ?? null;
      this.#asked = null;
    }
    // Other settings give the customer another rank, by which the address names him.
    if (this.customer !== null) this.write();
  }

  /** The settings, and the customer whose page is shown, by rank. */
  #fragment(): string {
    const settings = analysis().fragmentOf(this.notebook, this.look);
    const rank = this.customer === null ? -1 : this.#rankOf(this.customer);
    return rank < 0 ? settings : `${settings}&customer=${rank + 1}`;
  }

  #rankOf(id: string): number {
    const { ids, n } = this.frame?.customers ?? { ids: null, n: 0 };
    for (let k = 0; k < n; k++) if (ids?.at(k) === id) return k;
    return -1;
  }

  get link(): string {
    return this.ports.address.link(analysis().fragmentOf(this.notebook, this.look));
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((n) => n !== notice);
  }

  dismissProblem(): void {
    this.problem = null;
    this.settle();
  }

  /** Answers the question that a link raises in a tab with own data. */
  answer(choice: 'settings' | 'sample' | 'keep'): void {
    const link = this.incoming;
    this.incoming = null;
    if (!link || choice === 'keep') return this.write();
    if (choice === 'sample' && link.sample) {
      // The link has made an entry of its own already.
      this.#visits.adopt();
      this.#adopt(link);
      return void this.openSample(link.sample, 'keep', true);
    }
    const { withLink, fit } = analysis();
    const wanted = withLink(this.notebook, link);
    const { notebook, misfits } = this.opened?.data
      ? fit(wanted, this.opened.data.model)
      : { notebook: wanted, misfits: [] };
    if (misfits.length > 0) this.notices = [{ kind: 'misfit', misfits }];
    const { scope, tiers, scheme, schemes, cells } = notebook;
    this.step({ kind: 'settings', scope, tiers, scheme, schemes, cells });
    this.write();
  }

  protected override show(opened: Opened, notebook: Notebook, entry: 'push' | 'replace'): void {
    const fitted = analysis().fit(notebook, opened.data!.model);
    if (fitted.misfits.length > 0)
      this.notices = [...this.notices, { kind: 'misfit', misfits: fitted.misfits }];
    this.#remember();
    // Nothing of the former file may stand under the new one's name; a sample's first result is its own.
    if (opened.sample === null) this.#clear();
    this.opened = opened;
    this.customer = null;
    this.#visits.keep(fitted.notebook.source, opened);
    this.history = begin(fitted.notebook);
    if (entry === 'push') this.#visits.push(this.#fragment());
    this.changed();
  }

  #clear(): void {
    this.frame = null;
    this.active = null;
    this.results = {};
  }

  protected override corrected(
    opened: Opened,
    plans: readonly ImportPlan[],
    duplicates: Scope['duplicates'],
  ): void {
    const { together } = opened;
    const source: Source = opened.sample
      ? { kind: 'sample', id: opened.sample, plans, together }
      : { kind: 'files', plans, together };
    const scope = { ...this.notebook.scope, duplicates };
    const { notebook, misfits } = analysis().fit({ ...this.notebook, scope, source }, opened.data!.model);
    if (misfits.length > 0) this.notices = [{ kind: 'misfit', misfits }];
    this.opened = opened;
    this.#visits.keep(source, opened);
    this.history = change(this.history, {
      kind: 'source',
      source,
      scope: notebook.scope,
      cells: notebook.cells,
    });
    this.changed();
  }

  #travel(history: History): void {
    const before = JSON.stringify(this.notebook.source);
    const back: Visit = { opened: this.opened, history: this.history, customer: this.customer };
    this.preview = null;
    this.history = history;
    const opened = this.#visits.behind(this.notebook.source);
    if (opened && JSON.stringify(this.notebook.source) !== before) void this.#reopen(opened, back);
    else this.changed();
  }

  /** The worker died by itself: start it again and make the tables anew from the same bytes. */
  async #revive(): Promise<void> {
    const opened = this.opened;
    // During an import the import itself tries again.
    if (!opened?.data || this.state === 'importing') return;
    const { ledger } = opened.data;
    const token = ++this.computing;
    if (this.importing.drafts.length === 0) this.setState('busy');
    try {
      const data = await this.importData(opened);
      if (token !== this.computing || this.opened !== opened) return;
      if (JSON.stringify(data.ledger) !== JSON.stringify(ledger))
        throw new Error(
          `rows differ after the replay: ${ledger.rowsUsed} before, ${data.ledger.rowsUsed} after`,
        );
      opened.data = data;
      this.notices = [...this.notices.filter((n) => n.kind !== 'restarted'), { kind: 'restarted' }];
      this.changed();
    } catch (thrown) {
      if (this.opened === opened) this.failed(thrown, opened.name);
    }
  }

  /** The settings go into the address; on the start page it stays as it was opened. */
  protected override write(): void {
    if (this.opened?.data) this.#visits.replace(this.#fragment());
    this.#remember();
  }

  #remember(): void {
    // What is still being opened belongs to the entry that comes.
    if (this.opened && !this.opened.data) return;
    this.#visits.remember({ opened: this.opened, history: this.history, customer: this.customer });
  }

  #readFragment(): LinkState | null {
    const { link, notices } = analysis().openLink(this.ports.address.fragment());
    this.notices = [...this.notices, ...notices];
    return link;
  }

  #adopt(link: LinkState): void {
    const { blankNotebook, withLink } = analysis();
    this.history = begin(withLink(blankNotebook(), link));
    this.importing.preset = link.reading;
    this.#asked = link.customer;
    this.look.fromLink(link.lang, link.theme);
  }

  #moved(mark: string | null): void {
    const visit = this.#visits.at(mark);
    if (visit) return void this.#restore(visit);
    void loadAnalysis().then(
      () => this.#follow(),
      (thrown: unknown) => this.failed(thrown, ''),
    );
  }

  /** Does what a fragment asks for that was not made by this tab. */
  #follow(): void {
    const link = this.#readFragment();
    if (!link && this.ports.address.fragment() !== '') return;
    const own = this.opened !== null && this.opened.sample === null;
    if (own) {
      this.incoming = link;
      return;
    }
    this.#visits.adopt();
    // The start page as it was before a reload.
    if (!link) return void this.#restore({ opened: null, history: begin(newNotebook([])), customer: null });
    this.#adopt(link);
    if (link.sample) void this.openSample(link.sample, 'keep', true);
    else if (link.any) this.notices = [{ kind: 'waiting' }];
  }

  async #restore(visit: Visit): Promise<void> {
    const back: Visit = { opened: this.opened, history: this.history, customer: this.customer };
    const same = visit.opened === this.opened;
    this.importing.close();
    this.problem = null;
    this.preview = null;
    // Only the customer's page was opened or left: what was changed there stays.
    const turned = same && (visit.customer !== null || this.customer !== null);
    this.customer = visit.customer;
    if (turned && this.opened?.data) {
      this.#remember();
      this.setState('busy');
      return this.settle();
    }
    this.history = visit.history;
    if (!visit.opened) {
      this.computing++;
      this.opened = null;
      this.#clear();
      return this.setState('empty');
    }
    if (same) return this.changed();
    return this.#reopen(visit.opened, back);
  }

  /** The engine holds other tables: these are made again from the bytes that are still here. Stopped, it goes back. */
  async #reopen(opened: Opened, back: Visit): Promise<void> {
    this.opened = opened;
    this.setState('importing');
    try {
      opened.data = await this.importData(opened);
      if (this.opened === opened) this.changed();
    } catch (thrown) {
      if (this.opened !== opened) return;
      if (cancelled(thrown)) return this.#restore(back);
      this.failed(thrown, opened.name);
    }
  }
}
