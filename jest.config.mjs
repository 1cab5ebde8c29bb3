import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  // Modules of finished suites aren't given back, so workers are replaced now and then; a single one would be this process itself.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '1200MB',
  roots: ['<rootDir>/test'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Sources import each other by the names that they are built to; a library's own `.json.js` is such a file.
  moduleNameMapper: { '^(\\.{1,2}/.*)(?<!\\.json)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          experimental: { keepImportAttributes: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // Looked-for counterexamples and whole offices take many times as long on a machine that is busy with something else.
  testTimeout: 60_000,
};
