import { newId } from '../state/ids.js';
import type { Channel } from '../state/state.js';
import { announce, type World } from '../world.js';

export const isIn = (channel: Channel, user: string) => channel.members.includes(user);
export const isConversation = (channel: Channel) => channel.kind === 'im' || channel.kind === 'mpim';

/** Public channels are seen by everyone, the others by their members. */
export function canSee(channel: Channel, user: string): boolean {
  return channel.kind === 'public' || isIn(channel, user);
}

/** A channel by id, `#name` or name, as far as this person may know of it. */
export function findChannel(world: World, wanted: string, viewer: string): Channel | undefined {
  const byId = world.state.channels[wanted];
  if (byId) return canSee(byId, viewer) ? byId : undefined;
  const name = wanted.replace(/^#/, '').toLowerCase();
  return Object.values(world.state.channels).find(
    (channel) => !isConversation(channel) && channel.name === name && canSee(channel, viewer),
  );
}

export function emptyChannel(
  id: string,
  kind: Channel['kind'],
  name: string,
  creator: string,
  created: number,
): Channel {
  const none = { value: '', creator: '', last_set: 0 };
  return {
    id,
    kind,
    name,
    creator,
    created,
    isGeneral: false,
    isArchived: false,
    topic: { ...none },
    purpose: { ...none },
    members: [],
    previousNames: [],
    lastRead: {},
  };
}

export function createChannel(world: World, name: string, isPrivate: boolean, creator: string): Channel {
  const channel = emptyChannel(newId('C'), isPrivate ? 'private' : 'public', name, creator, world.clock.seconds());
  channel.members.push(creator);
  world.state.channels[channel.id] = channel;
  world.state.messages[channel.id] = [];
  announce(world, { type: 'channel_created', channel });
  return channel;
}

/** The direct message of these people, made when there is none yet. */
export function openConversation(world: World, users: string[]): { channel: Channel; isNew: boolean } {
  const members = [...new Set(users)];
  const existing = Object.values(world.state.channels).find(
    (channel) => isConversation(channel) && sameMembers(channel.members, members),
  );
  if (existing) return { channel: existing, isNew: false };
  const kind = members.length <= 2 ? 'im' : 'mpim';
  const id = newId(kind === 'im' ? 'D' : 'C');
  const channel = emptyChannel(
    id,
    kind,
    kind === 'im' ? '' : groupName(world, members),
    members[0] ?? '',
    world.clock.seconds(),
  );
  channel.members = members;
  world.state.channels[id] = channel;
  world.state.messages[id] = [];
  announce(world, { type: 'channel_created', channel });
  return { channel, isNew: true };
}

function sameMembers(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((user) => other.includes(user));
}

function groupName(world: World, members: string[]): string {
  return `mpdm-${members.map((id) => world.state.people[id]?.name ?? id).join('--')}-1`;
}

/** The direct message between the app and a person. */
export function appConversation(world: World, user: string): Channel {
  return openConversation(world, [world.state.app.botUserId, user]).channel;
}

/** What is wrong with a channel's name, as Slack's error code; null: nothing. */
export function faultOfName(world: World, name: string, besides?: Channel): string | null {
  if (name === '') return 'invalid_name_required';
  if (name.length > 80) return 'invalid_name_maxlength';
  if (/^[-_]+$/.test(name)) return 'invalid_name_punctuation';
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name)) return 'invalid_name_specials';
  const taken = Object.values(world.state.channels).some(
    (channel) => channel !== besides && !isConversation(channel) && channel.name === name,
  );
  return taken ? 'name_taken' : null;
}

export function renameChannel(world: World, channel: Channel, name: string): void {
  channel.previousNames.unshift(channel.name);
  channel.name = name;
  announce(world, { type: 'channel_renamed', channel });
}

export function markRead(world: World, channel: Channel, user: string, ts: string): void {
  channel.lastRead[user] = ts;
  announce(world, { type: 'channel_touched', channel });
}
