// A hand of the bot as a process of its own, that ends as by a power cut at a named step: it runs what is due, takes up a
// request, and carries letters. What it is to do comes as JSON in HAND.
import { createOffice } from '../../../src/platform/create-office.js';
import { openDatabase } from '../../../src/platform/database/database.js';
import type { Job } from '../../../src/platform/doors/doors.js';
import type { Carrier } from '../../../src/platform/outbox/outbox.js';
import { createOutboxWorker } from '../../../src/platform/outbox/worker.js';
import { outboxIn } from '../../../src/platform/outbox/write.js';
import { createScheduler } from '../../../src/platform/scheduler/scheduler.js';
import { Temporal } from '../../../src/platform/time.js';
import { AlreadyHandled } from '../../../src/platform/user-error.js';
import { testKeys } from '../keys.js';
import { hasty, hearers, senderTo, silent } from '../slack-line.js';

const { database: target, apiUrl, botToken, step, numbers, now } = JSON.parse(process.env.HAND ?? '{}');

/** A power cut isn't a moment after something: it comes while the next thing goes on. */
const cut = (): void => void process.kill(process.pid, 'SIGKILL');
const cutSoon = (): void => void setTimeout(cut, Math.random() * 4);
const at = (name: string, end = cut): void => {
  if (step === name) end();
};

const clock = { now: () => Temporal.Instant.from(now), onMove: () => () => undefined };
const database = await openDatabase(target);
const sender = senderTo(apiUrl, botToken);
const carrier: Carrier = {
  ...sender,
  async deliver(outgoing) {
    at('claimed');
    at('asking', cutSoon);
    const delivery = await sender.deliver(outgoing);
    at('said');
    at('noting', cutSoon);
    return delivery;
  },
};
const worker = createOutboxWorker({
  database,
  carrier,
  clock,
  log: silent,
  marksKey: 'a key for tests',
  limits: hasty,
});
const office = createOffice({
  ...{ database, clock, outbox: outboxIn, keys: testKeys },
  workspace: {
    ...{ permalink: async () => null, thread: async () => [], channel: async () => null, file: async () => null },
    ...{ discardFile: async () => false, presence: async () => new Map(), botUserId: () => 'UBOT' },
  },
  afterCommit: () => worker.wake(),
});

const hearer = (number: number): string => hearers[number % hearers.length] ?? hearers[0];
const job: Job = {
  name: 'faults.tick',
  when: { everyMinutes: 1 },
  catchUp: 'all',
  windowMinutes: 1440,
  async run({ outbox }, { dueAt }) {
    const to = hearer(dueAt.epochMilliseconds / 60_000);
    await outbox.post({ to, text: `due ${dueAt}`, once: `due/${dueAt}` });
    await outbox.flush();
    at('occurring');
  },
};
await createScheduler({ office, database, jobs: [job], clock, log: silent }).runDue();
at('occurred');

for (const number of numbers as number[]) {
  const request = office.transact(
    async ({ outbox }) => {
      await outbox.post({ to: hearer(number), text: `letter ${number}`, once: `letter/${number}` });
      await outbox.flush();
      at('deciding');
    },
    { incoming: `request/${number}` },
  );
  await request.catch((error: unknown) => {
    if (!(error instanceof AlreadyHandled)) throw error;
  });
}
at('committed');

await worker.start();
const left = () => database.prisma.letter.count({ where: { state: { in: ['pending', 'sending'] } } });
while ((await left()) > 0) {
  await worker.idle();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await worker.drain();
const states = await database.prisma.letter.groupBy({ by: ['state'], _count: { _all: true } });
const occurrences = await database.prisma.occurrence.count({ where: { job: job.name, outcome: 'done' } });
console.log(JSON.stringify({ states: states.map(({ state, _count }) => [state, _count._all]), occurrences }));
await database.close();
process.exit(0);
