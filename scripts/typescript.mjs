// `node --import ./scripts/typescript.mjs file.ts` runs the sources as they are: for tests and measurements that need a
// process of their own and should not depend on a build.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
