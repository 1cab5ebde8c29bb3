import { Temporal } from '../../../../platform/time.js';
import type { Call } from '../call.js';
import type { Calls, Reading } from '../desk.js';
import { followCall } from '../letters/cards.js';
import { remindOwner, tellOf } from '../letters/tell.js';
import { no } from '../words.js';
import { begin, move } from './act.js';
import { managersOfCall } from './managers.js';

/** When the owner is reminded: somewhat before it is due, or when it is. */
export function remindAt({ settings, now }: Pick<Reading, 'settings' | 'now'>, promisedAt: Temporal.Instant | null) {
  if (!promisedAt) return null;
  const before = promisedAt.subtract({ minutes: settings.remindMinutes });
  return Temporal.Instant.compare(before, now) > 0 ? before : promisedAt;
}

const LATEST_DAYS = 366;

/** Refuses what has passed, and what is so far away that it can't be meant. */
export function checkPromise(now: Temporal.Instant, at: Temporal.Instant, field: string): void {
  if (Temporal.Instant.compare(at, now) <= 0) throw no('refused.past', {}, field);
  if (Temporal.Instant.compare(at, now.add({ hours: LATEST_DAYS * 24 })) > 0) throw no('refused.tooFar', {}, field);
}

/** Somebody will call back: the caller is theirs from then on. */
export async function promise(desk: Calls, number: number, by: string, at: Temporal.Instant): Promise<Call> {
  const { call } = await begin(desk, 'promise', number, by);
  checkPromise(desk.now, at, 'words');
  return move(desk, call, {
    deed: { act: 'promise', by },
    by,
    event: { kind: 'promised', detail: { at: at.toString() } },
    changes: { promisedAt: at, remindAt: remindAt(desk, at), missedAt: null },
  });
}

/** Reminds of a promise, or says that nobody kept it: then the manager is told too. */
export async function watchPromise(desk: Calls, call: Call): Promise<void> {
  const { promisedAt } = call;
  if (!promisedAt) return void (await desk.calls.change(call.number, { remindAt: null }));
  const missedAt = promisedAt.add({ minutes: desk.settings.missedMinutes });
  if (Temporal.Instant.compare(desk.now, missedAt) < 0) {
    await remindOwner(desk, call, promisedAt);
    await desk.calls.change(call.number, { remindAt: missedAt });
    return;
  }
  const changed = await desk.calls.change(call.number, { remindAt: null, missedAt: desk.now });
  const personIds = (await managersOfCall(desk, call)).slice(0, 1);
  const event = await desk.history.add(call.number, { kind: 'missed', actorId: null, detail: { personIds } });
  await followCall(desk, call, changed);
  await tellOf(desk, call, changed, event);
}
