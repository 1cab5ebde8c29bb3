import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { desks } from './departments/index.js';
import type { Config } from './platform/config/config.js';
import { createOffice } from './platform/create-office.js';
import { type DatabaseTarget, type OpenDatabase, openDatabase } from './platform/database/database.js';
import { emptyTables } from './platform/database/empty.js';
import { alarmsFor } from './platform/doors/alarms.js';
import type { Desk, Job } from './platform/doors/doors.js';
import type { KeyRing } from './platform/encryption/keys.js';
import { forgetOldIncoming } from './platform/incoming/forget.js';
import type { Log } from './platform/log/log.js';
import { createMetrics, type Metrics } from './platform/metrics/metrics.js';
import { queueGauges } from './platform/metrics/queues.js';
import type { Office } from './platform/office.js';
import { cleanLetters } from './platform/outbox/cleaning.js';
import { drawerOf } from './platform/outbox/documents.js';
import type { Limits } from './platform/outbox/limits.js';
import { createOutboxWorker, type OutboxWorker, type WorkerParts } from './platform/outbox/worker.js';
import { outboxIn } from './platform/outbox/write.js';
import { packageFolder } from './platform/package-folder.js';
import { peopleMemory } from './platform/people/memory.js';
import { createScheduler, type Scheduler } from './platform/scheduler/scheduler.js';
import type { Clock } from './platform/time.js';
import { createTimekeeper, type Timekeeper } from './platform/timers/timekeeper.js';
import { Web } from './platform/web/fetch.js';
import { connectSlack, type SlackConnection } from './slack/connect.js';
import { checkManifest } from './slack/doors/manifest.js';
import { reachSlack, type SlackSettings } from './slack/reach.js';
import type { Watch } from './slack/receivers/watch.js';

type OptionalConfig = 'telephone' | 'webAllowed' | 'ratesUrl' | 'ledgerFolder' | 'metricsToken';

export interface Opening {
  config: Pick<Config, 'marksKey'> & Partial<Pick<Config, OptionalConfig>>;
  /** How Slack is reached: with the settings' own tokens, or the sandbox's. */
  slack: SlackSettings;
  database: DatabaseTarget;
  /** What confidential fields are sealed with. */
  keys: KeyRing;
  clock: Clock;
  log: Log;
  /** Where Slack's requests and the health check arrive; 0: any that is free. Absent in Socket Mode: no health check. */
  port?: number;
  limits?: Partial<Limits>;
  /** Which desks are open; default: all of the company's. */
  desks?: (office: Office) => readonly Desk[];
}

/** The office at work. */
export interface OpenOffice {
  office: Office;
  desks: readonly Desk[];
  database: OpenDatabase;
  slack: SlackConnection;
  web: Web;
  worker: OutboxWorker;
  scheduler: Scheduler;
  timekeeper: Timekeeper;
  /** Forgets everything, as on the first day: for the sandbox. Only the embedded database can be emptied like that. */
  startAfresh(): Promise<void>;
  /** Takes no new work, finishes what is under way, then closes; in the reverse order of opening. */
  close(): Promise<void>;
}

/** Opens the office: database, platform, desks, Slack, and what works by the clock. */
export async function openTheOffice(opening: Opening): Promise<OpenOffice> {
  const { log } = opening;
  const database = await openDatabase(opening.database, {
    onTrouble: (error) => log.warn({ err: error }, 'a connection to the database broke'),
  });
  return furnish(opening, database).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
}

