import type { Channel } from '../state/state.js';
import { announce, type World } from '../world.js';
import { isIn } from './channels.js';
import { postMessage } from './messages.js';

/** A person comes in by themselves, or is invited. */
export function bringIn(world: World, channel: Channel, user: string, inviter: string | null): void {
  if (isIn(channel, user)) return;
  channel.members.push(user);
  channel.lastRead[user] = world.clock.stamp();
  announce(world, { type: 'member_joined', channel, user, inviter });
  postMessage(world, {
    channel: channel.id,
    user,
    subtype: channel.kind === 'private' ? 'group_join' : 'channel_join',
    text: `<@${user}> has joined the ${channel.kind === 'private' ? 'group' : 'channel'}`,
    ...(inviter && { extra: { inviter } }),
  });
}

/** A person goes, or is removed by `actor`. */
export function takeOut(world: World, channel: Channel, user: string, actor: string): void {
  if (!isIn(channel, user)) return;
  if (user === actor) {
    postMessage(world, {
      channel: channel.id,
      user,
      subtype: channel.kind === 'private' ? 'group_leave' : 'channel_leave',
      text: `<@${user}> has left the ${channel.kind === 'private' ? 'group' : 'channel'}`,
    });
  }
  channel.members = channel.members.filter((member) => member !== user);
  announce(world, { type: 'member_left', channel, user, actor });
}

export function archive(world: World, channel: Channel, user: string, on: boolean): void {
  const subtype = on ? 'channel_archive' : 'channel_unarchive';
  if (on) postMessage(world, { channel: channel.id, user, subtype, text: `<@${user}> archived the channel` });
  channel.isArchived = on;
  if (!on) postMessage(world, { channel: channel.id, user, subtype, text: `<@${user}> un-archived the channel` });
  announce(world, { type: 'channel_archived', channel, user, on });
}

/** Topic and purpose: remembered with who set them, and said in the channel. */
export function setRemark(
  world: World,
  channel: Channel,
  kind: 'topic' | 'purpose',
  user: string,
  value: string,
): void {
  channel[kind] = { value, creator: user, last_set: world.clock.seconds() };
  const said = kind === 'topic' ? 'set the channel topic' : 'set the channel description';
  postMessage(world, {
    channel: channel.id,
    user,
    subtype: `${channel.kind === 'private' ? 'group' : 'channel'}_${kind}`,
    text: `<@${user}> ${said}: ${value}`,
    extra: { [kind]: value },
  });
  announce(world, { type: 'channel_touched', channel });
}
