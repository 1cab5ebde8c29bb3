// `npm test`: build, format and lint, types, migrations, then every test; ends with a line that counts them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const node = process.execPath;
const results = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-test-')), 'results.json');
const only = process.argv.slice(2);

const steps = [
  ['build', node, ['scripts/build.mjs']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['-p', 'tsconfig.test.json', '--noEmit']],
  ['types of the page', bin('tsc'), ['-p', 'src/sandbox/web/tsconfig.json', '--noEmit']],
  ['unused code', bin('knip'), []],
  ['migrations', node, ['scripts/migrate-new.mjs', '--check']],
  [
    'tests',
    node,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${results}`,
      ...only,
    ],
  ],
];

for (const [name, command, args] of only.length ? steps.slice(-1) : steps) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) {
    if (name === 'tests') count();
    process.exit(status ?? 1);
  }
}
count();

function count() {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8'));
  const skipped = numPendingTests ? `, ${numPendingTests} skipped` : '';
  console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
}
