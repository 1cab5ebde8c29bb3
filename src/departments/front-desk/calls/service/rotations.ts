import { dateAt } from '../../../../platform/calendar/wall-clock.js';
import { Temporal } from '../../../../platform/time.js';
import { DESK } from '../call.js';
import { type Calls, colleague, type Reading, type Seen } from '../desk.js';
import { tellSwap, tellSwapAnswer } from '../letters/swaps.js';
import { may, standingsOf } from '../permissions.js';
import type { Reason } from '../rules/availability.js';
import { readShifts } from '../rules/shift-text.js';
import { onDuty, type Turn, turnsBetween } from '../rules/shifts.js';
import type { NewRotation, Rotation, SwapRequest } from '../store/rotations.js';
import { no } from '../words.js';
import { reasonsAgainst } from './availability.js';

/** The desk's heads keep rotations; a rotation's own manager keeps that one. */
export async function mayKeep(desk: Reading, by: string, rotation: Rotation | null): Promise<boolean> {
  return rotation?.managerId === by || may('keepRotations', standingsOf(await colleague(desk, by)));
}

export async function rotationToKeep(desk: Reading, by: string, id: string | null): Promise<Rotation | null> {
  const rotation = id === null ? null : await desk.rotations.get(id);
  if (id !== null && !rotation) throw no('refused.noRotation');
  if (!(await mayKeep(desk, by, rotation))) throw no('refused.notKeeper');
  return rotation;
}

export async function keepRotation(desk: Calls, by: string, id: string | null, rotation: NewRotation): Promise<string> {
  await rotationToKeep(desk, by, id);
  const namesake = await desk.rotations.named(rotation.name);
  if (namesake && namesake.id !== id) throw no('refused.nameTaken', { name: rotation.name }, 'name');
  const kept = id ?? (await desk.rotations.add(rotation));
  if (id !== null) await desk.rotations.change(id, rotation);
  await desk.audit.record({ actor: by, action: `${DESK}.rotation`, object: `${DESK}/rotation/${kept}` });
  return kept;
}

/** Calls that are with it ring on; new ones can't be handed to it any more. */
export async function removeRotation(desk: Calls, by: string, id: string): Promise<void> {
  await rotationToKeep(desk, by, id);
  await desk.rotations.remove(id);
  await desk.audit.record({ actor: by, action: `${DESK}.rotationRemoved`, object: `${DESK}/rotation/${id}` });
}

/** By member the weekly shifts as they were typed. */
export async function keepShifts(
  desk: Calls,
  by: string,
  id: string,
  typed: ReadonlyMap<string, string>,
): Promise<void> {
  const rotation = await rotationToKeep(desk, by, id);
  for (const [personId, text] of typed) {
    if (!rotation?.members.includes(personId)) continue;
    const shifts = readShifts(text);
    if ('unread' in shifts) throw no('refused.shifts', { text: shifts.unread }, `shifts-${personId}`);
    await desk.rotations.setShifts(id, personId, shifts);
  }
  await desk.audit.record({ actor: by, action: `${DESK}.shifts`, object: `${DESK}/rotation/${id}` });
}

/** Who takes calls now, and who next. */
export interface Duty {
  rotation: Rotation;
  now: { personId: string; reason: Reason | null }[];
  /** The next turns that begin, as far as the rotation has shifts. */
  next: Turn[];
  mayKeep: boolean;
}

const NEXT_DAYS = 8;
const NEXT_SHOWN = 5;

export async function readDuty(desk: Reading, by: string, seen: Seen): Promise<Duty[]> {
  const duties: Duty[] = [];
  for (const rotation of await desk.rotations.all()) {
    const on = onDuty(rotation, desk.calendar, desk.now);
    const reasons = await reasonsAgainst(desk, on, rotation, seen);
    const today = dateAt(desk.now, desk.calendar.timeZone);
    const next = turnsBetween(rotation, desk.calendar, today, today.add({ days: NEXT_DAYS }))
      .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, desk.now) > 0)
      .slice(0, NEXT_SHOWN);
    const now = on.map((personId) => ({ personId, reason: reasons.get(personId) ?? null }));
    duties.push({ rotation, now, next, mayKeep: await mayKeep(desk, by, rotation) });
  }
  return duties;
}

export const membersOnDuty = async (desk: Reading): Promise<string[]> => [
  ...new Set((await desk.rotations.all()).flatMap((rotation) => onDuty(rotation, desk.calendar, desk.now))),
];

/** One turn as a form offers it: `rotation/day/from`. */
export const turnKey = (rotationId: string, { day, from }: Pick<Turn, 'day' | 'from'>): string =>
  `${rotationId}/${day}/${from}`;

const SWAP_DAYS = 35;

/** The turns of one person, and of the colleagues with whom they could swap, in the next weeks. */
export async function turnsToSwap(desk: Reading, by: string): Promise<{ rotation: Rotation; turn: Turn }[]> {
  const today = dateAt(desk.now, desk.calendar.timeZone);
  return (await desk.rotations.all())
    .filter(({ members }) => members.includes(by))
    .flatMap((rotation) =>
      turnsBetween(rotation, desk.calendar, today, today.add({ days: SWAP_DAYS }))
        .filter(({ startsAt }) => Temporal.Instant.compare(startsAt, desk.now) > 0)
        .map((turn) => ({ rotation, turn })),
    );
}

/** Asks a colleague to take over a turn, perhaps for one of theirs. They must agree. */
export async function askSwap(
  desk: Calls,
  by: string,
  wish: { turn: string; toId: string; back: string | null },
): Promise<SwapRequest> {
  const turns = await turnsToSwap(desk, by);
  const find = (key: string) => turns.find(({ rotation, turn }) => turnKey(rotation.id, turn) === key);
  const own = find(wish.turn);
  if (own?.turn.personId !== by) throw no('refused.notYourTurn', {}, 'turn');
  const { rotation, turn } = own;
  const colleagueThere = await desk.people.get(wish.toId);
  if (wish.toId === by || !colleagueThere || colleagueThere.isBot || colleagueThere.deactivatedAt) {
    throw no('refused.notHere', {}, 'person');
  }
  const back = wish.back === null ? null : find(wish.back);
  if (wish.back !== null && (back?.turn.personId !== wish.toId || back.rotation.id !== rotation.id)) {
    throw no('refused.notTheirTurn', { name: colleagueThere.name }, 'back');
  }
  const request = await desk.rotations.askSwap({
    ...{ rotationId: rotation.id, fromId: by, toId: wish.toId, day: turn.day, from: turn.from },
    ...{ backDay: back?.turn.day ?? null, backFrom: back?.turn.from ?? null },
  });
  await tellSwap(desk, request, rotation, turn, back?.turn ?? null);
  return request;
}

/** The colleague agrees or not; whoever asked may take it back before that. */
export async function answerSwap(desk: Calls, by: string, id: string, isAgreed: boolean): Promise<SwapRequest> {
  const swap = await desk.rotations.holdSwap(id);
  if (!swap || (swap.toId !== by && swap.fromId !== by)) throw no('refused.noSwap');
  if (swap.state !== 'asked') throw no(`refused.swap.${swap.state}`);
  if (swap.fromId === by && isAgreed) throw no('refused.noSwap');
  const state = swap.fromId === by ? 'withdrawn' : isAgreed ? 'accepted' : 'declined';
  await desk.rotations.settleSwap(id, state);
  await desk.audit.record({ actor: by, action: `${DESK}.swap`, object: `${DESK}/swap/${id}`, detail: { state } });
  const settled = { ...swap, state } as const;
  await tellSwapAnswer(desk, settled);
  return settled;
}
