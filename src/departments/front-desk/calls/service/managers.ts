import type { Call } from '../call.js';
import { holdersOf, type Reading } from '../desk.js';

/** To whom a call is taken that goes wrong: the rotation's manager, the owner's, the desk's heads. Whoever has left isn't in it. */
export async function managersOfCall(desk: Reading, call: Pick<Call, 'rotationId' | 'ownerId'>): Promise<string[]> {
  const rotation = call.rotationId === null ? null : await desk.rotations.get(call.rotationId);
  const owner = await desk.people.get(call.ownerId);
  const ids = [rotation?.managerId, owner?.managerId, ...(await holdersOf(desk, 'head'))];
  const named = [...new Set(ids.filter((id): id is string => Boolean(id) && id !== call.ownerId))];
  const here = new Set(
    (await desk.people.many(named)).filter(({ deactivatedAt }) => deactivatedAt === null).map(({ id }) => id),
  );
  return named.filter((id) => here.has(id));
}
