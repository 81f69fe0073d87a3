import type { Format } from '../../format/format.ts';
import type { CustomerWords } from '../../i18n/customer/words.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { CustomerRecord } from './load.ts';
import type { Paints } from './paints.ts';

/** What every part of a customer's page is made from. */
export interface PartProps {
  readonly record: CustomerRecord;
  readonly format: Format;
  readonly lang: Lang;
  readonly t: CustomerWords;
  readonly paints: Paints;
}
