import { canteen } from './canteen.ts';
import { tea } from './tea.ts';
import type { Sample } from './types.ts';

/** The built-in samples in the order of the gallery. */
export const samples: readonly Sample[] = [tea, canteen];
