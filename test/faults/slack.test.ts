import { createOutboxWorker, type OutboxWorker } from '../../src/platform/outbox/worker.js';
import { outboxIn } from '../../src/platform/outbox/write.js';
import { systemClock } from '../../src/platform/time.js';
import type { Fault, Sandbox } from '../../src/sandbox/start.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { type FailingProxy, startProxy, type Weather } from '../support/proxy.js';
import { hasty, hearers, saidTo, senderTo, silent, startSlack } from '../support/slack-line.js';
import { chance, oneOf, tell, times } from './figures.js';

const SCHEDULES = times(12, 500);
const kinds: Fault['kind'][] = [
  ...([{ answer: 429, retryAfter: 0 }, { answer: 500 }, { answer: 503 }, { answer: 'reset' }] as const),
  ...([{ answer: 'lost' }, { answer: 'done-but-500' }, { answer: 'malformed' }, { answer: 'hang' }] as const),
];
const methods = ['chat.postMessage', 'chat.postMessage', 'chat.update', 'conversations.history', 'conversations.open'];
const weathers: Weather[] = ['refuse', 'stall', 'deaf'];

/** Letters to two people, two each and an edit of the first, while Slack and the way to it fail as the seed says. */
describe('Slack and the network fail', () => {
  let slack: Sandbox;
  let proxy: FailingProxy;
  let database: TestDatabase;
  let worker: OutboxWorker;
  beforeAll(async () => {
    slack = await startSlack();
    database = await testDatabase();
    const { hostname, port, pathname } = new URL(slack.apiUrl);
    proxy = await startProxy({ host: hostname, port: Number(port) });
    const carrier = senderTo(`http://127.0.0.1:${proxy.port}${pathname}`, slack.botToken);
    worker = createOutboxWorker({
      ...{ database, carrier, clock: systemClock, log: silent, marksKey: 'a key for tests', limits: hasty },
    });
    // Prisma loads its engine with the first query, which jest refuses between tests.
    await database.prisma.letter.count();
    await worker.start();
  });
  afterAll(async () => {
    await worker.drain();
    await proxy.close();
    await slack.close();
    await database.close();
  });

  const write = (work: (outbox: ReturnType<typeof outboxIn>) => Promise<void>) =>
    database.prisma.$transaction(async (tx) => {
      const outbox = outboxIn(tx, systemClock.now());
      await work(outbox);
      await outbox.write();
    });
  const waiting = () => database.prisma.letter.count({ where: { state: { in: ['pending', 'sending'] } } });

  async function schedule(seed: number): Promise<void> {
    const random = chance(seed);
    for (let count = 1 + Math.floor(random() * 4); count > 0; count--) {
      slack.faults.next({
        method: oneOf(random, methods),
        times: 1 + Math.floor(random() * 2),
        kind: oneOf(random, kinds),
      });
    }
    const weather = random() < 0.4 ? oneOf(random, weathers) : 'fair';
    proxy.turn(weather);
    const people = [hearers[seed % 5], hearers[(seed + 1) % 5]].map((person) => person ?? hearers[0]);
    await write(async (outbox) => {
      for (const to of people) {
        for (const part of ['first', 'second']) {
          await outbox.post({ to, text: `${seed} ${part} to ${to}`, once: `${seed}/${part}/${to}` });
        }
      }
    });
    worker.wake();
    if (weather !== 'fair') await new Promise((resolve) => setTimeout(resolve, 40 + random() * 120));
    proxy.turn('fair');
    proxy.cut();
    await write((outbox) =>
      outbox.change(`${seed}/first/${people[0]}`, { text: `${seed} first to ${people[0]}, edited` }),
    );
    worker.wake();
    for (let waited = 0; waited < 400 && (await waiting()) > 0; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    slack.faults.clear();
    await worker.idle();
  }

  it(
    `and each letter is said once, in order, or brought to a person: ${SCHEDULES} schedules`,
    async () => {
      for (let seed = 0; seed < SCHEDULES; seed++) await schedule(seed);
      for (let waited = 0; waited < 400 && (await waiting()) > 0; waited++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      const letters = await database.prisma.letter.findMany({ where: { kind: 'post' }, orderBy: { id: 'asc' } });
      expect(letters).toHaveLength(4 * SCHEDULES);
      const said = new Map(
        await Promise.all(hearers.map(async (person) => [person, await saidTo(slack, person)] as const)),
      );
      const tally = { 'said once': 0, lost: 0, doubled: 0, 'out of order': 0, ambiguous: 0, dead: 0 };
      const wrong: string[] = [];
      const place = new Map<string, number>();
      for (const { once, lane, state } of letters) {
        const [seed, part] = once.split('/');
        const heard = (said.get(lane as (typeof hearers)[number]) ?? []).flatMap((text, at) =>
          text.startsWith(`${seed} ${part} to ${lane}`) ? [at] : [],
        );
        if (state === 'ambiguous' || state === 'dead') tally[state]++;
        else if (heard.length === 0) tally.lost++;
        else if (heard.length === 1) tally['said once']++;
        if (heard.length > 1) tally.doubled++;
        const [at] = heard;
        if (at !== undefined && at < (place.get(lane) ?? -1)) tally['out of order']++;
        if (at !== undefined) place.set(lane, at);
        if (heard.length !== 1) wrong.push(`${once}: ${state}, ${heard.length} times`);
      }
      const edits = await database.prisma.letter.groupBy({
        by: ['state'],
        where: { kind: 'change' },
        _count: { _all: true },
      });
      tell(
        'Slack answers 429, 500, 503, half a reply or nothing; the line is cut, stalls, or loses the answer',
        SCHEDULES,
        tally,
      );
      expect({ tally, wrong, edits: edits.map(({ state }) => state) }).toEqual({
        tally: { 'said once': 4 * SCHEDULES, lost: 0, doubled: 0, 'out of order': 0, ambiguous: 0, dead: 0 },
        ...{ wrong: [], edits: ['sent'] },
      });
    },
    times(120_000, 3_600_000),
  );
});
