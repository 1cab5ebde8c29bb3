// `npm run bench`: builds the bot and the measurements, then runs the one that is named (default: acknowledgement).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [name = 'acknowledgement', ...rest] = process.argv.slice(2);
await build();
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
const compiled = node('node_modules/typescript/bin/tsc', '-p', 'bench/tsconfig.json');
process.exit(compiled || node(`dist/bench/${name}.js`, ...rest));
