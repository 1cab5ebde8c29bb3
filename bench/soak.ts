// Ten minutes of an office that never pauses: 50 events a second, most of them talk that concerns nobody, some commands, looks
// at Home, and a ticket every other second. What must hold: no failure, memory that doesn't grow, and an empty queue at the
// end. Prints the table that docs/performance.md holds.
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freshDatabase } from './fresh-database.js';
import { freePort, residentBytes, start } from './processes.js';
import { command, event, type FilledView, nextPerson, type Signed, secret, submission } from './requests.js';
import { setUpServed } from './set-up.js';

const MINUTES = Number(process.env.MINUTES ?? 10);
const PER_SECOND = 50;
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const stub = await start(here('./slack-stub.ts'), {}, /^ready/);
const slack = stub.said.replace(/^ready /, '');
const database = await freshDatabase('soak');
const port = await freePort();
const url = `http://127.0.0.1:${port}/slack/events`;
const env = {
  ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 'bench').toString('base64')}`,
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_SIGNING_SECRET: secret,
  SLACK_API_URL: `${slack}/api/`,
  LOG_LEVEL: 'error',
  PORT: String(port),
  DATA_FOLDER: mkdtempSync(path.join(tmpdir(), 'bench-soak-')),
  DATABASE_URL: database.url,
};
const open = () => start(here('../dist/main.js'), env, /ready/);

async function send({ body, headers }: Signed): Promise<number | null> {
  const since = performance.now();
  const response = await fetch(url, { method: 'POST', body, headers }).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok ? performance.now() - since : null;
}

/** The bot learns everybody at its first start; the desk is set up before the second. */
const first = await open();
await pause(5_000);
await first.stop();
await setUpServed(database.url);
const bot = await open();
await pause(3_000);
await send(command());
await pause(1_000);
const view = (await (await fetch(`${slack}/opened`)).json()) as FilledView;

const talk = () => ({ type: 'message', channel: 'C0TALK', channel_type: 'channel', text: 'see you at noon' });
const home = () => ({ type: 'app_home_opened', tab: 'home', channel: 'D0BENCH' });
const told = (what: () => object): Signed => {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  return event({ ...what(), user: nextPerson().id, ts, event_ts: ts, client_msg_id: randomUUID() });
};

/** What the event of that number within two seconds is: a ticket, seven looks at Home, sixty commands, and talk. */
function eventOf(index: number): Signed {
  if (index === 0) return submission(view);
  if (index <= 7) return told(home);
  return index <= 67 ? command() : told(talk);
}

const client = new pg.Client({ connectionString: database.url });
await client.connect();
const count = async (sql: string) => Number((await client.query(sql)).rows[0].count);
const waiting = () => count(`SELECT count(*) FROM "Letter" WHERE "state" IN ('pending', 'sending')`);

const rows: string[] = [];
let failed = 0;
let took: number[] = [];
const sending = new Set<Promise<void>>();
const began = performance.now();
for (let index = 0; index < MINUTES * 60 * PER_SECOND; index += 1) {
  const late = began + (index * 1000) / PER_SECOND - performance.now();
  if (late > 0) await pause(late);
  const sent = send(eventOf(index % (2 * PER_SECOND))).then((ms) => {
    if (ms === null) failed += 1;
    else took.push(ms);
  });
  sending.add(sent);
  sent.finally(() => sending.delete(sent));
  if ((index + 1) % (60 * PER_SECOND) === 0) {
    const sorted = took.sort((a, b) => a - b);
    const [p50 = 0, p99 = 0] = [0.5, 0.99].map((part) => sorted[Math.floor(part * sorted.length)]);
    const memory = residentBytes(bot.pid) / 2 ** 20;
    const figures = [sorted.length, failed, p50.toFixed(1), p99.toFixed(1), (sorted.at(-1) ?? 0).toFixed(0)];
    rows.push(`| ${[rows.length + 1, ...figures, await waiting(), memory.toFixed(0)].join(' | ')} |`);
    console.error(rows.at(-1));
    took = [];
  }
}
await Promise.all(sending);
const ended = performance.now();
while ((await waiting()) > 0 && performance.now() - ended < 120_000) await pause(100);

console.log('\n| minute | answered | failed | p50 ms | p99 ms | max ms | letters waiting | resident, MB |');
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const row of rows) console.log(row);
const left = await waiting();
const tickets = await count('SELECT count(*) FROM "Ticket"');
const letters = await count('SELECT count(*) FROM "Letter"');
const seconds = ((performance.now() - ended) / 1000).toFixed(1);
console.log(`\n${left} letters waiting ${seconds} s after the last event; ${tickets} tickets, ${letters} letters.`);

await client.end();
await bot.stop();
await stub.stop();
await database.drop();
