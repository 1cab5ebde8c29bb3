import { timeIn } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';

/** A zone that can be counted in: as everywhere, one that we don't know counts as UTC. */
export const knownZone = (timeZone: string): string =>
  timeIn(timeZone, Temporal.Instant.fromEpochMilliseconds(0)).timeZoneId;
