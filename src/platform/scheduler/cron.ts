import { CronExpressionParser } from 'cron-parser';
import type { Temporal } from '../time.js';

/** A five-field cron line, read. Its hours and minutes are those on the wall of the job's zone. */
export interface CronLine {
  runsOn(date: Temporal.PlainDate): boolean;
  /** Minutes since midnight, ascending. */
  minutesOfDay: readonly number[];
}

const fieldNames = ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const;

/** Only the reading is the library's: what happens when clocks change is decided in `due.ts`. */
export function readCron(cron: string): CronLine {
  const texts = cron.trim().split(/\s+/);
  if (texts.length !== fieldNames.length) throw new RangeError(`"${cron}" is not a cron line of five fields`);
  const [, , dayText = '', , weekdayText = ''] = texts;
  const unnamed = (text: string) => text.replace(/[A-Z]{3}/gi, '');
  if (/[H#?]/i.test(unnamed(cron)) || /L/i.test(unnamed(weekdayText))) {
    throw new RangeError(`"${cron}" uses more than lists, ranges, steps, names, and L as the last day of a month`);
  }
  const { minute, hour, dayOfMonth, month, dayOfWeek } = CronExpressionParser.parse(cron).fields;
  const months = numbersOf(month.values);
  const days = numbersOf(dayOfMonth.values);
  const weekdays = numbersOf(dayOfWeek.values);
  const isDay = (date: Temporal.PlainDate) =>
    days.has(date.day) || (dayOfMonth.hasLastChar && date.day === date.daysInMonth);
  const isWeekday = (date: Temporal.PlainDate) => weekdays.has(date.dayOfWeek % 7);
  // As in every cron: where both are restricted, either will do.
  const either = !dayText.startsWith('*') && !weekdayText.startsWith('*');
  return {
    runsOn: (date) =>
      months.has(date.month) && (either ? isDay(date) || isWeekday(date) : isDay(date) && isWeekday(date)),
    minutesOfDay: [...numbersOf(hour.values)]
      .flatMap((atHour) => [...numbersOf(minute.values)].map((past) => atHour * 60 + past))
      .sort((one, other) => one - other),
  };
}

const numbersOf = (values: readonly (number | string)[]): Set<number> =>
  new Set(values.filter((value) => typeof value === 'number'));
