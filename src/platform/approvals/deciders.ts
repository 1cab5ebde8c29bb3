import type { Temporal } from '../time.js';
import type { Approval, Look } from './approvals.js';
import { delegationsIn } from './delegations.js';

/** Why somebody may not decide: what a refusal says. */
export type Bar = 'own' | 'barred' | 'stranger';

/**
 * Whether somebody may decide: as one of the deciders, or standing in for one on these days. Whoever asked never does, nor
 * whoever prepared it, whomever they stand in for.
 */
export function mayDecide(
  { requesterId, barredIds, deciderIds }: Pick<Approval, 'requesterId' | 'barredIds' | 'deciderIds'>,
  by: string,
  standsInFor: readonly string[],
): { actingFor: string | null } | Bar {
  if (by === requesterId) return 'own';
  if (barredIds.includes(by)) return 'barred';
  if (deciderIds.includes(by)) return { actingFor: null };
  const principal = deciderIds.find((id) => standsInFor.includes(id));
  return principal === undefined ? 'stranger' : { actingFor: principal };
}

/**
 * Who decides on what somebody asks: their manager; who is away and has nobody standing in is joined by their own manager.
 * Without a manager who works here, those given instead. Never the person themselves, however the lines run.
 */
export async function approversOf(look: Look, personId: string, fallback: readonly string[]): Promise<string[]> {
  const chain = await managersOf(look, personId);
  const found: string[] = [];
  for (const manager of chain) {
    found.push(manager);
    if (!(await isAlone(look, manager))) break;
  }
  if (found.length > 0) return found;
  const people = await look.people.many(fallback.filter((id) => id !== personId));
  return people.filter(({ deactivatedAt }) => deactivatedAt === null).map(({ id }) => id);
}

/** Away, with nobody standing in. */
async function isAlone({ db, people, now }: Look, id: string): Promise<boolean> {
  if (!(await people.awayAmong([id], now)).has(id)) return false;
  return (await delegationsIn(db).standInsOf([id], now)).size === 0;
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
  const standIns = [...(await delegationsIn(look.db).standInsOf(approval.deciderIds, at)).values()].flat();
  const people = await look.people.many([...approval.deciderIds, ...standIns]);
  return people
    .filter(({ id, deactivatedAt }) => deactivatedAt === null && !isBarred(approval, id))
    .map(({ id }) => id);
}

export const isBarred = ({ requesterId, barredIds }: Approval, id: string): boolean =>
  id === requesterId || barredIds.includes(id);
