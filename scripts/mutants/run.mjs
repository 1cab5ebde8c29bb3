// `npm run mutants -- it/help-desk [service] [tests] [n]`: each change that could be made to a desk's services without a test
// noticing is a hole in the tests; below 80 % it fails. `service` names one of them, or several with a glob; `tests`, a regular
// expression, names the files that are asked, which is quicker: a hole that they leave may be closed by others. Of the changes
// every n-th is tried; the others count as errors. The tests keep what they store in PGlite or, which is quicker, on the server
// at TEST_DATABASE_URL.
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';

const [desk, service = '*', tests = '.', sample = '1'] = process.argv.slice(2);
if (!desk) {
  console.error('Say which desk: npm run mutants -- it/help-desk [service] [tests] [n]');
  process.exit(1);
}

/** So many tests at most are asked for each mutant, those first that noticed most others: a few are reached by hundreds. */
const MOST_TESTS = 200;

await new Stryker({
  mutate: [`src/departments/${desk}/service/**/${service}.ts`],
  plugins: [path.join(import.meta.dirname, 'runner.mjs')],
  testRunner: 'circus',
  testRunnerNodeArgs: ['--import', path.resolve(import.meta.dirname, '../typescript.mjs'), '--no-warnings'],
  circus: { folder: `test/departments/${desk}`, tests, most: MOST_TESTS, sample: Number(sample) },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorePatterns: ['dist', '.data', 'bench', 'docs', 'coverage'],
  // Stryker would rewrite it with TypeScript's programming interface, which TypeScript 7 doesn't have; nothing in it needs that.
  tsconfigFile: 'none.json',
  ignoreStatic: true,
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 30,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
  tempDirName: '.stryker-tmp',
}).runMutationTest();
