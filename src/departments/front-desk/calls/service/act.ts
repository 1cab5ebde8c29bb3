import { type Call, type CallEvent, caseOf, DESK, ringingOf } from '../call.js';
import { type Calls, colleague, type Reading, type Seen } from '../desk.js';
import { followCall } from '../letters/cards.js';
import { tellOf } from '../letters/tell.js';
import { may, type Standing, standingsOf } from '../permissions.js';
import type { Reason } from '../rules/availability.js';
import { after, type Deed, type Line, type Step } from '../rules/line.js';
import { type Act, isOpen, isRinging, moves } from '../states.js';
import type { CallChanges } from '../store/calls.js';
import type { NewEvent } from '../store/history.js';
import { no } from '../words.js';
import { freeFor } from './order.js';

/** A call that is held, and what somebody is to it. */
export interface Begun {
  call: Call;
  standings: ReadonlySet<Standing>;
}

/**
 * Holds the call, and makes sure that this person may do this to it in the state that it is in now. Two people often press
 * together: whoever comes second waits here, and is then told what the first one did.
 */
export async function begin(desk: Calls, act: Act, number: number, by: string): Promise<Begun> {
  return consider(desk, act, by, number, await desk.calls.hold(number));
}

/** The same for somebody who has yet to write what they want to do: nobody waits meanwhile, so it is asked again then. */
export async function intend(desk: Reading, act: Act, number: number, by: string): Promise<Begun> {
  return consider(desk, act, by, number, await desk.calls.get(number));
}

async function consider(desk: Reading, act: Act, by: string, number: number, call: Call | null): Promise<Begun> {
  const standings = standingsOf(await colleague(desk, by), call ?? undefined);
  // Whether a call exists is nobody's business who may not see it.
  if (!call || !may('see', standings)) throw no('refused.unknown', { number });
  if (call.erasedAt) throw no('refused.erased', { number });
  if (!moves[act][call.state]) throw await stale(desk, call);
  if (!may(act, standings)) throw await refusal(desk, act, call);
  return { call, standings };
}

/** The act was possible when the button was drawn; now it says how things stand. */
export const stale = async (desk: Reading, call: Call) =>
  no(`stale.${call.state}`, { number: call.number, who: await nameOf(desk, call.ownerId) });

/** Whoever was rung earlier can't decline any more; of the others it is told who can do it. */
async function refusal(desk: Reading, act: Act, call: Call) {
  const rung = ringingOf(call)?.personId ?? null;
  const isForWhoIsRung = act === 'decline' || act === 'ask';
  const who = await nameOf(desk, isForWhoIsRung ? rung : act === 'decide' ? call.unhappyManagerId : call.ownerId);
  return no(isForWhoIsRung ? 'refused.notRung' : act === 'decide' ? 'refused.notManager' : 'refused.notOwner', {
    number: call.number,
    who,
  });
}

/** Refusals are also shown in forms, where a mention would not be readable. */
export async function nameOf({ people }: Pick<Reading, 'people'>, personId: string | null): Promise<string> {
  const person = personId && (await people.get(personId));
  return person ? person.name : (personId ?? '–');
}

export const lineOf = (call: Call): Line => ({
  state: call.state,
  ownerId: call.ownerId,
  takenById: call.takenById,
  rung: ringingOf(call)?.personId ?? null,
  queue: call.queue,
  managers: call.managers,
});

export interface Doing {
  deed: Deed;
  /** Null: the clock did it. */
  by: string | null;
  event: Omit<NewEvent, 'actorId'>;
  changes?: CallChanges;
  seen?: Seen;
}

