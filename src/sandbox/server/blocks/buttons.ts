import { z } from 'zod';
import { actionable, confirmable } from './common.js';
import { overflowOption } from './options.js';
import { plainText, webAddress } from './text.js';

const style = z.enum(['primary', 'danger']).optional();
const spoken = { accessibility_label: z.string().max(75).optional() };

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionable,
  ...confirmable,
  ...spoken,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: webAddress.optional(),
  style,
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionable,
  ...confirmable,
  options: z.array(overflowOption).min(1).max(5),
});

const verdict = z.strictObject({ text: plainText(75), value: z.string().max(2000), ...spoken });
export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  ...actionable,
  positive_button: verdict,
  negative_button: verdict,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  ...actionable,
  ...confirmable,
  ...spoken,
  icon: z.enum(['trash']),
  text: plainText(75),
  value: z.string().max(2000).optional(),
  visible_to_user_ids: z.array(z.string()).optional(),
});
