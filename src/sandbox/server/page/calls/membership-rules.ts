import { refuse } from '../../refusal.js';
import type { Channel, Person } from '../../state/state.js';
import { isConversation, isIn } from '../../workspace/channels.js';
import { bringIn, takeOut } from '../../workspace/membership.js';
import type { World } from '../../world.js';

/** Who may bring whom in and out, as in a workspace with Slack's usual settings. */
export function invitePeople(world: World, channel: Channel, me: Person, users: string[]): void {
  needRoom(channel);
  if (!isIn(channel, me.id)) refuse('not_in_channel');
  for (const user of users) {
    const person = world.state.people[user];
    if (!person || person.deleted) refuse('user_not_found');
    bringIn(world, channel, user, me.id);
  }
}

export function leaveChannel(world: World, channel: Channel, me: Person): void {
  needRoom(channel);
  if (channel.isGeneral) refuse('cant_leave_general');
  takeOut(world, channel, me.id, me.id);
}

export function kickPerson(world: World, channel: Channel, me: Person, user: string): void {
  needRoom(channel);
  if (!isIn(channel, me.id)) refuse('not_in_channel');
  if (channel.isGeneral) refuse('cant_kick_from_general');
  if (user === me.id) refuse('cant_kick_self');
  const isTheApp = user === world.state.app.botUserId;
  if (!isTheApp && !mayManage(channel, me)) refuse('restricted_action');
  takeOut(world, channel, user, me.id);
}

export const mayManage = (channel: Channel, me: Person) => me.isAdmin || me.isOwner || channel.creator === me.id;

/** A channel, not a direct message, that is in use. */
export function needRoom(channel: Channel): void {
  if (isConversation(channel)) refuse('method_not_supported_for_channel_type');
  if (channel.isArchived) refuse('is_archived');
}
