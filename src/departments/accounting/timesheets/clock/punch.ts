import { Temporal } from '../../../../platform/time.js';
import { type ClockStore, FORGOTTEN_AFTER, type Stint } from './stint.js';

export interface Press {
  personId: string;
  now: Temporal.Instant;
}

/** What a press led to. `forgotten` is a stint of which the person has to say when it really ended. */
export type Punched =
  | { outcome: 'in' | 'back' | 'switched' | 'onBreak'; stint: Stint; forgotten: Stint | null }
  | { outcome: 'out'; stint: Stint }
  | { outcome: 'alreadyIn' | 'alreadyOnBreak'; stint: Stint }
  | { outcome: 'notIn' }
  | { outcome: 'askWhen'; forgotten: Stint };

/**
 * Comes in, or back from a break; whoever is in already and names another project goes over to that. After a day on which
 * nobody pressed "out", the new one begins all the same.
 */
export async function clockIn(store: ClockStore, press: Press & { projectId?: string | null }): Promise<Punched> {
  const { personId, projectId } = press;
  const { open, forgotten, at } = await settle(store, press);
  const begin = (project: string | null) => store.start({ personId, projectId: project, kind: 'work', startedAt: at });
  if (!open) return { outcome: 'in', stint: await begin(projectId ?? null), forgotten };
  const isBack = open.kind === 'break';
  if (!isBack && (projectId === undefined || projectId === open.projectId))
    return { outcome: 'alreadyIn', stint: open };
  await store.end(open.id, 'person', at);
  const stint = await begin(projectId === undefined ? open.projectId : projectId);
  return { outcome: isBack ? 'back' : 'switched', stint, forgotten };
}

/** Goes home, also from a break. Whoever forgot to on another day is asked when that was. */
export async function clockOut(store: ClockStore, press: Press): Promise<Punched> {
  const { open, forgotten, at } = await settle(store, press);
  if (forgotten) return { outcome: 'askWhen', forgotten };
  if (!open) return { outcome: 'notIn' };
  return { outcome: 'out', stint: await store.end(open.id, 'person', at) };
}

export async function startBreak(store: ClockStore, press: Press): Promise<Punched> {
  const { open, forgotten, at } = await settle(store, press);
  if (forgotten) return { outcome: 'askWhen', forgotten };
  if (!open) return { outcome: 'notIn' };
  if (open.kind === 'break') return { outcome: 'alreadyOnBreak', stint: open };
  await store.end(open.id, 'person', at);
  const { personId, projectId } = open;
  const stint = await store.start({ personId, projectId, kind: 'break', startedAt: at });
  return { outcome: 'onBreak', stint, forgotten: null };
}

/** Stints of anybody that have gone on for too long: each is returned once, for its person to be asked. */
export const forgetOpen = (store: ClockStore, now: Temporal.Instant): Promise<Stint[]> =>
  store.forget({ startedBy: now.subtract(FORGOTTEN_AFTER) }, now);

async function settle(store: ClockStore, { personId, now }: Press) {
  await store.hold(personId);
  const [forgotten = null] = await store.forget({ startedBy: now.subtract(FORGOTTEN_AFTER), personId }, now);
  const last = await store.lastMomentOf(personId);
  // Two computers' clocks differ by a little; nobody leaves before they came.
  const at = last && Temporal.Instant.compare(last, now) > 0 ? last : now;
  return { open: await store.openOf(personId), forgotten, at };
}
