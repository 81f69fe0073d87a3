import { en } from './en.ts';
import type { Lang } from './lang.ts';
import type { FrameWords } from './words.ts';
import { zhHans } from './zhHans.ts';

export const frameWords: Readonly<Record<Lang, FrameWords>> = { en, 'zh-Hans': zhHans };