async function furnish(opening: Opening, database: OpenDatabase): Promise<OpenOffice> {
  const { clock, log, slack: settings, port, keys } = opening;
  const metrics = createMetrics();
  metrics.whenLookedAt(queueGauges(database.prisma, clock));
  const reach = await reachSlack(settings, log, metrics.slackAnswered);
  // The worker needs Slack, Slack needs the desks, and the desks need an office that can wake the worker.
  let worker: OutboxWorker | undefined;
  const web = new Web(new Set(opening.config.webAllowed));
  const office = createOffice({
    database,
    clock,
    workspace: reach.workspace,
    outbox: outboxIn,
    keys,
    web,
    ...(opening.config.ratesUrl && { ratesUrl: opening.config.ratesUrl }),
    ...(opening.config.ledgerFolder && { ledgerFolder: opening.config.ledgerFolder }),
    ...(opening.config.telephone && { telephone: opening.config.telephone }),
    onTransacted: metrics.transacted,
    afterCommit: () => worker?.wake(),
  });
  const open = (opening.desks ?? desks)(office);
  if (!opening.desks) checkManifest(open, await readManifest());
  const people = peopleMemory(database, clock);
  const watch = watchOver(opening, database, metrics);
  const line = { settings, reach, desks: open, people, clock, log, watch, ...(port !== undefined && { port }) };
  const slack = await connectSlack({ ...line, onAcknowledged: metrics.acknowledged });
  const parts = { office, desks: open, database, slack, web };
  try {
    return await beginWork(opening, parts, (hired) => {
      worker = hired;
    });
  } catch (error) {
    await slack.stop();
    throw error;
  }
}

/** The database is asked for so long before it counts as gone. */
const ASKED_MS = 2_000;

function watchOver({ config }: Opening, { prisma }: OpenDatabase, metrics: Metrics): Watch {
  const answers = async () => {
    const late = new AbortController();
    const asked = prisma.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    );
    const patience = pause(ASKED_MS, false, { signal: late.signal }).catch(() => false);
    return Promise.race([asked, patience]).finally(() => late.abort());
  };
  return {
    problems: async () => ((await answers()) ? [] : ['database']),
    figures: config.metricsToken ? { token: config.metricsToken, ...metrics } : null,
  };
}

type Furnished = Pick<OpenOffice, 'office' | 'desks' | 'database' | 'slack' | 'web'>;

/** Lets the office do by the clock, and say, what there is to do and to say. */
async function beginWork(
  opening: Opening,
  furnished: Furnished,
  hire: (worker: OutboxWorker) => void,
): Promise<OpenOffice> {
  const { clock, log } = opening;
  const { office, desks: open, database, slack } = furnished;
  const { onFailed, ...onStuck } = alarmsFor(open, log);
  const worker = workerFor(opening, furnished, onStuck);
  hire(worker);
  const scheduler = createScheduler({ office, database, jobs: jobsOf(open), clock, log, onFailed });
  const timers = open.flatMap((desk) => desk.timers ?? []);
  const timekeeper = createTimekeeper({ office, timers, clock, log });
  await worker.start();
  scheduler.start();
  timekeeper.start();
  slack.keepPeopleKnown();
  const parts = { ...furnished, worker, scheduler, timekeeper };
  return { ...parts, startAfresh: () => startAfresh(parts), close: () => closeTheOffice(parts) };
}

async function startAfresh({ database, slack }: Furnished): Promise<void> {
  if (database.kind !== 'pglite') return;
  await emptyTables(database);
  await slack.syncPeople();
}

function workerFor(
  opening: Opening,
  { database, slack, desks: open, office }: Furnished,
  onStuck: Pick<WorkerParts, 'onDead' | 'onAmbiguous'>,
): OutboxWorker {
  const { clock, log, config, limits } = opening;
  return createOutboxWorker({
    database,
    carrier: slack.carrier,
    draw: drawerOf(open, office),
    clock,
    log,
    marksKey: config.marksKey,
    ...onStuck,
    ...(limits && { limits }),
  });
}

const jobsOf = (open: readonly Desk[]): Job[] => [
  ...open.flatMap((desk) => desk.jobs ?? []),
  forgetOldIncoming,
  cleanLetters,
];

type AtWork = Pick<OpenOffice, 'scheduler' | 'timekeeper' | 'slack' | 'web' | 'worker' | 'database'>;

/** Whatever goes wrong with one of them, the others are stopped and the database is closed. */
async function closeTheOffice({ scheduler, timekeeper, slack, web, worker, database }: AtWork): Promise<void> {
  const stops = await Promise.allSettled([scheduler.stop(), timekeeper.stop(), slack.stop(), worker.drain()]);
  await web.close();
  await database.close();
  const failed = stops.find((stop) => stop.status === 'rejected');
  if (failed) throw failed.reason;
}

const readManifest = async (): Promise<unknown> =>
  parse(await readFile(path.join(packageFolder, 'manifest.yml'), 'utf8'));
