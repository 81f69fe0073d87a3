import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolder } from './site.ts';

/** The tests of this folder look at what is shipped; they never build it themselves. */
export default function setup(): void {
  if (!existsSync(join(siteFolder, 'index.html')))
    throw new Error(
      `no built site in ${siteFolder}: run "npm run build" first, or name its folder in SITE_DIR`,
    );
}
