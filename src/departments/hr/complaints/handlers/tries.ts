import type { Temporal } from '../../../../platform/time.js';

const MOST = 8;
const WITHIN = { minutes: 30 } as const;
/** So many people are remembered; the oldest are forgotten first. */
const PEOPLE = 10_000;

/**
 * Counts wrong receipts of a person, in memory alone: written down, it would be a list of who has one. Sixteen digits can't be
 * guessed at any such rate, on however many machines.
 */
export function countTries() {
  const tries = new Map<string, Temporal.Instant[]>();
  const recent = (person: string, now: Temporal.Instant) =>
    (tries.get(person) ?? []).filter((at) => at.add(WITHIN).epochMilliseconds > now.epochMilliseconds);
  return {
    isAllowed: (person: string, now: Temporal.Instant): boolean => recent(person, now).length < MOST,
    failed(person: string, now: Temporal.Instant): void {
      const known = recent(person, now);
      tries.delete(person);
      tries.set(person, [...known, now]);
      const [oldest] = tries.keys();
      if (tries.size > PEOPLE && oldest !== undefined) tries.delete(oldest);
    },
  };
}
