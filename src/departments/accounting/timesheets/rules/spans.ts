import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import type { Temporal } from '../../../../platform/time.js';
import { minuteOf, type Night, nightWithin } from '../clock/night.js';
import { knownZone } from './zone.js';

export interface SpanMinutes {
  minutes: number;
  nightMinutes: number;
}

/**
 * The minutes that really pass on a day between two times of the clock (minutes after midnight, at most 24 hours), and how
 * many of them are at night. On a day when clocks are changed that is more or fewer than the clock shows.
 */
export function spanOn(
  day: Temporal.PlainDate,
  { from, to }: { from: number; to: number },
  timeZone: string,
  night: Night | null,
): SpanMinutes {
  const zone = knownZone(timeZone);
  const at = (minutes: number) => minuteOf(firstInstantAt(day.toPlainDateTime().add({ minutes }), zone));
  const span = { from: at(from), to: at(to) };
  return { minutes: Math.max(0, span.to - span.from), nightMinutes: nightWithin(span, day, zone, night) };
}
