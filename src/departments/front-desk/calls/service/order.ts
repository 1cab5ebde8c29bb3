import { type Calls, holdersOf, type Reading, type Seen } from '../desk.js';
import { type AskedAs, canBeRung, type Reason } from '../rules/availability.js';
import type { IsFree } from '../rules/line.js';
import { readTarget, type Target, targetText } from '../rules/target.js';
import type { Rotation } from '../store/rotations.js';
import { no } from '../words.js';
import { reasonsAgainst } from './availability.js';

/** One who would be asked, and why perhaps not. */
export interface Turn {
  personId: string;
  as: AskedAs;
  reason: Reason | null;
  /** Whether they are asked, as things stand. */
  isRung: boolean;
}

export interface Order {
  rotation: Rotation | null;
  turns: Turn[];
  ringSeconds: number;
}

/** What a call keeps of it: whom it was handed to, and who is asked in turn. */
export function keptOf(target: Target, { rotation, turns, ringSeconds }: Order) {
  const ids = (isManager: boolean) =>
    turns.filter(({ as }) => (as === 'manager') === isManager).map(({ personId }) => personId);
  return {
    ...{ target: targetText(target), rotationId: rotation?.id ?? null, ringSeconds },
    ...{ queue: ids(false), managers: ids(true) },
  };
}

/** Whom a target means, in the order in which they are asked, and who is asked at last. Never whoever hands the caller on. */
export async function orderFor(desk: Reading, target: Target, by: string, seen: Seen): Promise<Order> {
  const { rotation, members } = await membersOf(desk, target);
  const queue = members.filter((id) => id !== by);
  const managers = (await managersOf(desk, target, rotation)).filter((id) => id !== by && !queue.includes(id));
  const reasons = await reasonsAgainst(desk, [...queue, ...managers], rotation, seen);
  const turn = (personId: string, as: AskedAs): Turn => {
    const reason = reasons.get(personId) ?? null;
    return { personId, as, reason, isRung: canBeRung(reason, as) };
  };
  return {
    rotation,
    turns: [...queue.map((id) => turn(id, askedAs(target, id))), ...managers.map((id) => turn(id, 'manager'))],
    ringSeconds: rotation?.ringSeconds ?? desk.settings.ringSeconds,
  };
}

const askedAs = (target: Target | null, id: string): AskedAs =>
  target?.kind === 'person' && target.value === id ? 'named' : 'inTurn';

async function membersOf(
  desk: Reading,
  { kind, value }: Target,
): Promise<{ rotation: Rotation | null; members: string[] }> {
  if (kind === 'person') {
    const rotation = (await desk.rotations.all()).find(({ members }) => members.includes(value)) ?? null;
    return { rotation, members: [value, ...following(rotation?.members ?? [], value)] };
  }
  if (kind === 'rotation') {
    const rotation = await desk.rotations.get(value);
    return { rotation, members: await longestWaiting(desk, [...(rotation?.members ?? []), ...swappedIn(rotation)]) };
  }
  const members = await (kind === 'skill' ? desk.takers.withSkill(value) : desk.takers.speaking(value));
  return { rotation: null, members: await longestWaiting(desk, members) };
}

/** Colleagues who took over a shift of a rotation that they don't belong to. */
const swappedIn = (rotation: Rotation | null): string[] =>
  (rotation?.swaps ?? []).map(({ toId }) => toId).filter((id) => !rotation?.members.includes(id));

/** Around the circle, beginning after that one. */
function following(members: readonly string[], id: string): string[] {
  const place = members.indexOf(id);
  return [...members.slice(place + 1), ...members.slice(0, Math.max(place, 0))];
}

/** Whoever took a call longest ago comes first; of those who never did, in the order given. */
async function longestWaiting({ calls }: Reading, ids: readonly string[]): Promise<string[]> {
  const distinct = [...new Set(ids)];
  const last = await calls.lastTaken(distinct);
  return distinct.sort((one, other) => (last.get(one) ?? 0) - (last.get(other) ?? 0));
}

/** Who is asked when nobody else takes a call: the rotation's manager, or whoever that person reports to, then the desk's heads. */
async function managersOf(desk: Reading, target: Target, rotation: Rotation | null): Promise<string[]> {
  const own = target.kind === 'person' ? ((await desk.people.get(target.value))?.managerId ?? null) : null;
  const first = rotation?.managerId ?? own;
  return [...new Set([...(first ? [first] : []), ...(await holdersOf(desk, 'head'))])];
}

/** The same for handing on: refuses whoever can't be meant. */
export async function orderToHandOver(desk: Reading, target: Target, by: string, seen: Seen): Promise<Order> {
  if (target.kind === 'person') {
    if (target.value === by) throw no('refused.self', {}, 'person');
    const person = await desk.people.get(target.value);
    if (!person || person.isBot || person.deactivatedAt) throw no('refused.notHere', {}, 'person');
  }
  const order = await orderFor(desk, target, by, seen);
  if (order.turns.length === 0) throw no('refused.nobody', {}, 'group');
  return order;
}

/** Whom Slack is asked about before a caller is handed on: it isn't asked within a transaction. */
export async function candidatesFor(desk: Reading, target: Target, by: string): Promise<string[]> {
  return (await orderFor(desk, target, by, new Map())).turns.map(({ personId }) => personId);
}

/** Who of those still to be asked can be rung now. */
export async function freeFor(
  desk: Calls,
  call: { target: string; rotationId: string | null; queue: readonly string[]; managers: readonly string[] },
  seen: Seen,
): Promise<{ isFree: IsFree; reasons: ReadonlyMap<string, Reason | null> }> {
  const rotation = call.rotationId === null ? null : await desk.rotations.get(call.rotationId);
  const reasons = await reasonsAgainst(desk, [...call.queue, ...call.managers], rotation, seen);
  const target = readTarget(call.target);
  const isFree: IsFree = (id, asManager) =>
    canBeRung(reasons.get(id) ?? null, asManager ? 'manager' : askedAs(target, id));
  return { isFree, reasons };
}
