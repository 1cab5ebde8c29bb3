import { isAllowed, type Permissions } from '../../../platform/permissions.js';
import { askedOf, type Call, ringingOf } from './call.js';
import type { Act } from './states.js';

export const roles = ['front', 'head'] as const;
export type Role = (typeof roles)[number];

/**
 * What somebody is to a call. `taker` took it from the caller; `owner` answers for the caller now; `rung` is asked just now,
 * `asked` was asked earlier; `manager` is whom an unhappy client was taken to.
 */
export type Standing = Role | 'taker' | 'owner' | 'rung' | 'asked' | 'helper' | 'manager';

export type Right = Act | 'see' | 'seeAll' | 'seeStatistics' | 'keepRotations' | 'keepSettings' | 'erase';

const ownSide: readonly Standing[] = ['taker', 'owner', 'front', 'head'];
const everybody: readonly Standing[] = [...ownSide, 'rung', 'asked', 'helper', 'manager'];

export const permissions: Permissions<Right, Standing> = {
  see: everybody,
  accept: ['rung', 'asked', 'manager', 'front', 'head'],
  decline: ['rung'],
  timeOut: [],
  promise: ['rung', 'asked', ...ownSide, 'manager'],
  giveBack: ['owner'],
  redirect: ownSide,
  takeOver: ['taker', 'front', 'head', 'manager'],
  finish: ownSide,
  lose: ownSide,
  reopen: ownSide,
  ask: ['rung'],
  answer: ownSide,
  note: everybody,
  join: ['owner', 'front', 'head'],
  complain: everybody,
  decide: ['manager', 'head'],
  seeAll: ['front', 'head'],
  seeStatistics: ['front', 'head'],
  keepRotations: ['head'],
  keepSettings: ['head'],
  erase: ['head'],
};

export const may = (right: Right, standings: ReadonlySet<Standing>): boolean =>
  isAllowed(permissions, right, standings);

/** Found afresh for each request; without a call: what somebody is to the desk. */
export function standingsOf({ id, held }: { id: string; held: readonly string[] }, call?: Call): Set<Standing> {
  const standings = new Set<Standing>(roles.filter((role) => held.includes(role)));
  if (!call) return standings;
  if (call.takenById === id) standings.add('taker');
  if (call.ownerId === id) standings.add('owner');
  if (ringingOf(call)?.personId === id) standings.add('rung');
  if (askedOf(call).includes(id)) standings.add('asked');
  if (call.helpers.includes(id)) standings.add('helper');
  if (call.unhappyManagerId === id) standings.add('manager');
  return standings;
}
