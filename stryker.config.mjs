// Mutation tests: each change that could be made to a service without a test noticing is a hole in the tests. Run by
// `npm run mutants -- it/help-desk [name] [tests]`; below 80 % it fails.
const [desk = '', name = '*', tests = '*'] = (process.env.MUTANTS ?? '').split(' ').filter(Boolean);

export default {
  mutate: [`src/departments/${desk}/service/**/${name}.ts`],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { config: { roots: [`<rootDir>/test/departments/${desk}`], testMatch: [`**/${tests}.test.ts`] } },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorePatterns: ['dist', '.data', 'bench', 'docs', 'coverage'],
  // Stryker would rewrite it with TypeScript's programming interface, which TypeScript 7 doesn't have; nothing in it needs that.
  tsconfigFile: 'none.json',
  ignoreStatic: true,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 80, break: 80 },
  tempDirName: '.stryker-tmp',
};
