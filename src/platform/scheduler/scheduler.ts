import { setTimeout as pause } from 'node:timers/promises';
import { schedule } from 'node-cron';
import type { OpenDatabase } from '../database/database.js';
import type { Job } from '../doors/doors.js';
import type { Log } from '../log/log.js';
import type { Office } from '../office.js';
import type { Clock, Temporal } from '../time.js';
import { traced } from '../trace/trace.js';
import { forgetOldOccurrences } from './cleaning.js';
import { type Rhythm, rhythmOf } from './due.js';
import { noteFailure, noteSkipped, readCursors, takeUp } from './occurrences.js';
import { planFor } from './plan.js';

export interface SchedulerParts {
  office: Pick<Office, 'transact'>;
  database: Pick<OpenDatabase, 'prisma'>;
  jobs: readonly Job[];
  clock: Clock;
  log: Pick<Log, 'warn' | 'error'>;
  /** Told of each due time whose work failed for good, so that somebody can be. */
  onFailed?: (job: Job, dueAt: Temporal.Instant, error: unknown) => Promise<void>;
  /** Waits before the second, third, … try of a run that failed. */
  retryAfterMs?: readonly number[];
}

export interface Run {
  job: string;
  dueAt: Temporal.Instant;
  /** `elsewhere`: another replica did it. `busy`: another works for the job, so this time is looked at again later. */
  outcome: 'done' | 'skipped' | 'failed' | 'elsewhere' | 'busy';
}

export interface Scheduler {
  start(): void;
  /** Lets the run that is under way finish, and begins no other. */
  stop(): Promise<void>;
  /** Takes up everything that is due at that moment. */
  runDue(now?: Temporal.Instant): Promise<Run[]>;
}

interface PlannedJob {
  job: Job;
  rhythm: Rhythm;
}

/** Most failures are a database that was restarted, or two transactions that met; a fault in the job fails again. */
const RETRY_AFTER_MS = [1_000, 5_000];

/** Runs jobs at their times, each due time once, however many replicas there are and however clocks are set. */
export function createScheduler(parts: SchedulerParts): Scheduler {
  const jobs = readJobs([...parts.jobs, forgetOldOccurrences]);
  const stopping = new AbortController();
  const stops: (() => void)[] = [];
  let again = false;
  let isRunning = false;
  let running = Promise.resolve();

  /** The tick only wakes: what is due is known from the cursors, so a tick that is lost or doubled does no harm. */
  function tick(): void {
    again = true;
    if (isRunning || stopping.signal.aborted) return;
    isRunning = true;
    running = catchUp().catch((error: unknown) => parts.log.error({ err: error }, 'what is due could not be run'));
  }

  async function catchUp(): Promise<void> {
    try {
      while (again && !stopping.signal.aborted) {
        again = false;
        await runDue();
      }
    } finally {
      isRunning = false;
    }
  }

  async function runDue(now: Temporal.Instant = parts.clock.now()): Promise<Run[]> {
    const names = jobs.map(({ job }) => job.name);
    const cursors = await readCursors(parts.database.prisma, names, now);
    const runs: Run[] = [];
    for (const planned of jobs) {
      const cursor = cursors.get(planned.job.name);
      if (cursor) runs.push(...(await runJob(parts, planned, cursor, now, stopping.signal)));
    }
    return runs;
  }

  return {
    runDue,
    start() {
      const ticking = schedule('* * * * *', tick, { suppressMissedWarning: true });
      stops.push(() => void ticking.destroy(), parts.clock.onMove(tick));
      tick();
    },
    async stop() {
      stopping.abort();
      for (const stop of stops.splice(0)) stop();
      await running;
    },
  };
}

function readJobs(jobs: readonly Job[]): PlannedJob[] {
  const names = jobs.map(({ name }) => name);
  const doubled = names.find((name, index) => names.indexOf(name) !== index);
  if (doubled) throw new Error(`there are two jobs named ${doubled}`);
  return jobs.map((job) => ({ job, rhythm: rhythmOf(job.when) }));
}

async function runJob(
  parts: SchedulerParts,
  { job, rhythm }: PlannedJob,
  cursor: Temporal.Instant,
  now: Temporal.Instant,
  stopping: AbortSignal,
): Promise<Run[]> {
  const { run, skip } = planFor(job, rhythm, cursor, now);
  await noteSkipped(parts.database.prisma, job.name, skip, now);
  const runs: Run[] = skip.map((dueAt) => ({ job: job.name, dueAt, outcome: 'skipped' }));
  for (const dueAt of run) {
    if (stopping.aborted) break;
    const outcome = await traced(`job ${job.name}`, {}, () => runOnce(parts, job, dueAt, now, stopping));
    runs.push({ job: job.name, dueAt, outcome });
    // A later one would take the cursor past this one, and then nobody would do it if the other replica doesn't.
    if (outcome === 'busy') break;
  }
  return runs;
}

/** Tries a few times, then notes the failure and lets the other jobs have their turn: this due time won't come again. */
async function runOnce(
  parts: SchedulerParts,
  job: Job,
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  stopping: AbortSignal,
): Promise<Run['outcome']> {
  const { office, database, log, onFailed, retryAfterMs = RETRY_AFTER_MS } = parts;
  for (let failures = 0; ; failures++) {
    try {
      const seen = await job.look?.();
      return await office.transact(async (tx) => {
        const taken = await takeUp(tx.db, job.name, dueAt, now);
        if (taken !== 'taken') return taken === 'busy' ? 'busy' : 'elsewhere';
        await job.run(tx, { dueAt, now, ...(seen && { seen }) });
        return 'done';
      });
    } catch (error) {
      const about = { job: job.name, dueAt: String(dueAt), failures: failures + 1, err: error };
      const wait = retryAfterMs[failures];
      if (wait !== undefined) {
        log.warn(about, 'a job failed and is tried again');
        await pause(wait, undefined, { signal: stopping }).catch(() => undefined);
        // Not noted as failed: the next start, or another replica, takes it up.
        if (stopping.aborted) return 'failed';
        continue;
      }
      log.error(about, 'a job failed');
      await noteFailure(database.prisma, job.name, dueAt, now, error instanceof Error ? error.name : 'unknown');
      await onFailed?.(job, dueAt, error);
      return 'failed';
    }
  }
}
