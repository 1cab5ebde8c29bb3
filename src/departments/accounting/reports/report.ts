import { z } from 'zod';
import { type TimedRule, timedRule } from '../../../platform/calendar/month-rules.js';
import type { Better, Figure, Unit } from '../../../platform/reports/report-source.js';
import type { Temporal } from '../../../platform/time.js';
import { DESK } from './ledger.js';

/** Terms: a *plan* is a report as somebody wants it; a *run* is one time that it was sent, skipped, or failed; a *report* is
 * what was told. */
export const periods = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

/** With what a period is compared. A week is compared with one four weeks before it, so that weekdays are the same. */
export const comparisons = ['week', 'fourWeeks', 'month', 'quarter', 'year'] as const;
export type Comparison = (typeof comparisons)[number];

export const MOST_PLANS = 60;

export interface PlanWish {
  /** Not escaped. */
  name: string;
  source: string;
  period: Period;
  channel: string | null;
  people: readonly string[];
  /** Null: only by hand. */
  rule: TimedRule | null;
  skipsEmpty: boolean;
}

export interface Plan extends PlanWish {
  id: string;
  ownerId: string;
  isPaused: boolean;
  nextAt: Temporal.Instant | null;
}

export const outcomes = ['sent', 'skipped', 'failed', 'preview'] as const;
export type Outcome = (typeof outcomes)[number];
/** Why nothing was sent. */
export const reasons = ['empty', 'late', 'nobody', 'noChannel', 'noSource', 'fault'] as const;
export type Reason = (typeof reasons)[number];

export interface Run {
  id: string;
  planId: string;
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  outcome: Outcome;
  reason: Reason | null;
  byId: string | null;
  channel: string | null;
  readers: readonly string[];
  leftOut: readonly string[];
  at: Temporal.Instant;
}

export const defaultRule: Readonly<Record<Period, TimedRule>> = {
  week: timedRule.parse({
    on: { rule: 'everyNWeeks', weekday: 1, weeks: 1, from: '2024-01-01', whenClosed: 'after' },
    time: '08:00',
  }),
  month: timedRule.parse({ on: { rule: 'nthWorkingDay', n: 3 }, time: '08:00' }),
  quarter: timedRule.parse({ on: { rule: 'nthWorkingDay', n: 5 }, time: '08:00' }),
  year: timedRule.parse({ on: { rule: 'nthWorkingDay', n: 10 }, time: '08:00' }),
};

const figure = z.number().nullable() satisfies z.ZodType<Figure>;
const better = z.enum(['more', 'less', 'neither']) satisfies z.ZodType<Better>;
const unit = z.union([
  z.object({ is: z.enum(['count', 'minutes', 'perMille']) }),
  z.object({ is: z.literal('money'), currency: z.string() }),
]) as unknown as z.ZodType<Unit>;

const told = { key: z.string(), label: z.string(), unit, better, value: figure, before: z.array(figure) };

/** What was told, as it is kept with a run: texts are of one language and not escaped. */
export const reportShape = z.object({
  title: z.string(),
  source: z.string(),
  period: z.enum(periods),
  from: z.iso.date(),
  until: z.iso.date(),
  isEmpty: z.boolean(),
  isPrivate: z.boolean(),
  /** In the order of every `before`. */
  comparisons: z.array(z.enum(comparisons)),
  measures: z.array(z.object({ ...told, budget: figure })),
  rows: z.array(z.object({ ...told, group: z.string() })),
  /** The rows that explain most of the change since the period before; places in `rows`. */
  drivers: z.array(z.int()),
  /** The periods up to this one, the oldest first. */
  past: z.object({
    labels: z.array(z.string()),
    series: z.array(z.object({ name: z.string(), unit, values: z.array(figure) })),
  }),
  notes: z.array(z.string()),
});
export type Report = z.output<typeof reportShape>;
export type ToldMeasure = Report['measures'][number];
export type ToldRow = Report['rows'][number];

export const planCase = (id: string): string => `${DESK}/plan/${id}`;
