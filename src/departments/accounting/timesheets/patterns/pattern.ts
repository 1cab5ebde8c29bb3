import type { WorkCalendar } from '../../../../platform/calendar/work-calendar.js';
import type { Days } from '../../../../platform/hours.js';
import { Temporal } from '../../../../platform/time.js';

/** How much somebody is expected to work on each weekday, and between which days they are with us. */
export interface WorkPattern {
  /** From that day on, until the next pattern. */
  validFrom: Temporal.PlainDate;
  /** Monday to Sunday. */
  minutes: readonly number[];
  /** First and last day of theirs with us, both inclusive; null: not known, or not yet. */
  startsOn: Temporal.PlainDate | null;
  endsOn: Temporal.PlainDate | null;
}

/** On which days nobody works, and on which this person doesn't. */
export interface DaysOff {
  isHoliday(day: Temporal.PlainDate): boolean;
  isAbsent(day: Temporal.PlainDate): boolean;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Who has no pattern of their own is expected for the office's hours. */
export const officePattern = (hours: WorkCalendar['hours']): WorkPattern => ({
  validFrom: Temporal.PlainDate.from('0001-01-01'),
  minutes: WEEKDAYS.map((weekday) => {
    const opening = hours[weekday];
    return opening ? minutesBetween(opening.from, opening.to) : 0;
  }),
  startsOn: null,
  endsOn: null,
});

/** The pattern of that day. Before the first one, the office's hours are meant, within the days that one gives. */
export function patternOn(patterns: readonly WorkPattern[], day: Temporal.PlainDate, office: WorkPattern): WorkPattern {
  const byDay = [...patterns].sort((one, other) => Temporal.PlainDate.compare(one.validFrom, other.validFrom));
  const [first] = byDay;
  const holding = byDay.findLast(({ validFrom }) => !isBefore(day, validFrom));
  return holding ?? { ...office, startsOn: first?.startsOn ?? null, endsOn: first?.endsOn ?? null };
}

/** Minutes of work expected on that day: none on holidays, while away, before joining and after leaving. */
export function expectedMinutes(pattern: WorkPattern, day: Temporal.PlainDate, off: DaysOff): number {
  if (!isWithUs(pattern, day) || off.isHoliday(day) || off.isAbsent(day)) return 0;
  return pattern.minutes[day.dayOfWeek - 1] ?? 0;
}

export const isWithUs = ({ startsOn, endsOn }: WorkPattern, day: Temporal.PlainDate): boolean =>
  !(startsOn && isBefore(day, startsOn)) && !(endsOn && isBefore(endsOn, day));

/** Every day of a period, the last first. */
export function* daysBackwards({ from, until }: Days): Generator<Temporal.PlainDate> {
  for (let day = until; !isBefore(day, from); day = day.subtract({ days: 1 })) yield day;
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) < 0;

const minutesBetween = (from: string, to: string): number =>
  Temporal.PlainTime.from(from).until(Temporal.PlainTime.from(to)).total('minutes');
