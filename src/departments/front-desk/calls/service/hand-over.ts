import type { Temporal } from '../../../../platform/time.js';
import { type Call, caseOf, DESK, type Urgency } from '../call.js';
import type { Calls, Seen } from '../desk.js';
import { followCall } from '../letters/cards.js';
import { tellOf } from '../letters/tell.js';
import { ringNext } from '../rules/line.js';
import type { Target } from '../rules/target.js';
import { passing, startRing } from './act.js';
import { freeFor, keptOf, orderToHandOver } from './order.js';
import { remindAt } from './promises.js';

/** A caller, and whom they are handed to. Texts are as people typed them. */
export interface NewCaller {
  target: Target;
  callerName: string;
  /** E.164. */
  callerNumber: string | null;
  company: string | null;
  reason: string;
  notes: string | null;
  urgency: Urgency;
  language: string | null;
  /** When somebody promised to call back. */
  promisedAt: Temporal.Instant | null;
  outsideId?: string;
}

/** Hands a caller on. Until somebody accepts, whoever does so answers for them. Null where it was handed on before. */
export async function handOver(desk: Calls, caller: NewCaller, by: string, seen: Seen): Promise<Call | null> {
  const { target, outsideId = null, ...told } = caller;
  const order = await orderToHandOver(desk, target, by, seen);
  const asked = keptOf(target, order);
  const { isFree, reasons } = await freeFor(desk, asked, seen);
  const first = ringNext(asked, isFree);
  const call = await desk.calls.add({
    ...{ ...told, ...asked, outsideId, remindAt: remindAt(desk, told.promisedAt) },
    ...{ state: first.state, ownerId: by, takenById: by, queue: [...first.queue], managers: [...first.managers] },
  });
  if (!call) return null;
  await startRing(desk, call.number, first, order.ringSeconds);
  const lines = await desk.history.addAll(call.number, [
    { kind: 'opened', actorId: by, detail: { target: asked.target } },
    ...passing(first, reasons),
    ...(first.rung === null ? [{ kind: 'held', actorId: null } as const] : []),
  ]);
  await desk.audit.record({
    actor: by,
    action: `${DESK}.open`,
    object: caseOf(call.number),
    detail: { to: first.state, target: target.kind, rung: first.rung },
  });
  const opened = (await desk.calls.get(call.number)) ?? call;
  await followCall(desk, null, opened);
  const held = lines.find(({ kind }) => kind === 'held');
  if (held) await tellOf(desk, opened, opened, held);
  return opened;
}
