// The store and journey suites on a PostgreSQL server: the one that TEST_DATABASE_URL names, else the local one.
// After `--only` stand the suites to run instead of all of them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const url = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const [first, ...rest] = process.argv.slice(2);
const suites =
  first === '--only'
    ? rest
    : [
        'test/platform',
        'test/departments',
        'test/slack',
        'test/journeys',
        'test/faults',
        ...(first ? [first, ...rest] : []),
      ];
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', ...suites], {
  cwd: path.resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: url },
});
process.exit(status ?? 1);
