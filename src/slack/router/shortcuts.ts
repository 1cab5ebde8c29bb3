import { refusalsFrom } from '../../platform/user-error.js';
import { messageShortcutPayload, shortcutPayload } from '../wire/payloads.js';
import { words } from '../words/words.js';
import { attend } from './attend.js';
import type { Reception, Request } from './reception.js';

const no = refusalsFrom(words);

/** A shortcut from the search or the composer. */
export async function onGlobalShortcut(reception: Reception, body: unknown): Promise<void> {
  const payload = shortcutPayload.parse(body);
  const held = reception.doors.globalShortcuts.get(payload.callback_id);
  const request: Request = {
    door: `shortcut ${payload.callback_id}`,
    key: payload.trigger_id,
    personId: payload.user.id,
    triggerId: payload.trigger_id,
    opensForm: held?.desk.opensForm?.includes(payload.callback_id) ?? false,
  };
  await attend(reception, request, async (visit) => {
    if (!held) throw no('refused.staleButton');
    return held.door(visit);
  });
}

/** A shortcut from a message's menu. */
export async function onMessageShortcut(reception: Reception, body: unknown): Promise<void> {
  const payload = messageShortcutPayload.parse(body);
  const held = reception.doors.messageShortcuts.get(payload.callback_id);
  const { ts, text, user, thread_ts } = payload.message;
  const channel = { id: payload.channel.id, ...(payload.channel.name && { name: payload.channel.name }) };
  const request: Request = {
    door: `shortcut ${payload.callback_id}`,
    key: payload.trigger_id,
    personId: payload.user.id,
    triggerId: payload.trigger_id,
    channel,
    ...(payload.response_url && { responseUrl: payload.response_url }),
    opensForm: held?.desk.opensForm?.includes(payload.callback_id) ?? false,
  };
  const message = { ts, text, ...(thread_ts && { threadTs: thread_ts }), ...(user && { userId: user }) };
  await attend(reception, request, async (visit) => {
    if (!held) throw no('refused.staleButton');
    return held.door({ ...visit, channel, message });
  });
}
