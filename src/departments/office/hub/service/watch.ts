import type { Desk } from '../../../../platform/doors/doors.js';
import type { Transaction } from '../../../../platform/office.js';
import type { Person } from '../../../../platform/people/person.js';
import { postsOf } from '../store/office.js';
import { hasSetup, storedDesk } from './state.js';

export interface LostChannel {
  desk: Desk;
  /** Word key of what the desk uses the channel for. */
  label: string;
}

/** Which desks work in that channel. */
export async function desksIn(tx: Transaction, desks: readonly Desk[], channel: string): Promise<LostChannel[]> {
  const found: LostChannel[] = [];
  for (const desk of desks.filter(hasSetup)) {
    const { channels } = await storedDesk(tx, desk);
    found.push(...channels.filter(({ id }) => id === channel).map(({ label }) => ({ desk, label })));
  }
  return found;
}

export interface Departure {
  desk: Desk;
  /** Word keys of the desk. */
  roles: string[];
  staffed: boolean;
  tell: Person[];
}

/** Takes somebody who has left off all their desks, and says who should know. */
export async function dismiss(tx: Transaction, desks: readonly Desk[], personId: string): Promise<Departure[]> {
  const posts = await postsOf(tx, personId);
  const departures: Departure[] = [];
  for (const desk of desks.filter(hasSetup)) {
    const roles = posts.filter((post) => post.desk === desk.name).map(({ role }) => role);
    if (roles.length === 0) continue;
    for (const role of roles) await dismissFrom(tx, desk.name, role, personId);
    await desk.setup.changed?.(tx, 'system');
    departures.push(await departureFrom(tx, desk, roles));
    await tx.audit.record({
      actor: 'system',
      action: 'office.hub.dismiss',
      object: desk.name,
      detail: { personId, roles },
    });
  }
  return departures;
}

async function dismissFrom(tx: Transaction, desk: string, role: string, personId: string): Promise<void> {
  const members = (await tx.staff.of(desk)).filter((member) => member.role === role);
  await tx.staff.appoint(
    desk,
    role,
    members.map((member) => member.personId).filter((id) => id !== personId),
  );
}

async function departureFrom(tx: Transaction, desk: Desk, left: readonly string[]): Promise<Departure> {
  const staff = await tx.staff.of(desk.name);
  const roles = desk.setup?.roles ?? [];
  const leading = new Set(roles.filter(({ leads }) => leads).map(({ role }) => role));
  const admins = await tx.people.admins();
  const leads = await tx.people.many(staff.filter(({ role }) => leading.has(role)).map(({ personId }) => personId));
  const tell = new Map([...admins, ...leads].map((person) => [person.id, person]));
  return {
    desk,
    roles: roles.filter(({ role }) => left.includes(role)).map(({ label }) => label),
    staffed: staff.length > 0,
    tell: [...tell.values()],
  };
}
