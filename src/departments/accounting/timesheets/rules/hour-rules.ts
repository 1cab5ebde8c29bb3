import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const raised = z.int().min(100).max(1000);
const paid = z.int().min(0).max(100);
const MINUTES_A_DAY = 24 * 60;

const overtime = (most: number) => z.object({ afterMinutes: z.int().min(0).max(most), percent: raised });

const night = z.object({ from: time, to: time, percent: raised }).refine(({ from, to }) => from !== to);

/** What people punch is rounded stint by stint. */
const rounding = z.object({
  toMinutes: z.literal([1, 5, 6, 10, 15, 30]).default(1),
  direction: z.enum(['nearest', 'up', 'down']).default('nearest'),
});
export type Rounding = z.output<typeof rounding>;

const caps = z.object({
  dayMinutes: z.int().min(1).max(MINUTES_A_DAY).default(720),
  weekMinutes: z
    .int()
    .min(1)
    .max(7 * MINUTES_A_DAY)
    .default(2880),
  over: z.enum(['warn', 'refuse']).default('warn'),
});

/** How hours are paid, in percent of the hourly rate. Null: the company has no such rule. */
export const hourRules = z.object({
  /** After so many minutes of work in a day. */
  dailyOvertime: overtime(MINUTES_A_DAY).nullable().default(null),
  /** After so many minutes of work from Monday to Sunday; what is daily overtime isn't counted again. */
  weeklyOvertime: overtime(7 * MINUTES_A_DAY)
    .nullable()
    .default({ afterMinutes: 2400, percent: 175 }),
  night: night.nullable().default({ from: '22:00', to: '06:00', percent: 125 }),
  weekend: z
    .object({ days: z.array(z.int().min(1).max(7)).min(1), percent: raised })
    .nullable()
    .default({ days: [6, 7], percent: 200 }),
  publicHoliday: z.object({ percent: raised }).nullable().default({ percent: 200 }),
  /** Where several apply, the highest counts, or what each gives above 100 is added up. */
  combine: z.enum(['highest', 'sum']).default('highest'),
  absences: z
    .object({
      leave: paid.default(100),
      sick: paid.default(75),
      holiday: paid.default(100),
      unpaid: paid.default(0),
    })
    .prefault({}),
  rounding: rounding.prefault({}),
  caps: caps.prefault({}),
});
export type HourRules = z.output<typeof hourRules>;
