import type { Temporal } from '../../../../platform/time.js';

/** From one press of the punch clock to the next. */
export interface Stint {
  id: string;
  personId: string;
  /** Of a break: what was worked on before it. */
  projectId: string | null;
  kind: 'work' | 'break';
  startedAt: Temporal.Instant;
  /** Null while it goes on, and of a forgotten one until the person says when they really went. */
  endedAt: Temporal.Instant | null;
  /** Null while it goes on. */
  endedBy: 'person' | 'forgotten' | 'corrected' | null;
  /** When the person was asked when they really went. */
  askedAt: Temporal.Instant | null;
}

/** One that is over, so that its minutes can be counted. */
export type EndedStint = Stint & { endedAt: Temporal.Instant };

export const hasEnded = (stint: Stint): stint is EndedStint => stint.endedAt !== null;

/** Somebody who is in for longer went home without a word. */
export const FORGOTTEN_AFTER = { hours: 14 } as const;

export interface Period {
  from: Temporal.Instant;
  /** Not included. */
  until: Temporal.Instant;
}

/** What the clock's rules need to know and to write down. */
export interface ClockStore {
  /** Whoever else presses for that person waits until this piece of work is done. */
  hold(personId: string): Promise<void>;
  /** The one that goes on. */
  openOf(personId: string): Promise<Stint | null>;
  /** The latest moment at which one of theirs began or ended. */
  lastMomentOf(personId: string): Promise<Temporal.Instant | null>;
  get(id: string): Promise<Stint | null>;
  /** The first that began after that one. */
  nextAfter(stint: Stint): Promise<Stint | null>;
  start(stint: Pick<Stint, 'personId' | 'projectId' | 'kind' | 'startedAt'>): Promise<Stint>;
  end(id: string, by: 'person' | 'corrected', at: Temporal.Instant): Promise<EndedStint>;
  /** One that has some of that time, or goes on from before its end; one without a known end only where it began. */
  overlapping(personId: string, time: Period, except: string | null): Promise<Stint | null>;
  /** As its person says; null: a new one. */
  put(
    id: string | null,
    stint: Pick<EndedStint, 'personId' | 'projectId' | 'kind' | 'startedAt' | 'endedAt'>,
  ): Promise<EndedStint>;
  remove(id: string): Promise<void>;
  /** Those that still go on and began by then are forgotten, and asked about at that moment; returns them. */
  forget(which: { startedBy: Temporal.Instant; personId?: string }, askedAt: Temporal.Instant): Promise<Stint[]>;
}
