import { z } from 'zod';
import { DESK } from './ticket.js';

const minutes = z.int().positive();
const target = (respond: number, resolve: number) =>
  z.object({ respond: minutes, resolve: minutes }).default({ respond, resolve });

/** What `/backoffice setup` keeps for this desk. Minutes and days are working time. */
export const helpDeskSettings = z.object({
  /** The channel in which cards stand. */
  triage: z
    .string()
    .nullish()
    .transform((id) => id || null),
  /** Hand each new ticket to the technician who has waited longest for one. */
  rotation: z.boolean().default(false),
  targets: z
    .object({
      urgent: target(30, 4 * 60),
      high: target(60, 8 * 60),
      normal: target(4 * 60, 3 * 8 * 60),
      low: target(8 * 60, 5 * 8 * 60),
    })
    .prefault({}),
  /** How long a question waits before the requester is reminded of it. */
  remindAfterDays: z.int().positive().default(2),
  /** How long a resolved ticket stays open to be reopened or rated before it closes by itself. */
  closeAfterDays: z.int().positive().default(3),
  /** How long after it was resolved a requester may reopen a ticket, or change their rating. */
  regretDays: z.int().positive().default(10),
  /** So many months after nothing happened any more in a finished ticket, what was written in it is erased; 0: never. */
  keepMonths: z.int().min(0).max(240).default(0),
});
export type HelpDeskSettings = z.output<typeof helpDeskSettings>;

/** Kept apart from what admins set: which of the queues' channels are out of reach just now. */
export const TRIAGE = `${DESK}.triage`;
export const triageFate = z.object({
  lost: z
    .union([z.array(z.string()), z.string().transform((channel) => [channel]), z.null().transform(() => [])])
    .default([]),
});

/** A warning comes when this much of a target's time is used up. */
export const WARN_AT_SHARE = 0.75;
