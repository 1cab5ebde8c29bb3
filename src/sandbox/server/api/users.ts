import { z } from 'zod';
import { refuse } from '../refusal.js';
import { departmentField, managerField, profileFields, profileShape, userShape } from '../shapes/user.js';
import type { Person } from '../state/state.js';
import type { World } from '../world.js';
import { count, flag, list, text } from './args.js';
import { method } from './method.js';
import { nextPage, pageOf } from './pages.js';
import { bot, needPerson } from './reach.js';

const listPeople = method(
  {
    name: 'users.list',
    scopes: ['users:read'],
    tier: 2,
    errors: ['invalid_cursor', 'limit_required'],
    args: z.object({ cursor: text.optional(), limit: count.default(0), include_locale: flag.optional() }),
  },
  (world, args) => {
    const all = Object.values(world.state.people);
    const { page, next } = pageOf(all, args.cursor, args.limit > 0 ? Math.min(args.limit, 1000) : all.length);
    const shapes = page.map((person) => userShape(world, person, args.include_locale));
    return { members: shapes, cache_ts: world.clock.seconds(), ...nextPage(next) };
  },
);

const info = method(
  {
    name: 'users.info',
    scopes: ['users:read'],
    tier: 4,
    errors: ['user_not_found'],
    args: z.object({ user: text.optional(), include_locale: flag.optional() }),
  },
  (world, args) => ({ user: userShape(world, needPerson(world, args.user), args.include_locale) }),
);

const lookup = method(
  {
    name: 'users.lookupByEmail',
    scopes: ['users:read.email'],
    tier: 3,
    errors: ['users_not_found'],
    args: z.object({ email: text }),
  },
  (world, args) => {
    const found = Object.values(world.state.people).find(
      (person) => !person.deleted && person.email.toLowerCase() === args.email.toLowerCase(),
    );
    return { user: userShape(world, found ?? refuse('users_not_found')) };
  },
);

const profile = method(
  {
    name: 'users.profile.get',
    scopes: ['users.profile:read'],
    tier: 4,
    errors: ['user_not_found'],
    args: z.object({ user: text.optional(), include_labels: flag.optional() }),
  },
  (world, args) => {
    const person = needPerson(world, args.user || bot(world));
    return { profile: { ...profileShape(world, person), fields: profileFields(person, args.include_labels ?? false) } };
  },
);

const profileFieldList = method(
  { name: 'team.profile.get', scopes: ['users.profile:read'], tier: 3, errors: [], args: z.object({}) },
  () => ({
    profile: {
      fields: [fieldShape(managerField, 0, 'Manager', 'user'), fieldShape(departmentField, 1, 'Department', 'text')],
      sections: [{ id: 'Xs0ABOUT000', section_type: 'additional_fields', label: 'About', order: 1, is_hidden: false }],
    },
  }),
);

const fieldShape = (id: string, ordering: number, label: string, type: string) => ({
  id,
  ordering,
  label,
  hint: '',
  type,
  possible_values: null,
  options: { is_scim: false, is_protected: false },
  is_hidden: false,
  section_id: 'Xs0ABOUT000',
});

const presence = method(
  { name: 'users.getPresence', scopes: ['users:read'], tier: 3, errors: [], args: z.object({ user: text.optional() }) },
  (world, args) => {
    const person = needPerson(world, args.user || bot(world), 'invalid_arguments');
    return { presence: person.presence, online: person.presence === 'active' };
  },
);

function dnd(world: World, person: Person) {
  const until = person.dndUntil > world.clock.seconds() ? person.dndUntil : 0;
  return {
    dnd_enabled: until > 0,
    next_dnd_start_ts: until > 0 ? world.clock.seconds() : 1,
    next_dnd_end_ts: until > 0 ? until : 1,
  };
}

const dndInfo = method(
  {
    name: 'dnd.info',
    scopes: ['dnd:read'],
    tier: 3,
    errors: ['user_not_found'],
    args: z.object({ user: text.optional() }),
  },
  (world, args) => dnd(world, needPerson(world, args.user || bot(world))),
);

const dndTeam = method(
  {
    name: 'dnd.teamInfo',
    scopes: ['dnd:read'],
    tier: 2,
    errors: ['no_users_provided'],
    args: z.object({ users: list.optional() }),
  },
  (world, args) => {
    const users = args.users ?? [];
    if (users.length === 0) refuse('no_users_provided');
    const known = users.map((id) => world.state.people[id]).filter((person) => person !== undefined);
    return { users: Object.fromEntries(known.map((person) => [person.id, dnd(world, person)])) };
  },
);

export const users = [listPeople, info, lookup, profile, profileFieldList, presence, dndInfo, dndTeam];
