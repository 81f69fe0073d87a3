import { createContext } from 'svelte';
import type { Session } from './session.svelte.ts';

export const [session, provideSession] = createContext<Session>();
