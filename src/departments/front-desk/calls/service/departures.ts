import { askedOf, type Call, caseOf, DESK } from '../call.js';
import { type Calls, holdersOf } from '../desk.js';
import { followCall } from '../letters/cards.js';
import { tellOf } from '../letters/tell.js';

const AT_ONCE = 50;

/** Calls of people who have left the company go back to the front desk: nothing is ever nobody's. */
export async function takeInOrphans(desk: Calls): Promise<void> {
  for (const call of await desk.calls.holdFree(await desk.due.orphans(AT_ONCE))) await takeIn(desk, call);
}

async function takeIn(desk: Calls, call: Call): Promise<void> {
  const [heir] = await heirsOf(desk, call);
  if (!heir || heir === call.ownerId) return;
  const state = call.state === 'accepted' || call.state === 'promised' ? 'held' : call.state;
  const isNew = heir !== call.takenById && !askedOf(call).includes(heir);
  if (isNew) await desk.calls.noteTaken(call.number, heir, 'withdrawn');
  const changed = await desk.calls.change(call.number, { ownerId: heir, state });
  const detail = { personId: call.ownerId };
  const event = await desk.history.add(call.number, { kind: 'orphaned', actorId: null, detail });
  await desk.audit.record({
    ...{ actor: 'system', action: `${DESK}.orphaned`, object: caseOf(call.number) },
    detail: { from: call.ownerId, to: heir },
  });
  await followCall(desk, call, changed);
  await tellOf(desk, call, changed, event);
}

/** Whoever took the call, else the front desk, its heads, and at last an admin. */
async function heirsOf(desk: Calls, call: Call): Promise<string[]> {
  const admins = (await desk.people.admins()).map(({ id }) => id);
  const ids = [call.takenById, ...(await holdersOf(desk, 'front')), ...(await holdersOf(desk, 'head')), ...admins];
  const here = new Set(
    (await desk.people.many(ids)).filter(({ deactivatedAt }) => deactivatedAt === null).map(({ id }) => id),
  );
  return ids.filter((id) => here.has(id));
}
