import type { Message } from '../state/state.js';
import { announce, type World } from '../world.js';

export type Draft = Omit<Message, 'ts' | 'byApp' | 'channel' | 'user'> & {
  channel: string;
  user: string;
  byApp?: boolean;
};

/** Puts a message where it belongs and tells everyone who may see it. */
export function postMessage(world: World, draft: Draft): Message {
  const message: Message = { byApp: false, ...draft, ts: world.clock.stamp() };
  if (message.only !== undefined) {
    world.whispers.add(message);
  } else {
    messagesOf(world, message.channel).push(message);
    noteReply(world, message);
    const channel = world.state.channels[message.channel];
    if (channel && !message.subtype?.endsWith('_join')) channel.lastRead[message.user] = message.ts;
  }
  announce(world, { type: 'message_posted', message });
  return message;
}

export function messagesOf(world: World, channel: string): Message[] {
  world.state.messages[channel] ??= [];
  return world.state.messages[channel];
}

/** Messages lie in the order of their timestamps, so that looking one up stays quick in a long channel. */
export function findMessage(world: World, channel: string, ts: string): Message | undefined {
  const messages = messagesOf(world, channel);
  let low = 0;
  let high = messages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = messages[middle];
    if (!found || found.ts === ts) return found;
    if (found.ts < ts) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** Shown in the channel itself, not only in a thread. */
export const isInChannel = (message: Message) =>
  message.threadTs === undefined || message.threadTs === message.ts || message.broadcast === true;

const isHidden = (message: Message) => message.subtype === 'tombstone';

/** The first message of a thread and its replies, oldest first. */
export function threadOf(world: World, channel: string, ts: string): Message[] {
  const root = findMessage(world, channel, ts);
  if (!root) return [];
  const replies = (root.replies ?? []).map((reply) => findMessage(world, channel, reply.ts));
  return [root, ...replies.filter((reply) => reply !== undefined)];
}

function noteReply(world: World, message: Message): void {
  if (message.threadTs === undefined || message.threadTs === message.ts) return;
  const root = findMessage(world, message.channel, message.threadTs);
  if (!root) return;
  root.threadTs = root.ts;
  root.replies = [...(root.replies ?? []), { ts: message.ts, user: message.user }];
}

export type Edit = Partial<Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata' | 'files' | 'broadcast'>>;

/** Rewrites a message. Only changes that a person made are marked as edited. */
export function editMessage(world: World, message: Message, edit: Edit, editor: string | null): Message {
  const previous = structuredClone(message);
  Object.assign(message, edit);
  if (editor !== null) message.edited = { user: editor, ts: `${world.clock.seconds()}.000000` };
  announce(world, { type: 'message_changed', message, previous });
  return message;
}

/** Deletes a message. One that has replies leaves a stone behind, so that the thread stays. */
export function deleteMessage(world: World, message: Message): void {
  const previous = structuredClone(message);
  if (message.only === undefined && message.replies && message.replies.length > 0) {
    leaveStone(world, message, previous);
    return;
  }
  if (message.only !== undefined) world.whispers.remove(message.channel, message.ts);
  else removeKept(world, message);
  announce(world, { type: 'message_deleted', message: previous });
}

function removeKept(world: World, message: Message): void {
  world.state.messages[message.channel] = messagesOf(world, message.channel).filter((other) => other !== message);
  if (message.threadTs === undefined) return;
  const root = findMessage(world, message.channel, message.threadTs);
  if (!root?.replies) return;
  root.replies = root.replies.filter((reply) => reply.ts !== message.ts);
  if (isHidden(root) && root.replies.length === 0) deleteMessage(world, root);
}

function leaveStone(world: World, message: Message, previous: Message): void {
  for (const key of ['blocks', 'attachments', 'metadata', 'files', 'reactions', 'edited'] as const) delete message[key];
  Object.assign(message, { subtype: 'tombstone', text: 'This message was deleted.', user: 'USLACKBOT', byApp: false });
  announce(world, { type: 'message_changed', message, previous });
}
