import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the manifest and the built page lie, whether this runs from the sources or from what was built of them. */
export const packageFolder = folderAbove(import.meta.dirname);

function folderAbove(start: string): string {
  let folder = start;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
