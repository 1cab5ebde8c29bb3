import { folded } from '../../../../platform/words/folded.js';
import { type Calls, holdersOf, type Reading, type Seen } from '../desk.js';
import { numberText, readNumber } from '../rules/numbers.js';
import type { Ringing } from '../rules/twilio.js';
import { words } from '../words.js';
import { reasonsAgainst } from './availability.js';
import { handOver } from './hand-over.js';
import { candidatesFor } from './order.js';

export interface Plan {
  rotationId: string;
  ownerId: string;
  ids: string[];
}

/** To whom a call of the telephone system goes, and who owns it until somebody accepts: of the front desk whoever is there, else its first. */
export async function planFor(desk: Reading, wanted: string | null): Promise<Plan | null> {
  const rotations = await desk.rotations.all();
  const rotation = wanted === null ? rotations[0] : rotations.find(({ name }) => folded(name) === folded(wanted));
  const staff = [...(await holdersOf(desk, 'front')), ...(await holdersOf(desk, 'head'))];
  const reasons = await reasonsAgainst(desk, staff, null, new Map());
  const here = staff.filter((id) => reasons.get(id) !== 'left');
  const ownerId = here.find((id) => reasons.get(id) === null) ?? here[0];
  if (!rotation || !ownerId) return null;
  return { rotationId: rotation.id, ownerId, ids: await candidatesFor(desk, targetOf(rotation.id), ownerId) };
}

const targetOf = (value: string) => ({ kind: 'rotation' as const, value });

/** Hands it over, unless that was done before. */
export async function takeUp(desk: Calls, plan: Plan, ringing: Ringing, seen: Seen): Promise<void> {
  if (await desk.calls.madeFrom(ringing.id)) return;
  const owner = await desk.people.get(plan.ownerId);
  const say = words.in(owner?.language ?? desk.language);
  const number = readNumber(ringing.from, desk.countryFor());
  const known = number ? (await desk.calls.from(number, 1))[0] : undefined;
  const reason = ringing.to ? say.plain('hook.reasonTo', { to: numberText(ringing.to) }) : say.plain('hook.reason');
  await handOver(
    desk,
    {
      ...{ target: targetOf(plan.rotationId), callerNumber: number, reason, notes: null, promisedAt: null },
      ...{ callerName: ringing.callerName || (known?.callerName ?? ''), company: known?.company ?? null },
      ...{ urgency: 'normal', language: known?.language ?? null, outsideId: ringing.id },
    },
    plan.ownerId,
    seen,
  );
}
