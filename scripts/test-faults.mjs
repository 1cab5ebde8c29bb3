// `npm run test:faults`: faults injected so often as docs/reliability.md says, on PostgreSQL; prints what came of them, and
// writes it there. `FAULTS=short` does it a few times only, as `npm test` does.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const figures = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-faults-')), 'figures.jsonl');
const url = process.env.TEST_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const how = process.env.FAULTS ?? 'long';
const started = Date.now();
const suites = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  // One after the other: on a machine that is busy with something else, answers come late for other reasons.
  [
    'scripts/test.mjs',
    ...(suites.length ? suites : ['test/faults', 'test/journeys/upgrade']),
    '--runInBand',
    '--forceExit',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_DATABASE_URL: url, FAULTS: how, FAULTS_FIGURES: figures },
  },
);

const lines = existsSync(figures)
  ? readFileSync(figures, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
const rows = lines.map(({ fault, injected, outcome }) => {
  const came = Object.entries(outcome).map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
  return `| ${fault} | ${injected.toLocaleString('en')} | ${came.join(', ')} |`;
});
const table = ['| fault | injected | what came of it |', '|---|---:|---|', ...rows].join('\n');
console.log(`\n${table}\n\n${Math.round((Date.now() - started) / 1000)} s`);

const document = path.join(root, 'docs/reliability.md');
if (status === 0 && how === 'long' && suites.length === 0) {
  const text = readFileSync(document, 'utf8');
  writeFileSync(document, text.replace(/(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/, `$1\n${table}\n\n$2`));
}
process.exit(status ?? 1);
