import { randomUUID } from 'node:crypto';
import { TEAM } from './stub-slack.js';

// What Slack sends for what people do, with no more in it than the router reads.

export const ANA = 'U0000ANA';
export const GENERAL = 'C0000GENERAL';

const ways = (url: string) => ({
  trigger_id: `trigger-${randomUUID()}`,
  response_url: `${url}/respond/${randomUUID()}`,
});
const team = { team: { id: TEAM, domain: 'test' } };

export const command = (url: string, text: string, user = ANA, name = '/ithelp') => ({
  team_id: TEAM,
  command: name,
  text,
  user_id: user,
  channel_id: GENERAL,
  channel_name: 'general',
  ...ways(url),
});

export const shortcut = (url: string, callback_id: string) => ({
  type: 'shortcut',
  ...team,
  user: { id: ANA },
  callback_id,
  trigger_id: ways(url).trigger_id,
});

export const messageShortcut = (url: string, callback_id: string, text: string) => ({
  type: 'message_action',
  ...team,
  user: { id: ANA },
  callback_id,
  channel: { id: GENERAL, name: 'general' },
  message: { type: 'message', ts: '1764000000.000001', text, user: 'U0000BOB' },
  ...ways(url),
});

type Values = Record<string, Record<string, Record<string, unknown> & { type: string }>>;

export const WHAT = {
  type: 'input',
  block_id: 'what',
  label: { type: 'plain_text', text: 'What is wrong?' },
  element: { type: 'plain_text_input', action_id: 'answer' },
};

export const viewOf = (callback_id: string, values: Values = {}, more: object = {}) => ({
  id: `V${randomUUID()}`,
  type: 'modal',
  hash: 'h0',
  callback_id,
  private_metadata: 'kept',
  title: { type: 'plain_text', text: 'IT help' },
  submit: { type: 'plain_text', text: 'Send' },
  blocks: [WHAT],
  state: { values },
  ...more,
});

export const typed = (value: string): Values => ({ what: { answer: { type: 'plain_text_input', value } } });

export const submission = (view: ReturnType<typeof viewOf>, user = ANA) => ({
  type: 'view_submission',
  ...team,
  user: { id: user },
  view,
});

export const closed = (view: ReturnType<typeof viewOf>) => ({ ...submission(view), type: 'view_closed' });

export const action = (url: string, used: Record<string, unknown>, more: object = {}) => ({
  type: 'block_actions',
  ...team,
  user: { id: ANA },
  actions: [{ block_id: 'b', action_ts: '1', type: 'button', ...used }],
  container: { type: 'message', message_ts: '1764000000.000002', channel_id: GENERAL, is_ephemeral: false },
  channel: { id: GENERAL, name: 'general' },
  ...ways(url),
  ...more,
});

export const suggestion = (action_id: string, value: string) => ({
  type: 'block_suggestion',
  ...team,
  user: { id: ANA },
  action_id,
  block_id: 'b',
  value,
  container: { type: 'view' },
});

export const event = (inner: Record<string, unknown> & { type: string }, event_id = `Ev${randomUUID()}`) => ({
  type: 'event_callback',
  team_id: TEAM,
  event_id,
  event: inner,
});
