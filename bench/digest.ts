// Many feeds read from a server that takes its time: how long beside what the concurrency allows, with some that hang, and
// whether people's commands would still be answered meanwhile. Prints the table of docs/performance.md.
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDesk } from '../src/departments/research/digest/desk.js';
import { digest } from '../src/departments/research/digest/index.js';
import { usualLimits } from '../src/departments/research/digest/service/reading.js';
import { createOffice } from '../src/platform/create-office.js';
import { openDatabase } from '../src/platform/database/database.js';
import { outboxIn } from '../src/platform/outbox/write.js';
import { systemClock } from '../src/platform/time.js';
import { createTimekeeper } from '../src/platform/timers/timekeeper.js';
import { Web } from '../src/platform/web/fetch.js';
import { freshDatabase } from './fresh-database.js';
import { benchKeys, noSlack } from './payroll-office.js';
import { start } from './processes.js';

const LATENCY_MS = 50;
const ITEMS = 50;
const TIMEOUT_MS = 15_000;

async function measure(count: number, hangingShare: number) {
  const every = hangingShare > 0 ? Math.round(1 / hangingShare) : 0;
  const FEEDS = JSON.stringify({ latencyMs: LATENCY_MS, items: ITEMS, hangsEvery: every });
  const server = await start(path.join(import.meta.dirname, 'feed-server.ts'), { FEEDS }, /^port/);
  const port = Number(server.said.split(' ')[1]);
  const { url, drop } = await freshDatabase('digest');
  const database = await openDatabase({ kind: 'postgres', url });
  const hosts = Array.from(
    { length: count },
    (_, feed) => `127.0.${1 + Math.floor(feed / 200)}.${1 + (feed % 200)}:${port}`,
  );
  const web = new Web(new Set(hosts));
  // While at least one server is asked; the rest of the time goes into reading and keeping what came.
  const asking = { now: 0, since: 0, ms: 0 };
  const counted = {
    fetch: async (wish: Parameters<Web['fetch']>[0]) => {
      if (asking.now++ === 0) asking.since = performance.now();
      try {
        return await web.fetch({ ...wish, timeoutMs: TIMEOUT_MS });
      } finally {
        if (--asking.now === 0) asking.ms += performance.now() - asking.since;
      }
    },
  };
  const office = createOffice({
    ...{ database, clock: systemClock, workspace: noSlack, outbox: outboxIn, keys: benchKeys, web: counted },
    afterCommit: () => undefined,
  });
  const desk = digest(office);
  await office.transact(async (tx) => {
    const at = await openDesk(tx);
    for (const [feed, host] of hosts.entries()) {
      await at.feeds.add({
        url: `http://${host}/${feed}`,
        title: `F${feed}`,
        siteUrl: null,
        topic: 'market',
        addedById: 'U0',
      });
    }
  });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const timers = (desk.timers ?? []).filter(({ name }) => name.endsWith('.read'));
  delay.enable();
  const began = performance.now();
  await createTimekeeper({ office, timers, clock: systemClock, log: console }).runDue();
  const all = (performance.now() - began) / 1000;
  delay.disable();
  const stories = await database.prisma.story.count();
  const memory = process.memoryUsage().rss / 1024 / 1024;
  await web.close();
  await database.close();
  await drop();
  await server.stop();
  const least = (Math.ceil(count / usualLimits.atOnce) * LATENCY_MS) / 1000;
  return { count, all, asked: asking.ms / 1000, least, p99: delay.percentile(99) / 1e6, stories, memory };
}

console.log(
  '| feeds | hanging | asked in, s | at least, s | × | kept in all, s | event loop p99, ms | stories | memory, MB |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const [count, share] of [
  [50, 0],
  [500, 0],
  [500, 0.05],
] as const) {
  const { all, asked, least, p99, stories, memory } = await measure(count, share);
  const times = [asked.toFixed(2), least.toFixed(2), (asked / least).toFixed(2), all.toFixed(1)];
  console.log(`| ${[count, `${share * 100} %`, ...times, p99.toFixed(0), stories, memory.toFixed(0)].join(' | ')} |`);
}
process.exit(0);
