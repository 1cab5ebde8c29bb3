import { z } from 'zod';
import type { Weekday, WorkCalendar } from '../calendar/work-calendar.js';
import { Temporal } from '../time.js';
import { languages } from '../words/words.js';

export const OFFICE = 'office';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const opening = z.object({ from: time, to: time }).refine(({ from, to }) => from < to);
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;
const nineToFive = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, { from: '09:00', to: '17:00' }]));

/** What `/backoffice setup` keeps for the whole office, under the key `office`. */
export const officeSettings = z.object({
  timeZone: z.string().default('UTC'),
  language: z.enum(languages).default('en'),
  /** By ISO weekday, `1` is Monday; a day that is absent is closed. */
  hours: z.partialRecord(z.enum(weekdays), opening).default(nineToFive),
  /** Where the head of the record is posted each day; null: nowhere. */
  sealChannel: z.string().nullable().default(null),
  /** So many years after the year that they are of, hours and pay have to be kept. */
  keepPayYears: z.int().min(1).max(100).default(10),
  holidays: z.array(z.object({ date: z.iso.date(), name: z.string() })).default([]),
});
export type OfficeSettings = z.output<typeof officeSettings>;

export const calendarOf = ({ timeZone, hours, holidays }: OfficeSettings): WorkCalendar => ({
  timeZone,
  hours: Object.fromEntries(
    Object.entries(hours).map(([day, opening]) => [Number(day) as Weekday, opening]),
  ) as WorkCalendar['hours'],
  holidays: new Set(holidays.map(({ date }) => date)),
});

/** The last day on which hours and pay of that year have to be kept. */
export const keptUntil = (year: number, { keepPayYears }: OfficeSettings): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year: year + keepPayYears, month: 12, day: 31 });
