// `npm run mutants -- it/help-desk [name]`: which changes to a desk's services no test would notice.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const [desk, name = '*'] = process.argv.slice(2);
if (!desk) {
  console.error('Say which desk: npm run mutants -- it/help-desk [name of one service]');
  process.exit(1);
}
const root = path.resolve(import.meta.dirname, '..');
const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const env = { ...process.env, MUTANTS: `${desk} ${name}` };
process.exit(spawnSync(process.execPath, [stryker, 'run'], { cwd: root, env, stdio: 'inherit' }).status ?? 1);
