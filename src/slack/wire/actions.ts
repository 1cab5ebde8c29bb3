import { z } from 'zod';
import { viewPayload } from './payloads.js';

const option = z.object({ value: z.string().optional() }).nullish();
const texts = z.array(z.string()).optional();
const text = z.string().nullish();

/** One element that was used: each kind keeps its value in a place of its own. */
const action = z.object({
  action_id: z.string(),
  block_id: z.string(),
  action_ts: z.string().optional(),
  type: z.string(),
  url: z.string().optional(),
  value: text,
  selected_option: option,
  selected_options: z.array(z.object({ value: z.string().optional() })).nullish(),
  selected_user: text,
  selected_users: texts,
  selected_channel: text,
  selected_channels: texts,
  selected_conversation: text,
  selected_conversations: texts,
  selected_date: text,
  selected_time: text,
  selected_date_time: z.number().nullish(),
});
type Action = z.output<typeof action>;

export const actionPayload = z.object({
  type: z.literal('block_actions'),
  actions: z.tuple([action]).rest(action),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string(), name: z.string().optional() }).optional(),
  container: z.looseObject({
    type: z.string(),
    message_ts: z.string().optional(),
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).optional(),
  view: viewPayload.optional(),
});
export type ActionPayload = z.output<typeof actionPayload>;

/** What was chosen, whichever kind of element it was. */
export function chosen(action: Action): string[] {
  const many =
    action.selected_options?.map((option) => option.value) ??
    action.selected_users ??
    action.selected_channels ??
    action.selected_conversations;
  if (many) return many.filter((value) => value !== undefined);
  const one =
    action.value ??
    action.selected_option?.value ??
    action.selected_user ??
    action.selected_channel ??
    action.selected_conversation ??
    action.selected_date ??
    action.selected_time ??
    action.selected_date_time;
  return one === undefined || one === null ? [] : [String(one)];
}
