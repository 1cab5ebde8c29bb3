// The store and journey suites on a PostgreSQL server: the one that TEST_DATABASE_URL names, else the local one.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const url = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const suites = ['test/platform', 'test/departments', 'test/slack', 'test/journeys'];
const { status } = spawnSync(process.execPath, ['scripts/test.mjs', ...suites, ...process.argv.slice(2)], {
  cwd: path.resolve(import.meta.dirname, '..'),
  stdio: 'inherit',
  env: { ...process.env, TEST_DATABASE_URL: url },
});
process.exit(status ?? 1);
