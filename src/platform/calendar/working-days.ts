import type { Temporal } from '../time.js';
import type { Weekday, WorkCalendar } from './work-calendar.js';

/** Whether the office opens on that day at all. */
export const isWorkingDay = ({ hours, holidays }: WorkCalendar, day: Temporal.PlainDate): boolean =>
  hours[day.dayOfWeek as Weekday] !== undefined && !holidays.has(day.toString());
