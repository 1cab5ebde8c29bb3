import { type OpenDatabase, openDatabase } from '../../src/platform/database/database.js';
import type { Office } from '../../src/platform/office.js';
import { createOutboxWorker, type OutboxWorker } from '../../src/platform/outbox/worker.js';
import { systemClock } from '../../src/platform/time.js';
import { AlreadyHandled } from '../../src/platform/user-error.js';
import type { Sandbox } from '../../src/sandbox/start.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { testOffice } from '../support/office.js';
import { type FailingProxy, startProxy } from '../support/proxy.js';
import { hasty, hearers, saidTo, senderTo, silent, startSlack } from '../support/slack-line.js';
import { chance, oneOf, tell, times } from './figures.js';

const EACH = times(3, 50);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let slack: Sandbox;
let database: TestDatabase;
beforeAll(async () => {
  slack = await startSlack();
  database = await testDatabase();
  // Prisma loads its engine with the first query, which jest refuses between tests.
  await database.prisma.letter.count();
});
afterAll(async () => {
  await slack.close();
  await database.close();
});
beforeEach(() => database.empty());

const workerOn = (one: OpenDatabase): OutboxWorker =>
  createOutboxWorker({
    ...{ database: one, carrier: senderTo(slack.apiUrl, slack.botToken), clock: systemClock, log: silent },
    ...{ marksKey: 'a key for tests', limits: hasty },
  });

/** What somebody does who is told that it didn't work: the same request again, until it is taken. */
async function request(office: Office, text: string, to: string): Promise<number> {
  for (let refused = 0; ; refused++) {
    try {
      await office.transact(({ outbox }) => outbox.post({ to, text, once: text }), { incoming: text });
      return refused;
    } catch (error) {
      if (error instanceof AlreadyHandled) return refused;
      if (refused > 400) throw error;
      await pause(25);
    }
  }
}

async function outcomeOf(texts: readonly string[], worker: OutboxWorker) {
  const left = () => database.prisma.letter.count({ where: { state: { in: ['pending', 'sending'] } } });
  for (let waited = 0; waited < 1200 && (await left()) > 0; waited++) await pause(25);
  await worker.idle();
  const said = (await Promise.all(hearers.map((person) => saidTo(slack, person)))).flat();
  const times = texts.map((text) => said.filter((one) => one === text).length);
  return {
    'said once': times.filter((count) => count === 1).length,
    lost: times.filter((count) => count === 0).length,
    doubled: times.filter((count) => count > 1).length,
    unsettled: await left(),
  };
}

(process.env.TEST_DATABASE_URL ? describe : describe.skip)('PostgreSQL is restarted', () => {
  let proxy: FailingProxy;
  let far: OpenDatabase;
  let worker: OutboxWorker;
  beforeAll(async () => {
    const { url } = database;
    const address = new URL(url ?? '');
    proxy = await startProxy({ host: address.hostname, port: Number(address.port || 5432) });
    address.port = String(proxy.port);
    address.hostname = '127.0.0.1';
    far = await openDatabase({ kind: 'postgres', url: address.href });
    await far.prisma.letter.count();
    worker = workerOn(far);
    await worker.start();
  });
  afterAll(async () => {
    await worker.drain();
    await far.close();
    await proxy.close();
  });

  it(
    `under work, and no request is lost or done twice: ${EACH} times`,
    async () => {
      const random = chance(11);
      const office = testOffice(far, systemClock.now(), () => worker.wake());
      let isOver = false;
      const texts: string[] = [];
      let refused = 0;
      const people = hearers.map(async (person, place) => {
        for (let count = 0; !isOver; count++) {
          const text = `restart ${place} ${count}`;
          texts.push(text);
          refused += await request(office, text, person);
          await pause(60);
        }
      });
      for (let restart = 0; restart < EACH; restart++) {
        await pause(100 + random() * 200);
        // A restart ends every session, in the middle of whatever it does, and then nobody listens for a while.
        if (oneOf(random, [true, false])) {
          await database.prisma.$queryRaw`
          SELECT pg_terminate_backend("pid")::text FROM pg_stat_activity
          WHERE "datname" = current_database() AND "pid" <> pg_backend_pid() AND "client_port" > 0`.catch(
            () => undefined,
          );
        }
        proxy.turn('refuse');
        await pause(50 + random() * 300);
        proxy.turn('fair');
      }
      isOver = true;
      await Promise.all(people);
      const outcome = await outcomeOf(texts, worker);
      tell('PostgreSQL restarted under work', EACH, { ...outcome, 'asked again': refused });
      expect(outcome).toEqual({ 'said once': texts.length, lost: 0, doubled: 0, unsettled: 0 });
    },
    times(120_000, 900_000),
  );
});

