import { Temporal } from '../../../../platform/time.js';
import { type Call, ringingOf } from '../call.js';
import type { Calls, Seen } from '../desk.js';
import { move } from './act.js';
import { reasonsAgainst } from './availability.js';

/** So many calls in one transaction: few enough that nobody who presses a button waits for long. */
export const AT_ONCE = 20;

/** Passes on what nobody took in time, as far as nobody else is at it. The clock may have stood still meanwhile. */
export async function passOnDue(desk: Calls, seen: Seen): Promise<boolean> {
  const calls = await desk.calls.many(await desk.due.holdRings(AT_ONCE));
  await knowEverybody(desk, calls, seen);
  for (const call of calls) {
    const ring = ringingOf(call);
    // Whoever was rung may have answered while this waited.
    if (!ring || Temporal.Instant.compare(ring.expiresAt, desk.now) > 0) continue;
    const detail = { personId: ring.personId };
    await move(desk, call, { deed: { act: 'timeOut' }, by: null, event: { kind: 'timedOut', detail }, seen });
  }
  return calls.length === AT_ONCE;
}

/** Looks up everybody who may be rung for one of these calls at once, rather than call by call. */
async function knowEverybody(desk: Calls, calls: readonly Call[], seen: Seen): Promise<void> {
  for (const rotationId of new Set(calls.map((call) => call.rotationId))) {
    const rotation = rotationId === null ? null : await desk.rotations.get(rotationId);
    const theirs = calls.filter((call) => call.rotationId === rotationId);
    await reasonsAgainst(
      desk,
      theirs.flatMap(({ queue, managers }) => [...queue, ...managers]),
      rotation,
      seen,
    );
  }
}
