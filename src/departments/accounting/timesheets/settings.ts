import { z } from 'zod';
import { reminderTimes } from './patterns/reminders.js';
import { hourRules } from './rules/hour-rules.js';
import { DESK } from './sheet.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const periodLengths = ['week', 'twoWeeks', 'month'] as const;

/** What is kept for this desk. */
export const timesheetSettings = z.object({
  period: z.enum(periodLengths).default('week'),
  /** A day of the first of two weeks: which weeks belong together. */
  twoWeeksFrom: z.iso.date().default('2026-01-05'),
  /** When those who haven't handed in are reminded, by the clock where they are. */
  reminder: reminderTimes.prefault({}),
  /** So many working days after the period, at that time in the office's zone, approved sheets are locked. */
  cutOff: z.object({ workingDays: z.int().min(1).max(10).default(1), time: time.default('12:00') }).prefault({}),
  /** A second yes is needed from the accountants where a sheet has more hours than these, in minutes; null: never. */
  secondLevelOver: z.int().positive().nullable().default(null),
  /** How many periods ahead somebody may write, for leave that is known. */
  ahead: z.int().min(0).max(12).default(4),
  /** Who keeps no timesheet. */
  exempt: z.array(z.string()).default([]),
  rules: hourRules.prefault({}),
});
export type TimesheetSettings = z.output<typeof timesheetSettings>;

export const settingsKey = DESK;

/** So long an approval can be taken back. */
export const UNDO_MINUTES = 15;
