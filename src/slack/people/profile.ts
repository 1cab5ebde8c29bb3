import { z } from 'zod';
import type { PersonHeardOf } from '../../platform/people/remember.js';
import { Temporal } from '../../platform/time.js';

const optional = z.string().nullish();

/** A user as Slack's methods and events describe one. */
export const slackUser = z.object({
  id: z.string(),
  name: z.string().default(''),
  real_name: optional,
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
  tz: optional,
  locale: optional,
  profile: z
    .object({
      display_name: optional,
      real_name: optional,
      title: optional,
      email: optional,
      status_text: optional,
      status_emoji: optional,
      status_expiration: z.number().nullish(),
    })
    .prefault({}),
});
export type SlackUser = z.output<typeof slackUser>;

const SLACKBOT = 'USLACKBOT';

export function describeUser(user: SlackUser): PersonHeardOf {
  const { profile } = user;
  return {
    id: user.id,
    name: profile.display_name || profile.real_name || user.real_name || user.name || user.id,
    ...(profile.email && { email: profile.email.trim().toLowerCase() }),
    ...(user.locale && { locale: user.locale }),
    timeZone: user.tz || 'UTC',
    title: profile.title || null,
    isAdmin: user.is_admin || user.is_owner,
    isBot: user.is_bot || user.id === SLACKBOT,
    deactivated: user.deleted,
    statusText: profile.status_text || null,
    statusEmoji: profile.status_emoji || null,
    statusUntil: profile.status_expiration
      ? Temporal.Instant.fromEpochMilliseconds(profile.status_expiration * 1000)
      : null,
  };
}

/** Companies name these profile fields themselves; these are the names that we recognise, in both languages. */
const labels = {
  managerId: /^(manager|line manager|reports to|supervisor|șef|sef|superior|manager direct)$/i,
  department: /^(department|division|team|departament|secție|echipă)$/i,
};

export const teamProfile = z.object({
  profile: z.object({
    fields: z.array(z.object({ id: z.string(), label: z.string(), ordering: z.number().default(0) })),
  }),
});

export const userProfile = z.object({
  profile: z.object({ fields: z.record(z.string(), z.object({ value: z.string().default('') })).nullish() }),
});

/** Which of the company's own profile fields tell who leads somebody, and where they work. */
export type FieldIds = Partial<Record<keyof typeof labels, string>>;

export function recogniseFields({ profile }: z.output<typeof teamProfile>): FieldIds {
  const named = (label: RegExp) => profile.fields.find((field) => label.test(field.label.trim()))?.id;
  const managerId = named(labels.managerId);
  const department = named(labels.department);
  return { ...(managerId && { managerId }), ...(department && { department }) };
}

export function readFields(
  ids: FieldIds,
  { profile }: z.output<typeof userProfile>,
): Pick<PersonHeardOf, 'managerId' | 'department'> {
  const read = (id: string | undefined) => (id && profile.fields?.[id]?.value) || null;
  const manager = read(ids.managerId);
  return {
    ...(ids.managerId && { managerId: manager && /^[UW][A-Z0-9]+$/.test(manager) ? manager : null }),
    ...(ids.department && { department: read(ids.department) }),
  };
}
