import { z } from 'zod';
import { refuse } from '../../refusal.js';
import { markRead } from '../../workspace/channels.js';
import { deleteMessage, editMessage } from '../../workspace/messages.js';
import { react as addReaction, hasReacted, isReactionName, unreact } from '../../workspace/reactions.js';
import { pageCall, seenChannel, seenMessage } from '../call.js';
import { messageView } from '../shapes.js';
import { postAs } from './message-rules.js';

const at = { channel: z.string(), ts: z.string() };

const send = pageCall(
  z.object({
    channel: z.string(),
    text: z.string(),
    thread_ts: z.string().optional(),
    broadcast: z.boolean().optional(),
    file_ids: z.array(z.string()).max(10).optional(),
  }),
  ({ world }, me, request) => ({
    message: messageView(world, postAs(world, me, seenChannel(world, me, request.channel), request)),
  }),
);

const edit = pageCall(z.object({ ...at, text: z.string() }), ({ world }, me, { channel, ts, text }) => {
  const message = seenMessage(world, me, channel, ts);
  if (message.user !== me.id || message.byApp) refuse('cant_update_message');
  if (text.trim() === '' && !message.files?.length) refuse('no_text');
  return { message: messageView(world, editMessage(world, message, { text: text.trim() }, me.id)) };
});

const remove = pageCall(z.object(at), ({ world }, me, { channel, ts }) => {
  const message = seenMessage(world, me, channel, ts);
  if (message.subtype === 'tombstone') refuse('message_not_found');
  if (message.user !== me.id && message.only !== me.id && !me.isAdmin) refuse('cant_delete_message');
  deleteMessage(world, message);
  return {};
});

const react = pageCall(
  z.object({ ...at, name: z.string(), on: z.boolean() }),
  ({ world }, me, { channel, ts, name, on }) => {
    const message = seenMessage(world, me, channel, ts);
    if (message.only !== undefined) refuse('not_reactable');
    if (world.state.channels[channel]?.isArchived) refuse('is_archived');
    if (!isReactionName(name)) refuse('invalid_name');
    if (on === hasReacted(message, me.id, name)) return {};
    (on ? addReaction : unreact)(world, message, me.id, name);
    return {};
  },
);

const read = pageCall(z.object(at), ({ world }, me, { channel, ts }) => {
  const place = seenChannel(world, me, channel);
  if (place.members.includes(me.id)) markRead(world, place, me.id, ts);
  return {};
});

export const writing = { send, edit, delete: remove, react, read };
