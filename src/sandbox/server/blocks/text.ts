import { z } from 'zod';

/** A text of 1 to `max` characters. Slack counts characters, and refuses empty ones. */
export const words = (max: number) => z.string().min(1).max(max);

export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(max), emoji: z.boolean().optional() });

export const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(max), verbatim: z.boolean().optional() });

export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const webAddress = z
  .string()
  .min(1)
  .max(3000)
  .refine((url) => /^(https?|mailto|tel|slack):/i.test(url), { error: 'invalid url' });

export const id = z.string().min(1).max(255);
