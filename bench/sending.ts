// Payslips for many people, each with its PDF, through a Slack whose rates hold by a clock that runs faster: how long it takes
// beside the least that the rates allow, undisturbed and killed with -9 on the way. Prints the table of docs/performance.md.
import path from 'node:path';
import pg from 'pg';
import { openDesk } from '../src/departments/accounting/payroll/desk.js';
import { sendSlips } from '../src/departments/accounting/payroll/service/sending.js';
import { timesheetHours } from '../src/departments/accounting/timesheets/hours.js';
import { freshDatabase } from './fresh-database.js';
import { writeBooks } from './payroll-books.js';
import { openPayrollOffice } from './payroll-office.js';
import { type Running, start } from './processes.js';

const PEOPLE = Number(process.env.PEOPLE ?? 10_000);
const SPEED = Number(process.env.SPEED ?? 8);
const here = (file: string) => path.resolve(import.meta.dirname, file);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opening a conversation is what Slack allows least often: 50 a minute, after as many at once. */
const leastSeconds = Math.max(0, PEOPLE - 50) / (50 / 60);

interface Measured {
  seconds: number;
  kills: number;
  lost: number;
  doubled: number;
  /** Calls that Slack refused for their rate, by method. */
  refused: Record<string, number>;
  ambiguous: number;
}

/** A run that was approved, with every payslip written down to be sent. */
async function prepare(url: string): Promise<void> {
  const { database, office, compute, keep } = await openPayrollOffice(url);
  await writeBooks(url, PEOPLE);
  const run = await keep(await compute('2026-12-01'));
  const change = { state: 'approved' as const, approvedBy: 'U0APPROVER', approvedAt: new Date() };
  await database.prisma.payRun.update({ where: { id: run.id }, data: { ...change, payday: new Date('2026-11-20') } });
  await office.transact(async (tx) => sendSlips(await openDesk(tx, timesheetHours), 'U0OFFICER', run.id));
  await database.close();
}

async function measure(kills: number): Promise<Measured> {
  const { url, drop } = await freshDatabase('sending');
  await prepare(url);
  const slack = await start(here('slack-with-rates.ts'), { PEOPLE: String(PEOPLE), SPEED: String(SPEED) }, /^ready/);
  const { apiUrl, botToken, appToken, report } = JSON.parse(slack.said.replace(/^ready /, ''));
  const settings = { mode: 'socket', apiUrl, botToken, appToken };
  const bot = () =>
    start(
      here('slip-bot.ts'),
      { BOT: JSON.stringify({ slack: settings, database: { kind: 'postgres', url }, speed: SPEED }) },
      /^ready/,
    );
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const count = async (states: string): Promise<number> => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS count FROM "Letter" WHERE "kind" = 'document' AND "state" IN (${states})`,
    );
    return rows[0].count;
  };
  const isDone = async () => (await count("'pending', 'sending'")) === 0;

  const sent = async () => PEOPLE - (await count("'pending', 'sending'"));
  let running: Running = await bot();
  const began = performance.now();
  for (let kill = 1; kill <= kills; kill++) {
    while ((await sent()) < (PEOPLE * kill) / (kills + 1)) await pause(50);
    await running.kill();
    running = await bot();
  }
  while (!(await isDone())) await pause(100);
  const seconds = ((performance.now() - began) / 1000) * SPEED;
  const ambiguous = await count("'ambiguous'");
  const { shown, refused } = (await (await fetch(report)).json()) as Record<
    'shown' | 'refused',
    Record<string, number>
  >;
  await running.stop();
  await slack.stop();
  await client.end();
  await drop();
  const each = Array.from({ length: PEOPLE }, (_, index) => shown[`U1P${index + 1}`] ?? 0);
  return {
    ...{ seconds, kills, ambiguous },
    lost: each.filter((files) => files === 0).length,
    doubled: each.filter((files) => files > 1).length,
    refused: refused ?? {},
  };
}

const results = [await measure(0), await measure(5)];
console.log(`\n${PEOPLE} payslips; Slack's clock and the bot's rates ${SPEED} times faster\n`);
console.log(
  '| killed with -9 | by Slack’s clock, min | at least, min | × the least | lost | doubled | ambiguous | refused by Slack |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const { seconds, kills, lost, doubled, ambiguous, refused } of results) {
  const times = [seconds / 60, leastSeconds / 60].map((minutes) => minutes.toFixed(1));
  const named = Object.entries(refused).map(([method, count]) => `${count} ${method}`);
  const cells = [kills, ...times, (seconds / leastSeconds).toFixed(3), lost, doubled, ambiguous];
  console.log(`| ${[...cells, named.join(', ') || 0].join(' | ')} |`);
}
