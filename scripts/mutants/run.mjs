// `npm run mutants -- it/help-desk [name] [tests]`: which changes to a desk's services no test would notice. With `tests`, only
// those test files are asked, which is quicker; a hole that they leave may be closed by others.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const [desk, name = '*', tests = '*'] = process.argv.slice(2);
if (!desk) {
  console.error('Say which desk: npm run mutants -- it/help-desk [name of one service]');
  process.exit(1);
}
const root = path.resolve(import.meta.dirname, '../..');
const stryker = path.join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const env = { ...process.env, MUTANTS: process.argv.slice(2).join(" ") };
process.exit(spawnSync(process.execPath, [stryker, 'run'], { cwd: root, env, stdio: 'inherit' }).status ?? 1);
