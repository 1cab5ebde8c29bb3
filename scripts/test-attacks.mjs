// `npm run test:attacks`: the suites that attack, kind by kind, with how many ways were tried and how many succeeded.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const kinds = {
  'signatures and replay': ['test/slack/signature', 'test/departments/front-desk/calls/telephone'],
  'other people’s objects': [
    'test/departments/it/help-desk/permissions',
    'test/departments/front-desk/calls/permissions',
    'test/departments/accounting/timesheets/rights',
    'test/departments/accounting/payroll/rights',
    'test/departments/accounting/reports/reports',
  ],
  'confidential complaints': ['test/departments/hr/complaints/attacks'],
  'markup from people': ['test/platform/mrkdwn', 'test/sandbox/blocks/mrkdwn', 'test/journeys/bad-input'],
  'tables in and out': ['test/platform/tables', 'test/departments/accounting/reports/rules'],
  feeds: ['test/departments/research/digest/parse'],
  'addresses that lead inside': ['test/platform/web'],
  'encryption and the record': ['test/platform/encryption', 'test/platform/audit'],
  'secrets in the log': ['test/platform/log'],
};

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(mkdtempSync(path.join(tmpdir(), 'switchboard-attacks-')), 'results.json');
const jest = [
  '--experimental-vm-modules',
  'node_modules/jest/bin/jest.js',
  '--json',
  `--outputFile=${results}`,
  '--silent',
];
spawnSync(process.execPath, [...jest, ...Object.values(kinds).flat()], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { testResults, success } = JSON.parse(readFileSync(results, 'utf8'));

console.log('| kind | tried | succeeded |\n|---|---:|---:|');
for (const [kind, suites] of Object.entries(kinds)) {
  const own = testResults.filter(({ name }) => suites.some((suite) => name.includes(suite)));
  const tried = own.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status !== 'pending');
  // A suite that couldn't be run has shown nothing.
  const broken = own.length === 0 || own.some(({ assertionResults }) => assertionResults.length === 0);
  const failed = tried.filter(({ status }) => status !== 'passed').length;
  console.log(`| ${kind} | ${tried.length} | ${broken ? 'not run' : failed} |`);
}
process.exit(success ? 0 : 1);
