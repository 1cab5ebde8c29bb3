import type { Channel } from '../state/state.js';
import type { World } from '../world.js';

/** A conversation as `conversations.info` gives it to this person. */
export function channelShape(world: World, channel: Channel, viewer: string) {
  return channel.kind === 'im' ? imShape(world, channel, viewer) : groupShape(world, channel, viewer);
}

function imShape(world: World, channel: Channel, viewer: string) {
  const other = channel.members.find((member) => member !== viewer) ?? viewer;
  return {
    id: channel.id,
    created: channel.created,
    is_archived: false,
    is_im: true,
    is_org_shared: false,
    context_team_id: world.state.team.id,
    updated: channel.created * 1000,
    user: other,
    is_user_deleted: world.state.people[other]?.deleted ?? false,
    is_open: true,
    priority: 0,
  };
}

function groupShape(world: World, channel: Channel, viewer: string) {
  return {
    id: channel.id,
    name: channel.name,
    is_channel: channel.kind !== 'mpim',
    is_group: false,
    is_im: false,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    created: channel.created,
    is_archived: channel.isArchived,
    is_general: channel.isGeneral,
    unlinked: 0,
    name_normalized: channel.name,
    is_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: world.state.team.id,
    updated: channel.created * 1000,
    parent_conversation: null,
    creator: channel.creator,
    is_ext_shared: false,
    shared_team_ids: [world.state.team.id],
    pending_connected_team_ids: [],
    is_member: channel.members.includes(viewer),
    topic: channel.topic,
    purpose: channel.purpose,
    previous_names: channel.previousNames,
    ...(channel.members.includes(viewer) && { last_read: channel.lastRead[viewer] ?? '0000000000.000000' }),
  };
}

/** How message events call the kind of a channel. */
export function channelType(channel: Channel): 'channel' | 'group' | 'im' | 'mpim' {
  if (channel.kind === 'public') return 'channel';
  return channel.kind === 'private' ? 'group' : channel.kind;
}

/** How commands and actions name the channel they come from. */
export function channelNameOnTheWire(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}
