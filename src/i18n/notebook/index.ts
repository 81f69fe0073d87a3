import type { Lang } from '../lang.ts';
import { en } from './en.ts';
import type { NotebookWords } from './words.ts';
import { zhHans } from './zhHans.ts';

export const notebookWords: Readonly<Record<Lang, NotebookWords>> = { en, 'zh-Hans': zhHans };
