import { z } from 'zod';
import { topics } from './feed.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What is kept for this desk. */
export const digestSettings = z.object({
  /** Where the digest stands; null: nowhere yet. */
  channel: z
    .string()
    .nullish()
    .transform((id) => id || null),
  /** When, by the office's clock, on its working days. */
  time: time.default('08:30'),
  /** What happens on a day without news. */
  quietDay: z.enum(['say', 'skip']).default('say'),
  /** So many stories of each topic stand in the message; the rest in its thread. */
  perTopic: z.int().min(1).max(10).default(5),
  topics: z
    .array(z.string().min(1).max(30))
    .min(1)
    .max(12)
    .default([...topics]),
  /** Against the euro, by the European Central Bank. */
  currencies: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .max(12)
    .default(['USD', 'GBP', 'RON']),
  /** Where quotes come from: a CSV with symbol, date, close and currency; null: nowhere. */
  quotesUrl: z
    .string()
    .max(2000)
    .refine((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
    .nullable()
    .default(null),
});
export type DigestSettings = z.output<typeof digestSettings>;
