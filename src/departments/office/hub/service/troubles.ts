import type { FailedRun } from '../../../../platform/doors/doors.js';
import { letterFigures, occurrenceFigures } from '../../../../platform/metrics/queues.js';
import type { Look, Transaction } from '../../../../platform/office.js';
import { discard, listStuck, replay, type StuckLetter } from '../../../../platform/outbox/stuck.js';
import { type Temporal, toInstant } from '../../../../platform/time.js';
import { countStuck, failedRuns, stuckSince } from '../store/troubles.js';
import { requireAdmin } from './admins.js';

/** A page has to fit into a message, under all the desks. */
const PAGE = 5;
const RUNS = 8;
const RUNS_OF_DAYS = 7;

export interface ListedLetter extends StuckLetter {
  since: Temporal.Instant | null;
}

/** What waits for an admin: a page of letters, and what failed by the clock lately. */
export interface TroublePage {
  letters: ListedLetter[];
  total: number;
  /** From 0. */
  page: number;
  pages: number;
  runs: FailedRun[];
  allRuns: number;
  late: Lateness;
}

/** What is behind time: messages that could be said, and jobs that ran late. */
export interface Lateness {
  waiting: number;
  oldestMinutes: number;
  jobs: { job: string; minutes: number }[];
}

/** Less than that isn't worth a word: rates and retries take their time. */
const LATE_MINUTES = 2;
const JOB_LATE_MINUTES = 10;

export async function troublesFor(look: Look, by: string, wanted: number): Promise<TroublePage> {
  await requireAdmin(look, by, 'stuck');
  const total = await countStuck(look);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  // The letters of the last page may have been seen to meanwhile.
  const page = Math.min(wanted, pages - 1);
  const letters = await listed(look, page);
  const failed = await failedRuns(look, look.now.subtract({ hours: 24 * RUNS_OF_DAYS }), RUNS);
  const runs = failed.runs.map(({ job, dueAt, outcome }) => ({
    job,
    dueAt: toInstant(dueAt),
    reason: reasonIn(outcome),
  }));
  return { letters, total, page, pages, runs, allRuns: failed.total, late: await lateness(look) };
}

async function lateness({ db, now }: Look): Promise<Lateness> {
  const { due, oldestSeconds } = await letterFigures(db, now);
  const oldestMinutes = Math.floor(oldestSeconds / 60);
  const jobs = (await occurrenceFigures(db, now)).map(({ job, lateSeconds }) => ({
    job,
    minutes: Math.floor(lateSeconds / 60),
  }));
  return {
    ...{ waiting: oldestMinutes < LATE_MINUTES ? 0 : due, oldestMinutes },
    jobs: jobs.filter(({ minutes }) => minutes >= JOB_LATE_MINUTES).slice(0, RUNS),
  };
}

async function listed(look: Look, page: number): Promise<ListedLetter[]> {
  const letters = await listStuck(look.db, PAGE, page * PAGE);
  const times = await stuckSince(
    look,
    letters.map(({ id }) => id),
  );
  return letters.map((letter) => {
    const since = times.get(letter.id);
    return { ...letter, since: since ? toInstant(since) : null };
  });
}

const reasonIn = (outcome: string): string => outcome.replace(/^failed:\s*/, '');

/** False: it is not stuck, or no longer. Null is a number that no letter has: what a button carries is a claim. */
export async function sendAgain(tx: Transaction, by: string, id: string | null): Promise<boolean> {
  await requireAdmin(tx, by, 'stuck');
  return id !== null && replay(tx, id, by);
}

export async function discardLetter(tx: Transaction, by: string, id: string | null): Promise<boolean> {
  await requireAdmin(tx, by, 'stuck');
  return id !== null && discard(tx, id, by);
}
