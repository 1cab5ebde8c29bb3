import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { desks } from './departments/index.js';
import type { Config } from './platform/config/config.js';
import { createOffice } from './platform/create-office.js';
import { type DatabaseTarget, type OpenDatabase, openDatabase } from './platform/database/database.js';
import { alarmsFor } from './platform/doors/alarms.js';
import type { Desk, Job } from './platform/doors/doors.js';
import { forgetOldIncoming } from './platform/incoming/forget.js';
import type { Log } from './platform/log/log.js';
import type { Office } from './platform/office.js';
import { cleanLetters } from './platform/outbox/cleaning.js';
import type { Limits } from './platform/outbox/limits.js';
import { createOutboxWorker, type OutboxWorker, type WorkerParts } from './platform/outbox/worker.js';
import { outboxIn } from './platform/outbox/write.js';
import { packageFolder } from './platform/package-folder.js';
import { peopleMemory } from './platform/people/memory.js';
import { createScheduler, type Scheduler } from './platform/scheduler/scheduler.js';
import type { Clock } from './platform/time.js';
import { connectSlack, type SlackConnection } from './slack/connect.js';
import { checkManifest } from './slack/doors/manifest.js';
import { reachSlack, type SlackSettings } from './slack/reach.js';

export interface Opening {
  config: Pick<Config, 'marksKey'>;
  /** How Slack is reached: with the settings' own tokens, or the sandbox's. */
  slack: SlackSettings;
  database: DatabaseTarget;
  clock: Clock;
  log: Log;
  /** Where Slack's requests and the health check arrive; 0: any that is free. Absent in Socket Mode: no health check. */
  port?: number;
  limits?: Partial<Limits>;
}

/** The office at work. */
export interface OpenOffice {
  office: Office;
  desks: readonly Desk[];
  database: OpenDatabase;
  slack: SlackConnection;
  worker: OutboxWorker;
  scheduler: Scheduler;
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
  const { clock, log, slack: settings, port } = opening;
  const reach = await reachSlack(settings, log);
  // The worker needs Slack, Slack needs the desks, and the desks need an office that can wake the worker.
  let worker: OutboxWorker | undefined;
  const office = createOffice({
    database,
    clock,
    workspace: reach.workspace,
    outbox: outboxIn,
    afterCommit: () => worker?.wake(),
  });
  const open = desks(office);
  checkManifest(open, await readManifest());
  const people = peopleMemory(database, clock);
  const line = { settings, reach, desks: open, people, clock, log, ...(port !== undefined && { port }) };
  const slack = await connectSlack(line);
  const { onFailed, ...onStuck } = alarmsFor(open, log);
  worker = workerFor(opening, database, slack, onStuck);
  const scheduler = createScheduler({ office, database, jobs: jobsOf(open), clock, log, onFailed });
  await worker.start();
  scheduler.start();
  slack.keepPeopleKnown();
  const parts = { office, desks: open, database, slack, worker, scheduler };
  return { ...parts, close: () => closeTheOffice(parts) };
}

function workerFor(
  opening: Opening,
  database: OpenDatabase,
  slack: SlackConnection,
  onStuck: Pick<WorkerParts, 'onDead' | 'onAmbiguous'>,
): OutboxWorker {
  const { clock, log, config, limits } = opening;
  return createOutboxWorker({
    database,
    carrier: slack.carrier,
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

async function closeTheOffice({ scheduler, slack, worker, database }: Omit<OpenOffice, 'close'>): Promise<void> {
  await Promise.all([scheduler.stop(), slack.stop()]);
  await worker.drain();
  await database.close();
}

const readManifest = async (): Promise<unknown> =>
  parse(await readFile(path.join(packageFolder, 'manifest.yml'), 'utf8'));
