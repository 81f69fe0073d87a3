/**
 * What the notebook is computed and said with: the lenses, the schemes, the tables. The first screen does without, so
 * it is fetched when something is opened, or when the page has nothing better to do.
 */
export { Data } from './data.ts';
export { liveOf } from '../lenses/frame.ts';
export { lenses } from '../lenses/registry.ts';
export { writeScheme } from '../model/schemes/file.ts';
export { bookOf } from './book.ts';
export { blankNotebook, firstCells, fragmentOf, openLink, withLink } from './links.ts';
export { provisional } from './provisional.ts';
export { figuresOf } from './results.ts';
export { stepName } from './stepName.ts';
export { fit } from './fit.ts';
