import { mount } from 'svelte';
import './ui/base.css';
import { version } from './app/about.ts';
import App from './app/App.svelte';
import { figuresJson } from './app/files.ts';
import { Session } from './app/session.svelte.ts';
import { browserAddress } from './shell/address.ts';
import { systemClock } from './shell/clock.ts';
import { saveFile } from './shell/download.ts';
import { duckdbEngine } from './shell/duckdb/engine.ts';
import { workerReader } from './shell/reader/reader.ts';
import { localStore } from './shell/store.ts';

declare global {
  interface Window {
    /** The page's public hooks for scripts, described in the README. */
    readonly vitalFew: { readonly version: string; figures(): object };
  }
}

const session = new Session({
  engine: duckdbEngine(),
  reader: workerReader(),
  store: localStore(),
  clock: systemClock,
  address: browserAddress(),
  importPage: () => import('./app/ImportScreen.svelte'),
  notebook: () => import('./app/Notebook.svelte'),
  customerPage: () => import('./app/CustomerPage.svelte'),
  download: (name, type, text) => saveFile(name, text, type),
});

mount(App, { target: document.getElementById('app')!, props: { session } });
Object.assign(window, { vitalFew: { version, figures: () => figuresJson(session) } });
session.start();

// The engine is fetched when the first screen stands and the browser has nothing better to do.
const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300));
idle(() => session.warm());
