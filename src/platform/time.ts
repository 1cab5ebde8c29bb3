import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** Where "now" comes from. Work receives the value; only the edges of the program read the clock. */
export interface Clock {
  now(): Temporal.Instant;
  /** Called when the clock is set by hand (the sandbox does that); returns how to stop listening. */
  onMove(listener: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  onMove: () => () => undefined,
};

export const toDate = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);
export const toInstant = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
