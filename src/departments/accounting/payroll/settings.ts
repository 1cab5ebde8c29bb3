import { z } from 'zod';

export const DESK = 'accounting.payroll';

/** What is kept for this desk. Amounts are minor units; shares are basis points. */
export const payrollSettings = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('RON'),
  /** The lowest hourly rate that the law allows, by currency, in minor units; absent: not checked. */
  minimumHourly: z.record(z.string(), z.int().positive()).default({}),
  /** A gap between groups from this share on is shown as a finding: 500 = 5 %. */
  gapFrom: z.int().positive().default(500),
  /** As it stands on payslips; empty: left out. */
  company: z.string().trim().max(80).default(''),
});
export type PayrollSettings = z.output<typeof payrollSettings>;
