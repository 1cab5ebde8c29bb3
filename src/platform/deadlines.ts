import { Temporal } from './time.js';

/** Warnings grow: once when it comes near, once on the eve, then every working day after it has passed. */
export type Warning = 'near' | 'eve' | `late ${string}`;

export interface Deadline {
  due: Temporal.PlainDate;
  /** Which warnings were given. */
  given: readonly string[];
  isWorkingDay: (day: Temporal.PlainDate) => boolean;
}

const NEAR_DAYS = 5;

/** Which warning is owed on that day, if any: none on a day on which nobody works, so a closed day's comes before it. */
export function warningDue({ due, given, isWorkingDay }: Deadline, today: Temporal.PlainDate): Warning | null {
  if (!isWorkingDay(today)) return null;
  const reached = (daysBefore: number) =>
    compare(today, lastWorkingDay(due.subtract({ days: daysBefore }), isWorkingDay)) >= 0;
  const late: Warning = `late ${today}`;
  if (compare(today, due) > 0) return given.includes(late) ? null : late;
  if (reached(1)) return given.includes('eve') ? null : 'eve';
  return reached(NEAR_DAYS) && !given.includes('near') ? 'near' : null;
}

/** So many closed days in a row are looked at, at most. */
const LONGEST_CLOSURE = 30;

function lastWorkingDay(day: Temporal.PlainDate, isWorkingDay: Deadline['isWorkingDay']): Temporal.PlainDate {
  for (let back = 0; back < LONGEST_CLOSURE; back++) {
    const earlier = day.subtract({ days: back });
    if (isWorkingDay(earlier)) return earlier;
  }
  return day;
}

const compare = Temporal.PlainDate.compare;
