import { z } from 'zod';
import { outcomes } from './complaint.js';

const months = z.int().min(0).max(240);

/** What is kept for this desk. */
export const complaintSettings = z.object({
  /** Where people turn instead, as they read it: an ombudsperson, an authority, a telephone number. */
  outside: z.string().trim().max(600).default(''),
  /** Who is asked where no handler is left; null: people are sent outside. */
  topManager: z.string().nullable().default(null),
  /** So many months after it was closed a complaint is erased. */
  retention: z
    .object(Object.fromEntries(outcomes.map((outcome) => [outcome, months.default(outcome === 'founded' ? 36 : 12)])))
    .prefault({}) as unknown as z.ZodType<Record<(typeof outcomes)[number], number>>,
});
export type ComplaintSettings = z.output<typeof complaintSettings>;

/** Days until whoever complained is told that somebody looks at it. */
export const ACKNOWLEDGE_DAYS = 7;
/** Months from then on until they are told what came of it. */
export const FEEDBACK_MONTHS = 3;
