import type { KnownBlock, PlainTextElement } from '@slack/types';
import { z } from 'zod';
import type { StateValues } from '../../platform/doors/doors.js';

// What Slack sends, as far as we read it. Everything in it that a person could have touched is a claim.

const place = z.object({ id: z.string(), name: z.string().optional() });
const who = z.object({ id: z.string() });
const plainText = z.custom<PlainTextElement>((value) => typeof value === 'object');
const values = z.custom<StateValues>((value) => typeof value === 'object' && value !== null);
const blocks = z.custom<KnownBlock[]>((value) => Array.isArray(value));

export const viewPayload = z.object({
  id: z.string(),
  type: z.string(),
  hash: z.string().default(''),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  previous_view_id: z.string().nullish(),
  title: plainText.nullish(),
  submit: plainText.nullish(),
  close: plainText.nullish(),
  notify_on_close: z.boolean().optional(),
  clear_on_close: z.boolean().optional(),
  state: z.object({ values }).default({ values: {} }),
  blocks,
});
export type ViewPayload = z.output<typeof viewPayload>;

export const commandPayload = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().optional(),
  trigger_id: z.string(),
  response_url: z.string(),
});

export const shortcutPayload = z.object({
  type: z.literal('shortcut'),
  callback_id: z.string(),
  trigger_id: z.string(),
  user: who,
});

const message = z.object({
  ts: z.string(),
  text: z.string().default(''),
  user: z.string().optional(),
  thread_ts: z.string().optional(),
});

export const messageShortcutPayload = z.object({
  type: z.literal('message_action'),
  callback_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user: who,
  channel: place,
  message,
});

export const formPayload = z.object({
  type: z.enum(['view_submission', 'view_closed']),
  trigger_id: z.string().optional(),
  user: who,
  view: viewPayload,
});

export const suggestionPayload = z.object({
  type: z.literal('block_suggestion'),
  action_id: z.string(),
  value: z.string().default(''),
  user: who,
  channel: place.optional(),
  view: viewPayload.optional(),
});

export const eventPayload = z.object({
  event_id: z.string(),
  event: z.looseObject({ type: z.string() }),
});
