// Mutation tests: each change that could be made to a service without a test noticing is a hole in the tests. Run by
// `npm run mutants -- it/help-desk [name]`; below 80 % it fails.
import path from 'node:path';

const [desk = '', name = '*', tests = '*', most = '80'] = (process.env.MUTANTS ?? '').split(' ').filter(Boolean);

export default {
  mutate: [`src/departments/${desk}/service/**/${name}.ts`],
  plugins: [path.resolve('scripts/mutants/runner.mjs')],
  testRunner: 'circus',
  testRunnerNodeArgs: ['--import', path.resolve('scripts/typescript.mjs'), '--no-warnings'],
  circus: { tests: [`test/departments/${desk}/**/${tests}.test.ts`], most: Number(most) },
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
};
