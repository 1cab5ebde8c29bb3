import type { Person } from '../state/state.js';
import { zoneLabel, zoneOffset } from '../workspace/people.js';
import type { World } from '../world.js';

export const managerField = 'Xf0MANAGER0';
export const departmentField = 'Xf0DEPARTMT';

const avatarOf = (world: World, person: Person) => `${world.address()}/_page/avatars/${person.id}.svg`;

/** A person as `users.info` gives them. */
export function userShape(world: World, person: Person, withLocale = false) {
  const at = world.clock.now();
  return {
    id: person.id,
    team_id: world.state.team.id,
    name: person.name,
    deleted: person.deleted,
    ...(!person.deleted && {
      color: person.color,
      real_name: person.realName,
      tz: person.tz,
      tz_label: zoneLabel(person.tz, at),
      tz_offset: zoneOffset(person.tz, at),
      is_admin: person.isAdmin,
      is_owner: person.isOwner,
      is_primary_owner: person.isOwner,
      is_restricted: false,
      is_ultra_restricted: false,
    }),
    profile: profileShape(world, person),
    is_bot: person.isBot,
    is_app_user: false,
    updated: person.updated,
    is_email_confirmed: !person.isBot,
    who_can_share_contact_card: 'EVERYONE',
    ...(withLocale && { locale: person.locale }),
  };
}

export function profileShape(world: World, person: Person) {
  const avatar = avatarOf(world, person);
  const [first, ...rest] = person.realName.split(' ');
  return {
    title: person.title,
    phone: person.phone,
    skype: '',
    real_name: person.realName,
    real_name_normalized: person.realName.normalize('NFKD').replace(/\p{M}/gu, ''),
    display_name: person.displayName,
    display_name_normalized: person.displayName.normalize('NFKD').replace(/\p{M}/gu, ''),
    fields: null as null | Record<string, { value: string; alt: string; label?: string }>,
    status_text: person.statusText,
    status_emoji: person.statusEmoji,
    status_emoji_display_info: [],
    status_expiration: person.statusExpiration,
    avatar_hash: `g${person.id.slice(-8).toLowerCase()}`,
    ...(world.manifest.scopes.has('users:read.email') && !person.isBot && { email: person.email }),
    first_name: first ?? '',
    last_name: rest.join(' '),
    image_24: avatar,
    image_32: avatar,
    image_48: avatar,
    image_72: avatar,
    image_192: avatar,
    image_512: avatar,
    team: world.state.team.id,
    ...(person.isBot && { api_app_id: world.state.app.id, bot_id: world.state.app.botId, always_active: true }),
  };
}

/** The custom fields of a person's profile. */
export function profileFields(person: Person, withLabels: boolean) {
  const labelled = (label: string) => (withLabels ? { label } : {});
  return {
    ...(person.manager && { [managerField]: { value: person.manager, alt: '', ...labelled('Manager') } }),
    ...(person.department && { [departmentField]: { value: person.department, alt: '', ...labelled('Department') } }),
  };
}
