import type { HourKind } from '../../../../platform/hours.js';
import type { Temporal } from '../../../../platform/time.js';

/** Hours of one day and kind; a day may have several, one a project. */
export interface DayHours {
  /** In the zone of whoever worked. */
  day: Temporal.PlainDate;
  kind: HourKind;
  minutes: number;
  /** Of those, how many lie in the night; none but of work. */
  nightMinutes: number;
}
