import { delegationsIn } from '../../../../platform/approvals/delegations.js';
import type { Person } from '../../../../platform/people/person.js';
import { type Complaint, DESK } from '../complaint.js';
import type { Reading } from '../desk.js';
import { may, type Right, type Standing } from '../permissions.js';
import { no } from '../words.js';

/** Who has to do with one complaint. */
export interface Access {
  /** Who handles it, or may take it over. */
  handlers: ReadonlySet<string>;
  /** For whom it doesn't exist. */
  keptOut: ReadonlySet<string>;
}

/**
 * Handlers by role and whoever was asked besides, without those who are named, who stand in for them at the moment, who were
 * excluded, who withdrew, and whoever complained.
 */
export async function accessTo(desk: Reading, complaints: readonly Complaint[]): Promise<Map<string, Access>> {
  const staff = await desk.staff.of(DESK);
  const byRole = staff.filter(({ role }) => role === 'handler' || role === 'head').map(({ personId }) => personId);
  const granted = complaints.flatMap(({ parties }) => parties.grantedIds);
  const active = await activeAmong(desk, [...byRole, ...granted]);
  const named = complaints.flatMap(({ parties }) => namedIn(parties));
  const standIns = await delegationsIn(desk.db).standInsOf([...new Set(named)], desk.now);
  return new Map(
    complaints.map(({ id, parties }) => {
      const deputies = namedIn(parties).flatMap((person) => standIns.get(person) ?? []);
      const keptOut = new Set([...parties.exclusions.map((one) => one.id), ...deputies]);
      const possible = [...byRole, ...parties.grantedIds].filter((person) => active.has(person));
      const handlers = possible.filter((person) => !keptOut.has(person) && person !== parties.reporterId);
      return [id, { handlers: new Set(handlers), keptOut }];
    }),
  );
}

const namedIn = ({ exclusions }: Complaint['parties']): string[] =>
  exclusions.flatMap(({ id, why }) => (why === 'named' ? [id] : []));

async function activeAmong({ people }: Reading, ids: readonly string[]): Promise<Set<string>> {
  const known = await people.many([...new Set(ids)]);
  return new Set(known.flatMap(({ id, deactivatedAt }) => (deactivatedAt === null ? [id] : [])));
}

/** What somebody with these roles at the desk is to a complaint. Whoever is kept out of it is nothing to it. */
function standingsIn(roles: readonly string[], id: string, complaint?: Complaint, access?: Access): Set<Standing> {
  const isReporter = complaint?.parties.reporterId === id;
  if (access?.keptOut.has(id)) return new Set(isReporter ? ['reporter'] : []);
  return new Set<Standing>([
    ...(['head', 'auditor', 'management'] as const).filter((role) => roles.includes(role)),
    ...(access?.handlers.has(id) ? (['handler'] as const) : []),
    ...(isReporter ? (['reporter'] as const) : []),
  ]);
}

export interface Found {
  complaint: Complaint;
  access: Access;
}

/**
 * All that somebody may do this with. Everything is read and opened for everybody, so that how long it takes tells nobody
 * whether there is something that they may not see.
 */
export async function complaintsFor(desk: Reading, by: string, right: Right): Promise<Found[]> {
  const all = await desk.complaints.all();
  const access = await accessTo(desk, all);
  const roles = await desk.staff.rolesOf(DESK, by);
  const found: Found[] = [];
  for (const complaint of all) {
    const its = access.get(complaint.id);
    if (!its) continue;
    const standings = standingsIn(roles, by, complaint, its);
    const isKnown = complaint.isAnnounced || standings.has('reporter');
    if (isKnown && may(right, standings)) found.push({ complaint, access: its });
  }
  return found;
}

/** One of them, by its reference or id, which are claims. What isn't there and what isn't theirs are told alike. */
export async function complaintFor(desk: Reading, by: string, right: Right, name: string): Promise<Found> {
  const found = (await complaintsFor(desk, by, right)).find(
    ({ complaint: { id, reference } }) => id === name || reference === name,
  );
  if (!found) throw no('refused.noCase');
  return found;
}

/** Refuses whoever hasn't the right at the desk at all. */
export async function require(desk: Reading, right: Right, by: string): Promise<void> {
  if (!(await isAllowedTo(desk, right, by))) throw no('refused.noRight');
}

export const isAllowedTo = async ({ staff }: Pick<Reading, 'staff'>, right: Right, by: string): Promise<boolean> =>
  may(right, standingsIn(await staff.rolesOf(DESK, by), by));

/** Whether somebody is of those who handle complaints, so that the list is theirs to open, empty or not. */
export async function isHandler(desk: Reading, { id }: Pick<Person, 'id'>): Promise<boolean> {
  const roles = await desk.staff.rolesOf(DESK, id);
  return roles.includes('handler') || roles.includes('head');
}

/** Who can be asked where no handler is left: null, where there is nobody. */
export async function lastResort(desk: Reading, complaint: Pick<Complaint, 'parties'>): Promise<string | null> {
  const { topManager } = desk.settings;
  if (topManager === null || complaint.parties.reporterId === topManager) return null;
  const isOut = complaint.parties.exclusions.some(({ id }) => id === topManager);
  return isOut || !(await activeAmong(desk, [topManager])).has(topManager) ? null : topManager;
}
