import { z } from 'zod';

/** What is kept for this desk. */
export const callSettings = z.object({
  /** The channel in which the live cards stand as well; null: only whoever handed a caller on sees them. */
  channel: z
    .string()
    .nullish()
    .transform((id) => id || null),
  /** How long somebody is rung before it passes on. */
  ringSeconds: z.int().min(15).max(600).default(60),
  /** The same for managers. */
  managerSeconds: z.int().min(30).max(1800).default(120),
  /** In which country numbers without a prefix are, ISO 3166; null: where the office's zone lies. */
  country: z.string().nullable().default(null),
  /** So long before it is due the owner is reminded of a call that was promised. */
  remindMinutes: z.int().min(0).max(240).default(10),
  /** So long after it was due a promise that nobody kept is taken to the manager. */
  missedMinutes: z.int().min(1).max(480).default(15),
  /** Working minutes in which a manager decides about an unhappy client. */
  unhappyMinutes: z.int().min(15).max(4800).default(120),
  /** So many months after a call was finished all that tells who called is erased. */
  keepMonths: z.int().min(1).max(120).default(12),
});
export type CallSettings = z.output<typeof callSettings>;

/** How long an old hand-over may be reopened: as long as it is kept. */
export const HELPERS_AT_MOST = 8;
