import type { Lang } from '../lang.ts';
import { en } from './en.ts';
import type { CustomerWords } from './words.ts';
import { zhHans } from './zhHans.ts';

export const customerWords: Readonly<Record<Lang, CustomerWords>> = { en, 'zh-Hans': zhHans };
