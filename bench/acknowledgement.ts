// How long Slack waits for an answer: `/ithelp` and its form over signed HTTP at 32 connections, beside a bare Bolt app
// in the same run, in interleaved rounds. Prints the table that docs/performance.md holds.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { freshDatabase } from './fresh-database.js';
import { cpuTicks, freePort, type Running, residentBytes, start } from './processes.js';
import { command, type FilledView, pathForm, type Signed, secret, submission } from './requests.js';
import { setUpEmbedded, setUpServed } from './set-up.js';

const CONNECTIONS = 32;
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const WARM_UP_SECONDS = 6;
const REST_SECONDS = 60;
const SECONDS = Number(process.env.SECONDS ?? 3);
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

interface Peer {
  name: string;
  url: string;
  process: Running;
  firstAnswerMs: number;
  nextAnswerMs?: number;
}
interface Result {
  perSecond: number;
  /** Pieces of work that were committed, a second: a form may be acknowledged before its own is. */
  keptPerSecond: number;
  p50: number;
  p99: number;
  max: number;
  failed: number;
}

async function send(url: string, { body, headers }: Signed): Promise<boolean> {
  const response = await fetch(url, { method: 'POST', body, headers }).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok ?? false;
}

/** Starts a bot, measures the time until its first acknowledged command, and lets it come to rest. */
async function open(name: string, script: string, env: Record<string, string>): Promise<Peer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack/events`;
  const began = performance.now();
  const starting = start(script, { ...env, PORT: String(port), SLACK_SIGNING_SECRET: secret }, /ready|listening/i);
  starting.catch(() => undefined);
  while (!(await send(url, command()))) {
    if (performance.now() - began > 60_000) throw new Error(`${name} did not answer within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const firstAnswerMs = performance.now() - began;
  const running = await starting;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return { name, url, process: running, firstAnswerMs };
}

/** Starts the bot on an empty database, sets up the help desk as an admin would, and starts it again. */
async function openSetUp(name: string, env: Record<string, string>, setUp: () => Promise<void>): Promise<Peer> {
  const first = await open(name, here('../dist/main.js'), env);
  await first.process.stop();
  await setUp();
  const again = await open(name, here('../dist/main.js'), env);
  return { ...again, firstAnswerMs: first.firstAnswerMs, nextAnswerMs: again.firstAnswerMs };
}

/** How many pieces of work a bot has committed since it started; none where there is nothing to commit. */
async function committed(url: string): Promise<number> {
  const response = await fetch(new URL('/metrics', url), { headers: { authorization: `Bearer ${metricsToken}` } });
  const figures = response.ok ? await response.text() : '';
  return Number(/^switchboard_transaction_seconds_count\{.*outcome="done".*\} (\d+)/m.exec(figures)?.[1] ?? 0);
}

async function load(url: string, next: () => Signed, seconds = SECONDS): Promise<Result> {
  const [before, since] = [await committed(url), performance.now()];
  const outcome = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  const { requests, latency, non2xx, errors, timeouts } = outcome;
  const took = (performance.now() - since) / 1000;
  return {
    keptPerSecond: ((await committed(url)) - before) / took,
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    max: latency.max,
    failed: non2xx + errors + timeouts,
  };
}

