import type { Prisma } from '../generated/prisma/client.js';
import type { Temporal } from './time.js';

/** What hours are: worked, or an absence of that kind. */
export const hourKinds = ['work', 'leave', 'sick', 'holiday', 'unpaid'] as const;
export type HourKind = (typeof hourKinds)[number];

/** Why minutes are worth more than the plain rate. */
export const premiums = ['dailyOvertime', 'weeklyOvertime', 'night', 'weekend', 'publicHoliday'] as const;
export type Premium = (typeof premiums)[number];

/** Minutes of one day that are all worth the same: minutes × hourly rate × percent of it. */
export interface HoursSlice {
  /** In the zone of whoever worked. */
  day: Temporal.PlainDate;
  kind: HourKind;
  /** Whole minutes, above zero. */
  minutes: number;
  /** Of the hourly rate: 100 is the plain rate, 0 is not paid. */
  percent: number;
  /** Which rules made the percent; empty: none. */
  premiums: readonly Premium[];
}

/** Somebody's hours of a period, as they were locked. */
export interface WorkedSheet {
  sheetId: string;
  /** Slack's id. */
  personId: string;
  /** Counts up with each correction; only the newest that is locked is given. */
  version: number;
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  lockedAt: Temporal.Instant;
  slices: readonly HoursSlice[];
}

/** A sheet that isn't locked: those days can't be paid yet. */
export interface UnfinishedSheet {
  personId: string;
  first: Temporal.PlainDate;
  last: Temporal.PlainDate;
  /** As a word for `state.…` of the desk that keeps them: `missing`, `draft`, `submitted`, … */
  state: string;
}

type Db = Prisma.TransactionClient;

/** Days, both inclusive. */
export interface Days {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
}

/** Where verified hours come from: handed to whoever pays them, who knows nothing of how they are kept. */
export interface HoursSource {
  /** Sheets with at least one of those days, by person and first day. */
  locked(db: Db, days: Days): Promise<WorkedSheet[]>;
  /** Sheets whose newest locked version was locked after that moment: how corrections of what was paid are found. */
  lockedAfter(db: Db, moment: Temporal.Instant): Promise<WorkedSheet[]>;
  /** Which of these people have days among those that aren't locked. */
  unfinished(db: Db, days: Days, personIds: readonly string[]): Promise<UnfinishedSheet[]>;
}
