import { fileURLToPath } from 'node:url';

/** Where the program is installed; `src` and `dist` stand side by side in it, so one path serves both. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
