import type { Desk, DeskSetup } from '../../../../platform/doors/doors.js';
import type { Office, Transaction } from '../../../../platform/office.js';
import type { Person } from '../../../../platform/people/person.js';
import { requireAdmin } from './admins.js';
import { storedDesk, storedSetup, troubleIn } from './state.js';

export interface DeskForm {
  /** Settings key → channel id. */
  channels: Record<string, string>;
  /** Role → people's ids. */
  roles: Record<string, string[]>;
}

export interface DeskChange {
  desk: Desk;
  channels: { label: string; from: string | null; to: string | null }[];
  roles: { role: string; label: string; added: string[]; removed: string[] }[];
}

type PeopleTrouble = 'unknownPerson' | 'bots' | 'left';

/** What stands in the way of a form, by the settings key or role that it is about. */
export interface FormTroubles {
  channels: Record<string, 'chooseChannel' | 'invite' | 'archived'>;
  roles: Record<string, { trouble: PeopleTrouble; names: string[] }>;
}

type Served = Desk & { setup: DeskSetup };

/** Asks Slack and the people's register whether the desk can work like this. */
export async function troublesWith(office: Office, desk: Served, form: DeskForm): Promise<FormTroubles> {
  const found: FormTroubles = { channels: {}, roles: {} };
  for (const { key } of desk.setup.channels) {
    const id = form.channels[key];
    const trouble = id ? troubleIn(await office.workspace.channel(id)) : 'notChosen';
    if (trouble === 'notChosen') found.channels[key] = 'chooseChannel';
    else if (trouble) found.channels[key] = trouble === 'archived' ? 'archived' : 'invite';
  }
  for (const { role } of desk.setup.roles) {
    const ids = form.roles[role] ?? [];
    const trouble = troubleAmong(ids, await office.read(({ people }) => people.many(ids)));
    if (trouble) found.roles[role] = trouble;
  }
  return found;
}

export const isFree = ({ channels, roles }: FormTroubles): boolean =>
  Object.keys(channels).length === 0 && Object.keys(roles).length === 0;

function troubleAmong(
  ids: readonly string[],
  people: readonly Person[],
): { trouble: PeopleTrouble; names: string[] } | null {
  const named = (trouble: PeopleTrouble, names: string[]) => (names.length > 0 ? { trouble, names } : null);
  const known = new Set(people.map(({ id }) => id));
  const nameAll = (some: readonly Person[]) => some.map(({ name }) => name);
  return (
    named('bots', nameAll(people.filter(({ isBot }) => isBot))) ??
    named('left', nameAll(people.filter(({ deactivatedAt }) => deactivatedAt !== null))) ??
    named(
      'unknownPerson',
      ids.filter((id) => !known.has(id)),
    )
  );
}

/** Keeps who staffs the desk and where it works; only what the desk asks for is taken from the form. */
export async function saveDesk(tx: Transaction, by: string, desk: Served, form: DeskForm): Promise<DeskChange> {
  await requireAdmin(tx, by);
  const before = await storedDesk(tx, desk);
  const chosen = Object.fromEntries(desk.setup.channels.map(({ key }) => [key, form.channels[key] ?? null]));
  const stored = await tx.settings.get(desk.name, storedSetup);
  await tx.settings.set(desk.name, { ...stored, ...chosen }, by);

  const roles: DeskChange['roles'] = [];
  for (const { role, label } of desk.setup.roles) {
    const { added, removed } = await tx.staff.appoint(desk.name, role, form.roles[role] ?? []);
    roles.push({ role, label, added, removed });
  }
  await desk.setup.changed?.(tx, by);
  const channels = before.channels
    .map(({ key, label, id }) => ({ label, from: id, to: chosen[key] ?? null }))
    .filter(({ from, to }) => from !== to);
  const change = { desk, channels, roles };
  await record(tx, by, change);
  return change;
}

async function record(tx: Transaction, by: string, { desk, channels, roles }: DeskChange): Promise<void> {
  await tx.audit.record({
    actor: by,
    action: 'office.hub.setup-desk',
    object: desk.name,
    detail: {
      channels: channels.map(({ to }) => to ?? ''),
      added: roles.flatMap(({ role, added }) => added.map((id) => `${role}:${id}`)),
      removed: roles.flatMap(({ role, removed }) => removed.map((id) => `${role}:${id}`)),
    },
  });
  const touched = roles.flatMap(({ added, removed }) => [...added, ...removed]);
  for (const id of new Set([by, ...touched])) await tx.outbox.refreshHome(id);
}
