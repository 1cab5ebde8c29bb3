/** Names of the buckets that many lanes share. */
export const EVERYTHING = '*';
export const FILES = '*files';

export interface Rate {
  perSecond: number;
  burst: number;
}

/** How fast and how stubbornly letters are carried. Times are real ones, whatever the office's clock says. */
export interface Limits {
  /** Lanes that one worker serves at the same time. */
  parallel: number;
  lane: Rate;
  /** All lanes and all replicas together. Slack doesn't publish its own figure. */
  workspace: Rate;
  /** Letters with a file. Slack counts each step of an upload by method, and opening a conversation is the scarcest. */
  files: Rate;
  /** How long a letter belongs to the worker that took it: longer than the carrier's longest call, which files make. */
  leaseMs: number;
  fileLeaseMs: number;
  pollMs: number;
  /** After a look at the queue that found nothing to say, the next comes no sooner. */
  restMs: number;
  /** After that many attempts without an answer a letter is given up. Being told to come later is no attempt. */
  attempts: number;
  backoff: { firstMs: number; longestMs: number };
  /** A message may turn up in Slack's history a little after the call that broke off. */
  lookUpAfterMs: number;
  /** A reply to a letter that may or may not have arrived waits that long, by the office's clock, then goes unthreaded. */
  orphanAfterMs: number;
}

export const defaultLimits: Limits = {
  parallel: 8,
  lane: { perSecond: 1, burst: 3 },
  workspace: { perSecond: 10, burst: 20 },
  files: { perSecond: 0.82, burst: 20 },
  leaseMs: 60_000,
  fileLeaseMs: 180_000,
  pollMs: 1_000,
  restMs: 40,
  attempts: 30,
  backoff: { firstMs: 1_000, longestMs: 300_000 },
  lookUpAfterMs: 5_000,
  orphanAfterMs: 600_000,
};

/** Doubles with each attempt; half of it is chance, lest all come back at the same moment. */
export const backoffMs = ({ backoff }: Limits, attempts: number, random: () => number = Math.random): number =>
  Math.min(backoff.longestMs, backoff.firstMs * 2 ** Math.max(0, attempts - 1)) * (0.5 + random() / 2);
