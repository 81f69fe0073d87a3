import type { Lang } from '../lang.ts';
import { en } from './en.ts';
import type { ImportWords } from './words.ts';
import { zhHans } from './zhHans.ts';

export const importWords: Readonly<Record<Lang, ImportWords>> = { en, 'zh-Hans': zhHans };
