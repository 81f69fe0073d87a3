import type { Mode } from '../charts/tokens.ts';
import { formatter, type Format } from '../format/format.ts';
import { pickLang, type Lang } from '../i18n/lang.ts';
import type { Ports } from './ports.ts';

const isMode = (text: string | null | undefined): text is Mode => text === 'light' || text === 'dark';

/** Language and theme: query string, then link, then the stored choice, then the browser. Not undoable. */
export class Look {
  lang = $state<Lang>('en');
  theme = $state<Mode>('light');
  readonly format: Format = $derived(formatter(this.lang));
  onchange: () => void = () => undefined;
  readonly #query: { lang: string | null; theme: string | null };

  constructor(private readonly ports: Ports) {
    const query = new URLSearchParams(ports.address.query());
    this.#query = { lang: query.get('lang'), theme: query.get('theme') };
    const { store } = ports;
    this.lang = pickLang([this.#query.lang, store.get('lang'), ...navigator.languages]);
    const stored = store.get('theme');
    const system: Mode = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    this.theme = isMode(this.#query.theme) ? this.#query.theme : isMode(stored) ? stored : system;
    this.#apply();
  }

  /** A link's look counts unless the query string says otherwise; it is not stored as the reader's own choice. */
  fromLink(lang: string | null, theme: string | null): void {
    if (lang && !this.#query.lang) this.lang = pickLang([lang]);
    if (isMode(theme) && !isMode(this.#query.theme)) this.theme = theme;
    this.#apply();
  }

  setLang(lang: Lang): void {
    this.lang = lang;
    this.ports.store.set('lang', lang);
    this.#apply();
    this.onchange();
  }

  setTheme(theme: Mode): void {
    this.theme = theme;
    this.ports.store.set('theme', theme);
    this.#apply();
    this.onchange();
  }

  #apply(): void {
    document.documentElement.lang = this.lang === 'zh-Hans' ? 'zh-Hans' : 'en';
    document.documentElement.dataset.theme = this.theme;
  }
}
