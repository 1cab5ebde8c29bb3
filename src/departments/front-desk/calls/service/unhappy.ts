import { addWorkingMinutes } from '../../../../platform/calendar/working-time.js';
import type { Temporal } from '../../../../platform/time.js';
import { type Call, caseOf, DESK } from '../call.js';
import { type Calls, holdersOf } from '../desk.js';
import { followCall } from '../letters/cards.js';
import { tellOf } from '../letters/tell.js';
import { no } from '../words.js';
import { begin, keep } from './act.js';

/** An unhappy client is taken to a manager, who has so much working time to say what the front desk answers. */
export async function complain(
  desk: Calls,
  by: string,
  number: number,
  { text, managerId }: { text: string; managerId: string },
): Promise<Call> {
  const { call } = await begin(desk, 'complain', number, by);
  if (call.unhappyAt && !call.decidedAt) throw no('refused.escalated', { number });
  const manager = await desk.people.get(managerId);
  if (!manager || manager.isBot || manager.deactivatedAt) throw no('refused.notHere', {}, 'person');
  return keep(desk, call, {
    ...{ act: 'complain', by },
    event: { kind: 'unhappy', text, detail: { personId: managerId } },
    changes: {
      ...{ unhappyAt: desk.now, unhappyManagerId: managerId, unhappyDueAt: dueAfter(desk) },
      ...{ unhappyLateAt: null, decision: null, decidedById: null, decidedAt: null },
    },
  });
}

/** An office that is never open has no working time: then the clock on the wall counts. */
function dueAfter({ calendar, settings, now }: Calls): Temporal.Instant {
  if (Object.keys(calendar.hours).length === 0) return now.add({ minutes: settings.unhappyMinutes });
  return addWorkingMinutes(calendar, now, settings.unhappyMinutes);
}

export async function decide(desk: Calls, by: string, number: number, text: string): Promise<Call> {
  const { call } = await begin(desk, 'decide', number, by);
  if (!call.unhappyAt) throw no('refused.notUnhappy', { number });
  const changes = { decision: text, decidedById: by, decidedAt: desk.now, unhappyDueAt: null };
  return keep(desk, call, { act: 'decide', by, event: { kind: 'decided', text }, changes });
}

/** Nobody decided in time: the manager is told once more, and the desk's heads. */
export async function watchUnhappy(desk: Calls, call: Call): Promise<void> {
  const changed = await desk.calls.change(call.number, { unhappyLateAt: desk.now });
  const personIds = await holdersOf(desk, 'head');
  const event = await desk.history.add(call.number, { kind: 'unhappyLate', actorId: null, detail: { personIds } });
  await desk.audit.record({ actor: 'system', action: `${DESK}.unhappyLate`, object: caseOf(call.number) });
  await followCall(desk, call, changed);
  await tellOf(desk, call, changed, event);
}