describe('the disk of the database is full', () => {
  it(
    `and what is asked meanwhile is refused, and done once when there is room again: ${EACH} times`,
    async () => {
      const worker = workerOn(database);
      await worker.start();
      const office = testOffice(database, systemClock.now(), () => worker.wake());
      // As the server says it: the statement fails with 53100, wherever in the work that may be.
      await database.prisma.$executeRawUnsafe(`
      CREATE OR REPLACE FUNCTION "no_room"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$`);
      const places = ['Letter', 'Incoming', 'RateBucket'] as const;
      const texts: string[] = [];
      let refused = 0;
      for (let count = 0; count < EACH; count++) {
        const table = places[count % places.length];
        await database.prisma.$executeRawUnsafe(
          `CREATE TRIGGER "no_room" BEFORE INSERT OR UPDATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "no_room"()`,
        );
        const asked = hearers.map((person, place) => {
          const text = `full ${count} ${place}`;
          texts.push(text);
          return request(office, text, person);
        });
        await pause(40);
        await database.prisma.$executeRawUnsafe(`DROP TRIGGER "no_room" ON "${table}"`);
        refused += (await Promise.all(asked)).reduce((sum, one) => sum + one, 0);
      }
      const outcome = await outcomeOf(texts, worker);
      await worker.drain();
      tell('the database’s disk is full for a while', EACH, { ...outcome, 'asked again': refused });
      expect(outcome).toEqual({ 'said once': texts.length, lost: 0, doubled: 0, unsettled: 0 });
      expect(refused).toBeGreaterThan(0);
    },
    times(60_000, 600_000),
  );
});

describe('a message that can’t be said', () => {
  const poisons = ['unreadable', 'refused by Slack', 'not drawn'] as const;

  it(
    `holds back nobody, and a person is told of it: ${EACH} times`,
    async () => {
      const told: string[] = [];
      const worker = createOutboxWorker({
        ...{ database, carrier: senderTo(slack.apiUrl, slack.botToken), clock: systemClock, log: silent },
        ...{ marksKey: 'a key for tests', limits: { ...hasty, attempts: 2 } },
        draw: async () => {
          throw new RangeError('a chart without points');
        },
        onDead: async ({ once }) => void told.push(once),
      });
      await worker.start();
      const office = testOffice(database, systemClock.now(), () => worker.wake());
      const texts: string[] = [];
      const poisoned: string[] = [];
      for (let count = 0; count < EACH; count++) {
        const [to, once] = [hearers[count % hearers.length] ?? hearers[0], `poison ${count}`];
        const kind = poisons[count % poisons.length];
        poisoned.push(once);
        texts.push(`behind ${once}`);
        await office.transact(async ({ outbox, db }) => {
          if (kind === 'not drawn') await outbox.document({ to, text: once, once, file: { source: 'x', ref: 'y' } });
          else if (kind === 'unreadable') await outbox.post({ to, text: once, once });
          else
            await outbox.post({
              to,
              text: once,
              once,
              blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '' } }],
            });
          await outbox.flush();
          if (kind === 'unreadable')
            await db.letter.updateMany({ where: { once }, data: { payload: { kind: 'post', text: 7 } } });
          await outbox.post({ to, text: `behind ${once}`, once: `behind ${once}` });
        });
      }
      const outcome = await outcomeOf(texts, worker);
      await worker.drain();
      tell('a message that can’t be read, drawn or taken', EACH, { ...outcome, 'brought to a person': told.length });
      expect(outcome).toEqual({ 'said once': texts.length, lost: 0, doubled: 0, unsettled: 0 });
      expect(told.sort()).toEqual(poisoned.sort());
    },
    times(60_000, 600_000),
  );
});
