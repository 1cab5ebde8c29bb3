// A pay run of November for 1,000 and for 10,000 people with six weeks of hours each: computed, checked and written down.
// Beside it, in the same run, the sums alone as one SQL statement. Prints the table that docs/performance.md holds.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { freshDatabase } from './fresh-database.js';
import { sumInSql, writeBooks } from './payroll-books.js';
import { openPayrollOffice } from './payroll-office.js';

const SIZES = [1000, 10_000];
const ROUNDS = Number(process.env.ROUNDS ?? 3);

interface Measured {
  payslips: number;
  computeMs: number;
  keepMs: number;
  restBytes: number;
  peakBytes: number;
  sqlMs: number;
}

async function measure(people: number): Promise<Measured> {
  const { url, drop } = await freshDatabase(`payroll_${people}`);
  // Opening it lays the tables.
  await (await openPayrollOffice(url)).database.close();
  await writeBooks(url, people);
  await sumInSql(url);
  const sqlMs = await sumInSql(url);
  const script = path.resolve(import.meta.dirname, 'payroll-run.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', './scripts/typescript.mjs', script, url]);
  await drop();
  return { ...JSON.parse(stdout), sqlMs };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const rounds = new Map<number, Measured[]>(SIZES.map((people) => [people, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const people of SIZES) rounds.get(people)?.push(await measure(people));
}

console.log(`\n${ROUNDS} rounds, interleaved; medians, memory: the worst round\n`);
console.log(
  '| people | payslips | computed, s | written, s | in all, s | the sums in SQL, s | × SQL | at rest, MB | at most, MB |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
const totals: number[] = [];
for (const people of SIZES) {
  const results = rounds.get(people) ?? [];
  const of = (pick: (one: Measured) => number) => median(results.map(pick)) / 1000;
  const [compute, keep, sql] = [of((one) => one.computeMs), of((one) => one.keepMs), of((one) => one.sqlMs)];
  totals.push(compute + keep);
  const megabytes = (pick: (one: Measured) => number) => (Math.max(...results.map(pick)) / 2 ** 20).toFixed(0);
  const times = [compute, keep, compute + keep, sql].map((seconds) => seconds.toFixed(2));
  const row = [people, results[0]?.payslips ?? 0, ...times, ((compute + keep) / sql).toFixed(1)];
  console.log(`| ${[...row, megabytes((one) => one.restBytes), megabytes((one) => one.peakBytes)].join(' | ')} |`);
}
console.log(`\nTen times the people: ${((totals[1] ?? 0) / (totals[0] ?? 1)).toFixed(1)} × the time.`);
