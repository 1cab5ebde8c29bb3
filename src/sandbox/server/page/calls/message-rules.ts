import { randomUUID } from 'node:crypto';
import { refuse } from '../../refusal.js';
import type { Channel, Message, Person } from '../../state/state.js';
import { say } from '../../words/say.js';
import { isIn } from '../../workspace/channels.js';
import { noteShares } from '../../workspace/files.js';
import { findMessage, postMessage } from '../../workspace/messages.js';
import { announce, type World } from '../../world.js';

export interface Written {
  text: string;
  thread_ts?: string | undefined;
  broadcast?: boolean | undefined;
  file_ids?: string[] | undefined;
}

/** A person writes in a channel that they are in. */
export function postAs(world: World, me: Person, channel: Channel, written: Written): Message {
  needWritable(world, me, channel);
  const files = (written.file_ids ?? []).map((id) => ownFile(world, me, id));
  const text = written.text.trim();
  if (text === '' && files.length === 0) refuse('no_text');
  if (text.length > 40_000) refuse('msg_too_long');
  const root = written.thread_ts
    ? (findMessage(world, channel.id, written.thread_ts) ?? refuse('thread_not_found'))
    : undefined;
  const message = postMessage(world, {
    channel: channel.id,
    user: me.id,
    text,
    extra: { client_msg_id: randomUUID() },
    ...(root && { threadTs: root.threadTs ?? root.ts }),
    ...(root && written.broadcast && { broadcast: true, subtype: 'thread_broadcast' }),
    ...(files.length > 0 && { subtype: 'file_share', files: files.map((file) => file.id) }),
  });
  if (files.length > 0) noteShares(world, message, channel);
  hintAtAbsentApp(world, me, channel, text);
  return message;
}

function needWritable(world: World, me: Person, channel: Channel): void {
  if (!isIn(channel, me.id)) refuse('not_in_channel');
  if (channel.isArchived) refuse('is_archived');
  const withApp = channel.kind === 'im' && channel.members.includes(world.state.app.botUserId);
  if (withApp && (!world.manifest.messagesTab || world.manifest.messagesReadOnly)) refuse('messages_tab_disabled');
}

function ownFile(world: World, me: Person, id: string) {
  const file = world.state.files[id];
  return file?.uploaded && !file.deleted && file.user === me.id ? file : refuse('file_not_found');
}

/** The app doesn't hear of a mention where it is no member; Slack offers to invite it. */
function hintAtAbsentApp(world: World, me: Person, channel: Channel, text: string): void {
  const bot = world.state.app.botUserId;
  if (!text.includes(`<@${bot}`) || isIn(channel, bot)) return;
  const values = { name: world.manifest.botName, handle: world.state.people[bot]?.name ?? '' };
  announce(world, { type: 'notice', user: me.id, channel: channel.id, text: say(world, me.id, 'invite-app', values) });
}
