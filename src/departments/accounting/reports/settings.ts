import { z } from 'zod';
import { lineShape, MOST_LINES } from './ledger.js';

/** What is kept for this desk. */
export const reportSettings = z.object({
  /** Where the managers read; offered for each new report. */
  channel: z
    .string()
    .nullish()
    .transform((id) => id || null),
  /** In which order they stand in the report. */
  lines: z.array(lineShape).max(MOST_LINES).default([]),
  /** Of ledgers that don't say theirs. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR'),
});
export type ReportSettings = z.output<typeof reportSettings>;
