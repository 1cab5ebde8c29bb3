import type { Message } from '../state/state.js';
import { findMessage } from '../workspace/messages.js';
import type { World } from '../world.js';
import { compact } from './compact.js';
import { fileShape } from './file.js';

/** A message as `conversations.history` gives it. */
export function messageShape(world: World, message: Message, withMetadata = false) {
  return compact({
    type: 'message' as const,
    subtype: message.subtype,
    ...message.extra,
    user: message.user,
    ts: message.ts,
    ...(message.byApp && authorship(world)),
    text: message.text,
    team: world.state.team.id,
    blocks: message.blocks,
    attachments: message.attachments,
    ...(message.files && filesOf(world, message.files)),
    metadata:
      withMetadata && message.metadata && Object.keys(message.metadata).length > 0 ? message.metadata : undefined,
    edited: message.edited,
    reactions: message.reactions?.map(({ name, users }) => ({ name, users, count: users.length })),
    ...threadFields(world, message),
  });
}

function authorship(world: World) {
  const { botId, id } = world.state.app;
  return {
    bot_id: botId,
    app_id: id,
    bot_profile: {
      id: botId,
      app_id: id,
      user_id: world.state.app.botUserId,
      name: world.manifest.name,
      icons: {},
      deleted: false,
      updated: 0,
      team_id: world.state.team.id,
    },
  };
}

function filesOf(world: World, ids: string[]) {
  const files = ids.map((id) => world.state.files[id]).filter((file) => file !== undefined);
  return { files: files.map((file) => fileShape(world, file)), upload: false };
}

function threadFields(world: World, message: Message) {
  if (message.threadTs === undefined) return {};
  if (message.threadTs !== message.ts) {
    const root = findMessage(world, message.channel, message.threadTs);
    return { thread_ts: message.threadTs, ...(root && { parent_user_id: root.user }) };
  }
  const replies = message.replies ?? [];
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map((reply) => reply.user))];
  return {
    thread_ts: message.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts ?? message.ts,
    reply_users: users.slice(0, 5),
    is_locked: false,
    subscribed: false,
  };
}
