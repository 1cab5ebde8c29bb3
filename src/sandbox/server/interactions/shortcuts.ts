import type { Outcome } from '../../protocol.js';
import { messageShape } from '../shapes/message.js';
import type { Channel, Message } from '../state/state.js';
import { actionStamp, channelField, common } from './common.js';
import type { Desk } from './desk.js';

/** A global shortcut was chosen. */
export async function runGlobalShortcut(desk: Desk, user: string, callbackId: string): Promise<Outcome> {
  const { world } = desk;
  const known = world.manifest.shortcuts.some((one) => one.type === 'global' && one.callback_id === callbackId);
  if (!known) return { ok: false, error: 'shortcut_not_found' };
  const payload = {
    type: 'shortcut',
    ...common(world, user),
    action_ts: actionStamp(world),
    callback_id: callbackId,
    trigger_id: world.triggers.give(user),
  };
  const reply = await desk.post.ask({ kind: 'interactive', payload }, `shortcut ${callbackId}`);
  return reply.ok ? { ok: true } : { ok: false, error: reply.error };
}

/** A shortcut in a message's menu was chosen. */
export async function runMessageShortcut(
  desk: Desk,
  user: string,
  callbackId: string,
  channel: Channel,
  message: Message,
): Promise<Outcome> {
  const { world } = desk;
  const known = world.manifest.shortcuts.some((one) => one.type === 'message' && one.callback_id === callbackId);
  if (!known) return { ok: false, error: 'shortcut_not_found' };
  const source = { ts: message.ts, threadTs: message.threadTs ?? null, isEphemeral: message.only !== undefined };
  const payload = {
    type: 'message_action',
    ...common(world, user),
    action_ts: actionStamp(world),
    callback_id: callbackId,
    trigger_id: world.triggers.give(user),
    response_url: world.responseUrls.give('actions', { user, channel: channel.id, source }),
    message_ts: message.ts,
    channel: channelField(channel),
    message: messageShape(world, message),
  };
  const reply = await desk.post.ask({ kind: 'interactive', payload }, `message_action ${callbackId}`);
  return reply.ok ? { ok: true } : { ok: false, error: reply.error };
}
