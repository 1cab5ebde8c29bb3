import type { Look } from '../office.js';
import type { Temporal } from '../time.js';
import type { Approval } from './approvals.js';
import { delegationsIn } from './delegations.js';

/** Why somebody may not decide: what a refusal says. */
export type Bar = 'own' | 'barred' | 'stranger';

type Duties = Pick<Approval, 'requesterId' | 'barredIds' | 'deciderIds'>;

/**
 * Whether somebody may decide: as one of the deciders, or standing in for one on these days. Whoever asked never does, nor
 * whoever prepared it, whomever they stand in for; and who may not decide can lend nobody the right to.
 */
export function mayDecide(
  approval: Duties,
  by: string,
  standsInFor: readonly string[],
): { actingFor: string | null } | Bar {
  if (by === approval.requesterId) return 'own';
  if (approval.barredIds.includes(by)) return 'barred';
  const deciders = freeDeciders(approval);
  if (deciders.includes(by)) return { actingFor: null };
  const principal = deciders.find((id) => standsInFor.includes(id));
  return principal === undefined ? 'stranger' : { actingFor: principal };
}

/** Of the deciders, those who may. */
export const freeDeciders = (approval: Duties): string[] => approval.deciderIds.filter((id) => !isBarred(approval, id));

/**
 * Who decides on what somebody asks: their manager; who is away and has nobody standing in is joined by their own manager.
 * Without a manager who works here, those given instead. Never the person themselves, however the lines run.
 */
export async function approversOf(look: Look, personId: string, fallback: readonly string[]): Promise<string[]> {
  const chain = await managersOf(look, personId);
  const found: string[] = [];
  for (const manager of chain) {
    found.push(manager);
    if (await isRepresented(look, manager, [personId])) return found;
  }
  // All of the managers are away, or there is none.
  const people = await look.people.many(fallback.filter((id) => id !== personId));
  const others = people.filter(({ deactivatedAt, isBot }) => deactivatedAt === null && !isBot).map(({ id }) => id);
  return [...new Set([...found, ...others])];
}

/** Here today, or somebody who is stands in for them and may decide. */
async function isRepresented({ db, people, now }: Look, id: string, barred: readonly string[]): Promise<boolean> {
  if (!(await people.awayAmong([id], now)).has(id)) return true;
  const standIns = (await delegationsIn(db).standInsOf([id], now)).get(id) ?? [];
  const away = await people.awayAmong(standIns, now);
  return standIns.some((standIn) => !away.has(standIn) && !barred.includes(standIn));
}

/**
 * Who decides now that people have left or gone away: those asked who still work here and, where none of them can be
 * reached today, whom the desk names as well. As it was where nobody is found: a right is never guessed.
 */
export async function decidersToday(
  look: Look,
  approval: Approval,
  named: () => Promise<string[]>,
): Promise<readonly string[]> {
  const barred = [approval.requesterId, ...approval.barredIds];
  const here = (await look.people.many(approval.deciderIds)).filter(({ deactivatedAt }) => deactivatedAt === null);
  const staying = approval.deciderIds.filter((id) => here.some((person) => person.id === id));
  for (const id of freeDeciders({ ...approval, deciderIds: staying })) {
    if (await isRepresented(look, id, barred)) return staying;
  }
  const deciders = [...new Set([...staying, ...(await named())])];
  return deciders.length > 0 ? deciders : approval.deciderIds;
}

/** Upwards, nearest first, of those who work here. Lines that run in a circle end where they began. */
async function managersOf({ people }: Look, personId: string): Promise<string[]> {
  const seen = new Set([personId]);
  const chain: string[] = [];
  let next = (await people.get(personId))?.managerId ?? null;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const manager = await people.get(next);
    if (manager && manager.deactivatedAt === null && !manager.isBot) chain.push(manager.id);
    next = manager?.managerId ?? null;
  }
  return chain;
}

/** Who gets a card: every decider, and those who stand in for one today, but nobody who may not decide. */
export async function audienceOf(look: Look, approval: Approval, at: Temporal.Instant): Promise<string[]> {
  const deciders = freeDeciders(approval);
  const standIns = [...(await delegationsIn(look.db).standInsOf(deciders, at)).values()].flat();
  const people = await look.people.many([...deciders, ...standIns]);
  return people
    .filter(({ id, deactivatedAt }) => deactivatedAt === null && !isBarred(approval, id))
    .map(({ id }) => id);
}

export const isBarred = ({ requesterId, barredIds }: Omit<Duties, 'deciderIds'>, id: string): boolean =>
  id === requesterId || barredIds.includes(id);
