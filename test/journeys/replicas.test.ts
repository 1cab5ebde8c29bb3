import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyAudit } from '../../src/platform/audit/verify.js';
import { type OpenDatabase, openDatabase } from '../../src/platform/database/database.js';
import { packageFolder } from '../../src/platform/package-folder.js';
import type { AtThePage } from '../../src/sandbox/driver/index.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { testTarget } from '../support/database.js';
import { type RunningProcess, startProcess } from '../support/process.js';

const server = process.env.TEST_DATABASE_URL;
if (!server)
  console.warn('Replicas are tested on PostgreSQL only: set TEST_DATABASE_URL, or run "npm run test:postgres".');

const REPLICAS = 3;
const TICKETS = 12;
const KILLS = 6;

/** Over sockets Slack chooses a line; over HTTP a balancer chooses a process, and knows nothing of what it hands on. */
const modes = ['socket', 'http'] as const;

/** Three processes share one database; each of them is killed now and then, as a power cut would, and started again. */
(server ? describe : describe.skip).each(modes)('three replicas on one database, over %s', (mode) => {
  let sandbox: Sandbox;
  let database: OpenDatabase;
  let drop: () => Promise<void>;
  let settings: string;
  let balancer: Balancer;
  const bots: (RunningProcess | null)[] = [];
  const ports: (number | null)[] = [];
  let kills = 0;

  beforeAll(async () => {
    sandbox = await startSandbox({
      ...{ port: 0, folder: null, manifestPath: path.join(packageFolder, 'manifest.yml') },
      ...{ delivery: mode, company: 'demo', limits: true, retryTimeScale: 0.01 },
    });
    const { target, drop: dropTarget } = await testTarget();
    drop = dropTarget;
    const { botToken, appToken, signingSecret, apiUrl } = sandbox;
    const way = mode === 'socket' ? { appToken } : { signingSecret };
    settings = JSON.stringify({ slack: { mode, botToken, apiUrl, ...way }, database: target });
    balancer = await startBalancer(() => ports.filter((port) => port !== null));
    for (let place = 0; place < REPLICAS; place++) await startBot(place);
    if (mode === 'http') sandbox.deliverTo(`${balancer.url}/slack/events`);
    database = await openDatabase(target);
    await setUp();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot?.kill()));
    balancer?.close();
    await database?.close();
    await sandbox?.close();
    await drop?.();
  });

  async function startBot(place: number): Promise<void> {
    const started = startProcess('bot', [], { BOT: settings });
    const [said, port] = ((await started.line()) ?? '').split(' ');
    expect(said).toBe('ready');
    bots[place] = started;
    ports[place] = port ? Number(port) : null;
  }

  async function killAndStart(place: number): Promise<void> {
    await bots[place]?.kill();
    bots[place] = null;
    kills++;
    await startBot(place);
  }

  /** What somebody does who is told that something went wrong: the same again. */
  async function persist<T>(act: () => Promise<T>, tries = 40): Promise<T> {
    for (let left = tries; ; left--) {
      try {
        return await act();
      } catch (error) {
        if (left === 0) throw error;
        await pause(400);
      }
    }
  }

  async function setUp() {
    const hazel = await sandbox.person('hazel');
    await hazel.types('general', '/backoffice setup');
    await (await hazel.modal('Set-up')).press('office.hub.setup-desk:it.help-desk');
    const form = await hazel.modal('IT help');
    await form.fill('Triage channel', 'it-triage');
    await form.fill('Technicians', ['robin', 'mihai']);
    await form.submit();
    await form.close(true);
    hazel.leaves();
  }

  async function asks(person: AtThePage, text: string): Promise<void> {
    await persist(async () => {
      if ((await database.prisma.ticket.count({ where: { text } })) > 0) return;
      const typed = await person.types('general', `/ithelp ${text}`);
      if (!typed.ok) throw new Error(typed.error);
      const form = await person.modal('Ask IT for help');
      // The form stays open while nobody answers; pressing Send again is the same request.
      await persist(async () => {
        const sent = await form.submit();
        if ('errors' in sent) throw new Error(JSON.stringify(sent.errors));
      }, 12);
    }, 6);
  }

  const settled = () => database.prisma.letter.count({ where: { state: { in: ['pending', 'sending'] } } });

  it('lose no request, say each thing once, and keep Slack’s rates, while they are killed at random', async () => {
    const people = await Promise.all(['olive', 'jay', 'linden'].map((who) => sandbox.person(who)));
    const killing = (async () => {
      for (let count = 0; count < KILLS; count++) {
        await pause(700 + ((count * 397) % 900));
        await killAndStart(count % REPLICAS);
      }
    })();
    await Promise.all(
      people.map(async (person, place) => {
        for (let count = 0; count < TICKETS / people.length; count++) await asks(person, `request ${place}-${count}`);
      }),
    );
    await killing;
    expect(kills).toBe(KILLS);
    for (let waited = 0; waited < 240 && (await settled()) > 0; waited++) await pause(250);
    expect(await settled()).toBe(0);

    const tickets = await database.prisma.ticket.groupBy({ by: ['text'], _count: { _all: true } });
    expect(tickets).toHaveLength(TICKETS);
    expect(tickets.filter(({ _count }) => _count._all !== 1)).toEqual([]);
    const robin = await sandbox.person('robin');
    const cards = (await robin.reads('it-triage')).map((message) => message.text());
    const uncertain = await database.prisma.letter.findMany({ where: { state: { in: ['ambiguous', 'dead'] } } });
    for (const { text } of tickets) {
      const shown = cards.filter((card) => card.includes(text)).length;
      const isMarked = uncertain.some(({ payload }) => JSON.stringify(payload).includes(text));
      expect([text, isMarked ? 'marked' : shown]).toEqual([text, isMarked ? 'marked' : 1]);
    }
    const { entries } = await robin.wire.need('traffic', {});
    expect(entries.filter(({ error, name }) => error === 'ratelimited' && name === 'chat.postMessage')).toEqual([]);
  }, 240_000);

  it('give a ticket to one of those who press at the same time', async () => {
    const [robin, mihai] = [await sandbox.person('robin'), await sandbox.person('mihai')];
    const numbers = (await database.prisma.ticket.findMany({ where: { state: 'new' }, take: 5 })).map(
      ({ text }) => text,
    );
    for (const text of numbers) {
      const [one, other] = [await robin.sees(text, { in: 'it-triage' }), await mihai.sees(text, { in: 'it-triage' })];
      await Promise.allSettled([one.press('it.help-desk.take'), other.press('it.help-desk.take')]);
      const look = () => database.prisma.ticket.findFirst({ where: { text }, include: { events: true } });
      for (let waited = 0; waited < 100 && !(await look())?.assigneeId; waited++) await pause(100);
      // Whoever came second was answered by then too.
      await pause(500);
      const ticket = await look();
      expect(ticket?.assigneeId).not.toBeNull();
      expect(ticket?.events.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    }
  }, 120_000);

  it('leave one entry in the record for each request, and a record that is whole', async () => {
    expect(await verifyAudit(database.prisma)).toMatchObject({ intact: true });
    const audit = await database.prisma.auditEntry.findMany({ where: { action: 'it.help-desk.raise' } });
    expect(audit).toHaveLength(TICKETS);
  });
});
