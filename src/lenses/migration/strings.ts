import type { Lang } from '../../i18n/lang.ts';
import { en } from './en.ts';
import type { Words } from './words.ts';
import { zhHans } from './zhHans.ts';

export type { SettingName, Words } from './words.ts';

export const strings: Record<Lang, Words> = { en, 'zh-Hans': zhHans };
