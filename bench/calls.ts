// A thousand callers at once, all of whom ring for somebody who doesn't answer: how late each is passed on, by one process on
// PostgreSQL that also carries out the messages. Prints the table of docs/performance.md.
import path from 'node:path';
import pg from 'pg';
import { DESK } from '../src/departments/front-desk/calls/call.js';
import { openDesk } from '../src/departments/front-desk/calls/desk.js';
import { handOver } from '../src/departments/front-desk/calls/service/hand-over.js';
import { createLog } from '../src/platform/log/log.js';
import { OFFICE } from '../src/platform/settings/office-settings.js';
import { systemClock } from '../src/platform/time.js';
import { openTheOffice } from '../src/start.js';
import { freshDatabase } from './fresh-database.js';
import { benchKeys } from './payroll-office.js';
import { freePort, start } from './processes.js';
import { personId } from './requests.js';

const CALLS = Number(process.env.CALLS ?? 1_000);
const MEMBERS = 40;
/** Each is passed on twice. */
const WATCHED_MS = 150_000;
const AT_ONCE = 4;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const people = Array.from({ length: MEMBERS }, (_, index) => personId(index + 1));
const [receptionist = ''] = [personId(0)];

const { url, drop } = await freshDatabase('calls');
const slack = await start(path.resolve(import.meta.dirname, 'slack-stub.ts'), {}, /^ready/);
const office = await openTheOffice({
  config: { marksKey: 'measured' },
  slack: {
    mode: 'http',
    botToken: 'xoxb-bench',
    signingSecret: 'measured-secret',
    apiUrl: `${slack.said.replace(/^ready /, '')}/api/`,
  },
  ...{ database: { kind: 'postgres', url }, keys: benchKeys, clock: systemClock, port: await freePort() },
  log: createLog({ logLevel: 'warn', logFormat: 'json' }, { write: (line) => void process.stderr.write(line) }),
});
await pause(2_000);
const work = office.office;
const rotation = await work.transact(async (tx) => {
  const always = Object.fromEntries(
    ['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, { from: '00:00', to: '23:59' }]),
  );
  await tx.settings.set(OFFICE, { timeZone: 'UTC', hours: always }, receptionist);
  await tx.staff.appoint(DESK, 'head', [receptionist]);
  const desk = await openDesk(tx);
  return desk.rotations.add({ name: 'Bench', members: people, managerId: null, channel: null, ringSeconds: 60 });
});

const began = performance.now();
let next = 0;
const one = async () => {
  while (next < CALLS) {
    const number = next++;
    const caller = {
      ...{ target: { kind: 'rotation' as const, value: rotation }, callerName: `Caller ${number}`, company: null },
      ...{ callerNumber: null, reason: 'measured', notes: null, urgency: 'normal' as const, language: null },
    };
    await work.transact(async (tx) =>
      handOver(await openDesk(tx), { ...caller, promisedAt: null }, receptionist, new Map()),
    );
  }
};
await Promise.all(Array.from({ length: AT_ONCE }, one));
const opening = (performance.now() - began) / 1000;

const client = new pg.Client({ connectionString: url });
await client.connect();
const count = async (sql: string): Promise<number> => Number((await client.query(sql)).rows[0].value);
let most = 0;
let atOnce = 0;
const until = performance.now() + WATCHED_MS;
while (performance.now() < until) {
  const open = await count(`SELECT count(*) AS value FROM "CallRing" WHERE "state" = 'ringing'`);
  atOnce = Math.max(atOnce, open);
  const late = `SELECT coalesce(max(extract(epoch FROM clock_timestamp() - "expiresAt")), 0) AS value FROM "CallRing"`;
  most = Math.max(most, await count(`${late} WHERE "state" = 'ringing'`));
  await pause(50);
}
const lateness = await client.query(
  `SELECT extract(epoch FROM "settledAt" - "expiresAt") AS late FROM "CallRing" WHERE "state" = 'timedOut' ORDER BY 1`,
);
const all = lateness.rows.map(({ late }) => Number(late));
const at = (share: number) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
const nobodys = await count(`SELECT count(*) AS value FROM "Call" WHERE "ownerId" = '' OR "state" = 'lost'`);
const twice = await count(
  `SELECT count(*) AS value FROM (SELECT "callNumber" FROM "CallRing" WHERE "state" = 'ringing' GROUP BY 1 HAVING count(*) > 1) AS t`,
);
await client.end();
await office.close();
await slack.stop();
await drop();

console.log(`\n${CALLS} hand-overs; opened in ${opening.toFixed(1)} s, ${(CALLS / opening).toFixed(0)} a second\n`);
console.log(
  '| ringing at once | passed on | half within, s | 99 % within, s | seen overdue at most, s | lost | rung twice |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|');
const seconds = [at(0.5), at(0.99), most].map((value) => value.toFixed(2));
console.log(`| ${[atOnce, all.length, ...seconds, nobodys, twice].join(' | ')} |`);
