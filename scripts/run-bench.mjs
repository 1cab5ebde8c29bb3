// `npm run bench`: builds the bot, then runs the measurement that is named (default: acknowledgement).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [name = 'acknowledgement', ...rest] = process.argv.slice(2);
await build();
const args = ['--import', './scripts/typescript.mjs', '--expose-gc', `bench/${name}.ts`, ...rest];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
