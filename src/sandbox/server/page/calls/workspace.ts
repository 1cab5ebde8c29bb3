import { z } from 'zod';
import { refuse } from '../../refusal.js';
import { compact } from '../../shapes/compact.js';
import type { Person } from '../../state/state.js';
import { changePerson } from '../../workspace/people.js';
import { announce, type World } from '../../world.js';
import { pageCall } from '../call.js';
import { clockView } from '../shapes.js';

const setProfile = pageCall(
  z.object({
    status_text: z.string().max(100).optional(),
    status_emoji: z.string().max(100).optional(),
    status_expiration: z.number().int().min(0).optional(),
    presence: z.enum(['active', 'away']).optional(),
    locale: z.string().optional(),
    dnd_until: z.number().int().min(0).optional(),
  }),
  ({ world }, me, given) => {
    const change: Partial<Person> = compact({
      statusText: given.status_text,
      statusEmoji: given.status_emoji,
      statusExpiration: given.status_expiration,
      presence: given.presence,
      locale: given.locale,
      dndUntil: given.dnd_until,
    });
    changePerson(world, me, change);
    return {};
  },
);

const setPerson = pageCall(
  z.object({ user: z.string(), deleted: z.boolean().optional(), is_admin: z.boolean().optional() }),
  ({ world }, me, { user, deleted, is_admin }) => {
    if (!me.isAdmin) refuse('not_authorized');
    const person = world.state.people[user] ?? refuse('user_not_found');
    if (person.isBot || (person.isOwner && deleted)) refuse('restricted_action');
    if (deleted) removeEverywhere(world, user);
    changePerson(world, person, compact({ deleted, isAdmin: is_admin }));
    return {};
  },
);

/** Whoever is deactivated goes from every channel, without a word there. */
function removeEverywhere(world: World, user: string): void {
  for (const channel of Object.values(world.state.channels)) {
    if (channel.kind === 'im' || !channel.members.includes(user)) continue;
    channel.members = channel.members.filter((member) => member !== user);
    announce(world, { type: 'channel_touched', channel });
  }
}

const clock = pageCall(
  z.object({ to: z.number().optional(), by: z.number().optional(), real: z.literal(true).optional() }),
  ({ world }, _me, { to, by, real }) => {
    if (real) world.clock.moveTo(0);
    else if (to !== undefined) world.clock.moveTo(Math.round(to - Date.now()));
    else world.clock.moveTo(Math.round(world.clock.offset() + (by ?? 0)));
    return { clock: clockView(world) };
  },
);

const traffic = pageCall(z.object({ after: z.number().optional() }), (hands, _me, { after }) => ({
  entries: hands.traffic.after(after ?? 0),
}));

const reset = pageCall(z.object({}), (hands) => {
  hands.reset();
  return {};
});

export const workspaceCalls = { set_profile: setProfile, set_person: setPerson, clock, traffic, reset };
