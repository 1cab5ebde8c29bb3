import type { Log } from '../log/log.js';
import type { Transaction } from '../office.js';
import type { Temporal } from '../time.js';
import type { SlackChannel } from '../workspace.js';

// What a desk does by the clock.

export interface JobRun {
  /** The instant that the run was due at, which may be some time ago. */
  dueAt: Temporal.Instant;
  now: Temporal.Instant;
  /** What the job's `look` saw. */
  seen?: SeenChannels;
}

/** Channels as they are in Slack; null: gone, or out of the bot's sight. */
export type SeenChannels = ReadonlyMap<string, SlackChannel | null>;

export interface Job {
  /** `it.help-desk.watch-targets` */
  name: string;
  /** Five-field cron in the zone given, or a fixed interval. */
  when: { cron: string; zone: string } | { everyMinutes: number };
  /** What to do with due times that were missed: none, the last, or each of them; not older than the window. */
  catchUp: 'skip' | 'once' | 'all';
  windowMinutes: number;
  /** Asks Slack before the transaction, which must not wait for it. */
  look?: () => Promise<SeenChannels>;
  /** Runs inside the transaction that records the occurrence. */
  run: (tx: Transaction, run: JobRun) => Promise<void>;
}

/** What is due to the second, unlike a job: asked each second, and at once when the clock is moved. */
export interface Timer {
  /** `front-desk.calls.ring` */
  name: string;
  /** Whether something is due; what has to be asked of Slack for it is asked here, before the transaction. */
  look: (log: Pick<Log, 'warn'>) => Promise<unknown>;
  /** So many parts are done side by side; default: one. */
  parallel?: number;
  /** Does a part of what is due; true: there may be more. Replicas run it side by side, so it skips what another holds. */
  run: (tx: Transaction, seen: unknown) => Promise<boolean>;
}

/** A due time at which a job failed, also when it was tried again. */
export interface FailedRun {
  job: string;
  dueAt: Temporal.Instant;
  /** The kind of error, never its message: that may quote somebody. */
  reason: string;
}
