import { z } from 'zod';
import { refuse } from '../../refusal.js';
import { createChannel, faultOfName, isIn, openConversation, renameChannel } from '../../workspace/channels.js';
import { archive as archiveChannel, bringIn } from '../../workspace/membership.js';
import { isBotUser } from '../../workspace/people.js';
import { pageCall, seenChannel } from '../call.js';
import { channelView } from '../shapes.js';
import { invitePeople, kickPerson, leaveChannel, mayManage, needRoom } from './membership-rules.js';

const inChannel = { channel: z.string() };

const openDm = pageCall(z.object({ users: z.array(z.string()).min(1).max(8) }), ({ world }, me, { users }) => {
  for (const id of users) {
    const person = world.state.people[id] ?? refuse('user_not_found');
    if (person.deleted && !isBotUser(world, id)) refuse('user_disabled');
  }
  const { channel } = openConversation(world, [me.id, ...users]);
  return { channel: channelView(world, channel, me.id) };
});

const create = pageCall(
  z.object({ name: z.string(), is_private: z.boolean() }),
  ({ world }, me, { name, is_private }) => {
    const fault = faultOfName(world, name);
    if (fault) refuse(fault);
    return { channel: channelView(world, createChannel(world, name, is_private, me.id), me.id) };
  },
);

const join = pageCall(z.object(inChannel), ({ world }, me, { channel: id }) => {
  const channel = seenChannel(world, me, id);
  needRoom(channel);
  bringIn(world, channel, me.id, null);
  return { channel: channelView(world, channel, me.id) };
});

const leave = pageCall(z.object(inChannel), ({ world }, me, { channel }) => {
  leaveChannel(world, seenChannel(world, me, channel), me);
  return {};
});

const invite = pageCall(
  z.object({ ...inChannel, users: z.array(z.string()).min(1) }),
  ({ world }, me, { channel, users }) => {
    invitePeople(world, seenChannel(world, me, channel), me, users);
    return {};
  },
);

const kick = pageCall(z.object({ ...inChannel, user: z.string() }), ({ world }, me, { channel, user }) => {
  kickPerson(world, seenChannel(world, me, channel), me, user);
  return {};
});

const archive = pageCall(z.object({ ...inChannel, on: z.boolean() }), ({ world }, me, { channel: id, on }) => {
  const channel = seenChannel(world, me, id);
  if (channel.kind === 'im' || channel.kind === 'mpim') refuse('method_not_supported_for_channel_type');
  if (channel.isGeneral) refuse('cant_archive_general');
  if (!isIn(channel, me.id) && !mayManage(channel, me)) refuse('not_in_channel');
  if (channel.isArchived === on) refuse(on ? 'already_archived' : 'not_archived');
  archiveChannel(world, channel, me.id, on);
  return {};
});

const rename = pageCall(z.object({ ...inChannel, name: z.string() }), ({ world }, me, { channel: id, name }) => {
  const channel = seenChannel(world, me, id);
  needRoom(channel);
  if (!mayManage(channel, me)) refuse('not_authorized');
  const fault = faultOfName(world, name, channel);
  if (fault) refuse(fault);
  renameChannel(world, channel, name);
  return {};
});

export const keeping = { open_dm: openDm, create_channel: create, join, leave, invite, kick, archive, rename };