/** Does what moves a call from state to state: lets the rules say what follows, writes it down and tells whom it concerns. */
export async function move(desk: Calls, call: Call, { deed, by, event, changes = {}, seen }: Doing): Promise<Call> {
  const asked = deed.act === 'redirect' ? { ...call, ...changes, queue: deed.queue, managers: deed.managers } : call;
  const asksOthers = deed.act === 'redirect' || deed.act === 'decline' || deed.act === 'timeOut';
  const { isFree, reasons } = asksOthers ? await freeFor(desk, asked, seen ?? new Map()) : nobodyElse;
  const step = after(lineOf(call), deed, isFree);
  if (!step) throw await stale(desk, call);
  await ringAnew(desk, call, step, { ...changes });
  const lines = await desk.history.addAll(call.number, [
    { ...event, actorId: by },
    ...passing(step, reasons),
    ...(step.state === 'held' && isRinging(call.state) ? [{ kind: 'held', actorId: null } as const] : []),
  ]);
  const changed = await desk.calls.change(call.number, { ...followed(desk, call, step), ...changes });
  await desk.audit.record({
    actor: by ?? 'system',
    action: `${DESK}.${deed.act}`,
    object: caseOf(call.number),
    detail: { from: call.state, to: changed.state, owner: changed.ownerId, rung: step.rung },
  });
  await followCall(desk, call, changed);
  for (const told of lines) await tellOf(desk, call, changed, told);
  return changed;
}

const nobodyElse = { isFree: () => false, reasons: new Map<string, Reason | null>() };

async function ringAnew(desk: Calls, call: Call, step: Step, changes: CallChanges): Promise<void> {
  const current = ringingOf(call);
  if (current && step.settled) await desk.calls.settleRing(current.id, step.settled);
  if (!current || step.settled === 'withdrawn') await noteTaker(desk, call, step);
  await startRing(desk, call.number, step, changes.ringSeconds ?? call.ringSeconds);
}

/** A manager is given longer: there is nobody after them. */
export async function startRing(
  desk: Calls,
  number: number,
  { rung, state }: Pick<Step, 'rung' | 'state'>,
  ordinary: number,
): Promise<void> {
  if (rung === null) return;
  const seconds = state === 'escalated' ? Math.max(desk.settings.managerSeconds, ordinary) : ordinary;
  await desk.calls.ring(number, rung, seconds);
}

/** Whoever was rung earlier and takes it after all, took it; so did whoever wasn't asked, and keeps their card from then on. */
async function noteTaker(desk: Calls, call: Call, { state, ownerId }: Step): Promise<void> {
  if (state !== 'accepted' && state !== 'promised') return;
  const last = call.rings.findLast(({ personId }) => personId === ownerId);
  if (last) await desk.calls.settleRing(last.id, state);
  else if (ownerId !== call.takenById) await desk.calls.noteTaken(call.number, ownerId, state);
}

/** What changes with the state. */
function followed({ now }: Calls, call: Call, { state, ownerId, queue, managers }: Step): CallChanges {
  const isFirst = call.acceptedAt === null && (state === 'accepted' || state === 'promised');
  return {
    ...{ state, ownerId, queue: [...queue], managers: [...managers] },
    ...(isFirst && { acceptedAt: now }),
    ...(isOpen(state) ? { finishedAt: null } : { finishedAt: now, remindAt: null }),
    ...(!isRinging(state) && { question: null }),
  };
}

/** Who was passed over and why, and who is rung now. */
export function passing(
  { skipped, rung, state }: Pick<Step, 'skipped' | 'rung' | 'state'>,
  reasons: ReadonlyMap<string, Reason | null>,
): NewEvent[] {
  const over = skipped.map((personId): NewEvent => {
    const detail = { personId, why: reasons.get(personId) ?? 'left' };
    return { kind: 'skipped', actorId: null, detail };
  });
  const asked: NewEvent[] =
    rung === null ? [] : [{ kind: 'rung', actorId: null, detail: { personId: rung, why: state } }];
  return [...over, ...asked];
}

export interface Kept {
  act: Act;
  by: string | null;
  event: { kind: CallEvent['kind']; text?: string; detail?: CallEvent['detail'] };
  changes?: CallChanges;
}

/** Writes down what leaves a call in its state, and tells whom it concerns. */
export async function keep(desk: Calls, call: Call, { act, by, event, changes = {} }: Kept): Promise<Call> {
  const line = await desk.history.add(call.number, { ...event, actorId: by });
  const changed = Object.keys(changes).length > 0 ? await desk.calls.change(call.number, changes) : call;
  await desk.audit.record({ actor: by ?? 'system', action: `${DESK}.${act}`, object: caseOf(call.number) });
  await followCall(desk, call, changed);
  await tellOf(desk, call, changed, line);
  return changed;
}
