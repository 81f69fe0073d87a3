import type { LinkCodec } from '../document/link.ts';
import { lenses } from '../lenses/registry.ts';

/** The lenses' public settings as the link codec wants them. */
export const codecs: readonly LinkCodec[] = lenses.map((lens) => ({
  lens: lens.id,
  write: (values) => lens.params.write(values),
  read: (key, text) => lens.params.read(key, text),
}));
