import { z } from 'zod';
import { hourKinds, premiums } from '../../../../platform/hours.js';
import { money } from '../../../../platform/money.js';
import { Temporal } from '../../../../platform/time.js';
import type { PayLine } from '../payslip.js';

// A payslip's lines as they are kept, as JSON: read through this, since what lies in a database was written by another day.

const amount = z
  .object({ minor: z.int(), currency: z.string() })
  .transform(({ minor, currency }) => money(minor, currency));
const day = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

const why = z.discriminatedUnion('from', [
  z.object({
    from: z.literal('hours'),
    hours: z.enum(hourKinds),
    premiums: z.array(z.enum(premiums)),
    minutes: z.int(),
    percent: z.int(),
    rate: amount,
    rateSince: day,
  }),
  z.object({
    from: z.literal('correction'),
    period: z.object({ from: day, until: day }),
    sheetId: z.string(),
    version: z.int(),
    should: amount,
    paid: amount,
  }),
  z.object({ from: z.literal('share'), name: z.string(), basisPoints: z.int(), of: amount }),
  z.object({ from: z.literal('amount'), name: z.string() }),
]);

const lines = z.array(
  z.object({ kind: z.enum(['hours', 'correction', 'allowance', 'deduction']), amount, why }),
) satisfies z.ZodType<PayLine[]>;

export const readLines = (json: unknown): PayLine[] => lines.parse(json);