/** Waits until a bot has done what it was still busy with, lest it is counted against what comes next. */
async function calm(pid: number): Promise<void> {
  let before = cpuTicks(pid);
  for (let waited = 0; waited < 30; waited++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const now = cpuTicks(pid);
    if (now - before < 10) return;
    before = now;
  }
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const worst = (results: Result[]) => ({
  perSecond: median(results.map((each) => each.perSecond)),
  keptPerSecond: median(results.map((each) => each.keptPerSecond)),
  p50: median(results.map((each) => each.p50)),
  p99: Math.max(...results.map((each) => each.p99)),
  max: Math.max(...results.map((each) => each.max)),
  failed: results.reduce((sum, each) => sum + each.failed, 0),
});

const stub = await start(here('./slack-stub.ts'), {}, /^ready/);
const slack = stub.said.replace(/^ready /, '');
const database = await freshDatabase();
const keys = `bench:${Buffer.alloc(32, 'bench').toString('base64')}`;
const metricsToken = 'bench-metrics-token';
const common = {
  METRICS_TOKEN: metricsToken,
  ENCRYPTION_KEYS: keys,
  SLACK_BOT_TOKEN: 'xoxb-bench',
  SLACK_API_URL: `${slack}/api/`,
  LOG_LEVEL: 'error',
};
const inFolder = (name: string) => ({ ...common, DATA_FOLDER: mkdtempSync(path.join(tmpdir(), `bench-${name}-`)) });
const embedded = inFolder('pglite');
const served = { ...inFolder('pg'), DATABASE_URL: database.url };
const peers = [
  await open('bare Bolt', here('./bare-bolt.ts'), common),
  await openSetUp('Switchboard, PGlite', embedded, () => setUpEmbedded(embedded.DATA_FOLDER)),
  await openSetUp('Switchboard, PostgreSQL', served, () => setUpServed(database.url)),
];

// What a start leaves over is collected once a process has had nothing to do for a while.
await new Promise((resolve) => setTimeout(resolve, REST_SECONDS * 1000));
const atRest = new Map(peers.map(({ name, process: running }) => [name, residentBytes(running.pid) / 2 ** 20]));

const pathDatabase = await freshDatabase('bench_path');
const onItsOwn = { ...inFolder('path'), DATABASE_URL: pathDatabase.url };
const pathBot = await open('Switchboard’s path, PostgreSQL', here('./path-bot.ts'), onItsOwn);

const bots = peers.slice(1);
for (const bot of bots) await send(bot.url, command());
await new Promise((resolve) => setTimeout(resolve, 500));
const view = (await (await fetch(`${slack}/opened`)).json()) as FilledView;

const [bare] = peers;
const kinds: [string, () => Signed, Peer[]][] = [
  ['/ithelp', command, peers],
  ['form sent', () => submission(view), peers],
  ['record and letter', () => submission({ ...view, callback_id: pathForm }), [...(bare ? [bare] : []), pathBot]],
];
const measured = new Map<string, Result[]>();
// What a process does for the first time takes longer; the first acknowledgement of all is in the second table.
for (const [, next, asked] of kinds) {
  for (const peer of asked) {
    await load(peer.url, next, WARM_UP_SECONDS);
    await calm(peer.process.pid);
  }
}
for (let round = 0; round < ROUNDS; round++) {
  for (const [kind, next, asked] of kinds) {
    for (const peer of asked) {
      const key = `${kind}|${peer.name}`;
      measured.set(key, [...(measured.get(key) ?? []), await load(peer.url, next)]);
      await calm(peer.process.pid);
    }
  }
}

console.log(
  `\n${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s each, interleaved, after ${WARM_UP_SECONDS} s to warm up; medians, p99 and max: the worst round\n`,
);
console.log(
  '| request | bot | acknowledged a second | of bare Bolt | kept a second | of bare Bolt | p50 ms | p99 ms | max ms | failed |',
);
console.log('|---|---|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const [kind, , asked] of kinds) {
  const ofBare = worst(measured.get(`${kind}|${bare?.name}`) ?? []).perSecond;
  for (const { name } of asked) {
    const { perSecond, keptPerSecond, p50, p99, max, failed } = worst(measured.get(`${kind}|${name}`) ?? []);
    const rates = [perSecond, keptPerSecond].flatMap((rate) =>
      rate < 1 ? ['–', '–'] : [rate.toFixed(0), (rate / ofBare).toFixed(2)],
    );
    const row = [kind, name, ...rates, p50, p99, max, failed];
    console.log(`| ${row.join(' | ')} |`);
  }
}
console.log(
  '\n| bot | first start to first acknowledged command, ms | next start | resident after a minute at rest, MB | after the load, MB |',
);
console.log('|---|---:|---:|---:|---:|');
for (const { name, firstAnswerMs, nextAnswerMs = firstAnswerMs, process: running } of peers) {
  const [rest = 0, after] = [atRest.get(name), residentBytes(running.pid) / 2 ** 20];
  console.log(
    `| ${name} | ${firstAnswerMs.toFixed(0)} | ${nextAnswerMs.toFixed(0)} | ${rest.toFixed(0)} | ${after.toFixed(0)} |`,
  );
}

for (const { process: running } of [...peers, pathBot]) await running.stop();
await stub.stop();
await database.drop();
await pathDatabase.drop();
