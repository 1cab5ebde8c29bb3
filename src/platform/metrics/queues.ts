import { Gauge, type Registry } from 'prom-client';
import type { PrismaClient } from '../../generated/prisma/client.js';
import type { Clock } from '../time.js';
import { type Temporal, toDate } from '../time.js';

type Asked = Pick<PrismaClient, '$queryRaw'>;

interface LetterFigures {
  pending: number;
  sending: number;
  ambiguous: number;
  dead: number;
  /** Of the pending ones, those that could be said now. */
  due: number;
  /** Seconds that the oldest letter which could be said waits; 0: none does. */
  oldestSeconds: number;
}

/** What waits to be said, of all replicas together. */
export async function letterFigures(prisma: Asked, now: Temporal.Instant): Promise<LetterFigures> {
  const at = toDate(now);
  const [figures] = await prisma.$queryRaw<[LetterFigures]>`
    SELECT (count(*) FILTER (WHERE "state" = 'pending'))::int AS "pending",
      (count(*) FILTER (WHERE "state" = 'sending'))::int AS "sending",
      (count(*) FILTER (WHERE "state" = 'ambiguous'))::int AS "ambiguous",
      (count(*) FILTER (WHERE "state" = 'dead'))::int AS "dead",
      (count(*) FILTER (WHERE "state" = 'pending' AND coalesce("notBefore", "createdAt") <= ${at}::timestamptz))::int AS "due",
      coalesce(extract(epoch FROM ${at}::timestamptz - min(coalesce("notBefore", "createdAt"))
        FILTER (WHERE "state" = 'pending' AND coalesce("notBefore", "createdAt") <= ${at}::timestamptz)), 0)::float
        AS "oldestSeconds"
    FROM "Letter" WHERE "state" IN ('pending', 'sending', 'ambiguous', 'dead')`;
  return figures;
}

interface OccurrenceFigures {
  job: string;
  /** Seconds between its last due time and when it ran. */
  lateSeconds: number;
  /** In the last day. */
  failed: number;
  skipped: number;
}

/** How punctual each job was of late. */
export async function occurrenceFigures(prisma: Asked, now: Temporal.Instant): Promise<OccurrenceFigures[]> {
  return prisma.$queryRaw<OccurrenceFigures[]>`
    SELECT "job", extract(epoch FROM (array_agg("ranAt" - "dueAt" ORDER BY "dueAt" DESC))[1])::float AS "lateSeconds",
      (count(*) FILTER (WHERE "outcome" LIKE 'failed%'))::int AS "failed",
      (count(*) FILTER (WHERE "outcome" = 'skipped'))::int AS "skipped"
    FROM "Occurrence" WHERE "dueAt" > ${toDate(now.subtract({ hours: 24 }))}::timestamptz GROUP BY "job"`;
}

/** Asks the database once each time that somebody looks, however many gauges tell of the answer. */
export const queueGauges = (prisma: PrismaClient, clock: Pick<Clock, 'now'>) => (registry: Registry) => {
  const registers = [registry];
  const letters = askedOnce(() => letterFigures(prisma, clock.now()));
  const occurrences = askedOnce(() => occurrenceFigures(prisma, clock.now()));
  new Gauge({
    ...{ name: 'switchboard_letters', help: 'Messages that aren’t settled, by state.', labelNames: ['state'] as const },
    registers,
    async collect() {
      const { oldestSeconds: _age, due: _due, ...states } = await letters();
      for (const [state, count] of Object.entries(states)) this.set({ state }, count);
    },
  });
  new Gauge({
    ...{ name: 'switchboard_letter_age_seconds', help: 'How long the oldest message waits that could be said.' },
    registers,
    async collect() {
      this.set((await letters()).oldestSeconds);
    },
  });
  new Gauge({
    ...{ name: 'switchboard_occurrence_late_seconds', help: 'How late a job last ran.', labelNames: ['job'] as const },
    registers,
    async collect() {
      this.reset();
      for (const { job, lateSeconds } of await occurrences()) this.set({ job }, lateSeconds);
    },
  });
  new Gauge({
    ...{ name: 'switchboard_occurrences_missed', help: 'Due times of the last day that failed or were skipped.' },
    ...{ labelNames: ['job', 'outcome'] as const, registers },
    async collect() {
      this.reset();
      for (const { job, failed, skipped } of await occurrences()) {
        this.set({ job, outcome: 'failed' }, failed);
        this.set({ job, outcome: 'skipped' }, skipped);
      }
    },
  });
};

/** Whoever asks while an answer is on its way gets that one. */
function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}
