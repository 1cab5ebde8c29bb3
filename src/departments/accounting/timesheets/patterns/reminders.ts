import { z } from 'zod';
import { firstInstantAt } from '../../../../platform/calendar/wall-clock.js';
import type { Days } from '../../../../platform/hours.js';
import { dayIn } from '../../../../platform/people/days.js';
import { Temporal } from '../../../../platform/time.js';
import { knownZone } from '../rules/zone.js';
import { type DaysOff, daysBackwards, expectedMinutes, isWithUs, patternOn, type WorkPattern } from './pattern.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When people are reminded, by the clock where they are. */
export const reminderTimes = z.object({
  /** In periods of up to a week, nobody is reminded after that weekday who works before it; null: on their last one. */
  weekday: z.int().min(1).max(7).nullable().default(5),
  hour: time.default('15:00'),
  /** On the day of the cut-off. */
  cutOffHour: time.default('09:00'),
});
export type ReminderTimes = z.output<typeof reminderTimes>;

/** `lastDay`: their hours of the period are nearly worked. `cutOff`: it is the last chance. Each is given once a period. */
export type Reminder = 'lastDay' | 'cutOff';

/** Somebody who hands in hours. */
export interface Worker extends DaysOff {
  timeZone: string;
  patterns: readonly WorkPattern[];
  /** What holds without a pattern of their own. */
  office: WorkPattern;
}

/** How it stands with their hours of a period. */
export interface HandIn {
  period: Days;
  /** Submitted, approved, locked: nothing is to be done by them. */
  isDone: boolean;
  /** When the period is locked; null: it isn't by the clock. */
  cutOff: Temporal.Instant | null;
  given: readonly Reminder[];
}

/** Which reminder that person is owed at that moment, if any. */
export function dueForReminder(
  worker: Worker,
  { period, isDone, cutOff, given }: HandIn,
  now: Temporal.Instant,
  times: ReminderTimes,
): Reminder | null {
  if (isDone || (cutOff && !isBefore(now, cutOff)) || !isReachable(worker, now)) return null;
  const day = reminderDay(worker, period, times);
  if (!day) return null;
  const last = momentOn(day, times.hour, worker);
  const morning = cutOff && lastMorning(cutOff, last, worker, times);
  if (morning && !isBefore(now, morning)) return given.includes('cutOff') ? null : 'cutOff';
  const isToday = day.equals(dayIn(worker.timeZone, now));
  return isToday && !isBefore(now, last) && !given.includes('lastDay') ? 'lastDay' : null;
}

/** The last day of those on which that person is expected; null: they joined after it, had left, or were away all of it. */
export function lastWorkingDay(worker: Worker, period: Days): Temporal.PlainDate | null {
  for (const day of daysBackwards(period)) {
    if (expectedMinutes(patternOn(worker.patterns, day, worker.office), day, worker) > 0) return day;
  }
  return null;
}

function reminderDay(worker: Worker, period: Days, { weekday }: ReminderTimes): Temporal.PlainDate | null {
  const last = lastWorkingDay(worker, period);
  if (weekday === null || period.from.until(period.until).days >= 7) return last;
  const latest = [...daysBackwards(period)].find(({ dayOfWeek }) => dayOfWeek === weekday) ?? period.until;
  return lastWorkingDay(worker, { from: period.from, until: latest }) ?? last;
}

/** Nobody is written to while away, or when they don't work here any more. */
function isReachable(worker: Worker, now: Temporal.Instant): boolean {
  const today = dayIn(worker.timeZone, now);
  return !worker.isAbsent(today) && isWithUs(patternOn(worker.patterns, today, worker.office), today);
}

/**
 * The last morning, where they are, that comes before the cut-off: where it is night then, that of the day before. None
 * where the other reminder comes even later.
 */
function lastMorning(cutOff: Temporal.Instant, last: Temporal.Instant, worker: Worker, { cutOffHour }: ReminderTimes) {
  const day = dayIn(worker.timeZone, cutOff);
  const sameDay = momentOn(day, cutOffHour, worker);
  const morning = isBefore(sameDay, cutOff) ? sameDay : momentOn(day.subtract({ days: 1 }), cutOffHour, worker);
  return isBefore(morning, last) && isBefore(last, cutOff) ? null : morning;
}

const momentOn = (day: Temporal.PlainDate, hour: string, { timeZone }: Worker): Temporal.Instant =>
  firstInstantAt(day.toPlainDateTime(hour), knownZone(timeZone));

const isBefore = (one: Temporal.Instant, other: Temporal.Instant): boolean => Temporal.Instant.compare(one, other) < 0;
