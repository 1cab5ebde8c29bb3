import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the program is installed: its sources and what was built of them lie at different depths below. */
export const packageFolder = folderAbove(import.meta.dirname);

function folderAbove(start: string): string {
  let folder = start;
  while (!existsSync(path.join(folder, 'package.json')) && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  return folder;
}
