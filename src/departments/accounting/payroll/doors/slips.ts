import type { OnAction, OnForm, Subcommand } from '../../../../platform/doors/doors.js';
import type { Room } from '../desk.js';

/** The doors of this part of the payroll. */
export const slipDoors = (_room: Room) => ({
  subcommands: [] as Subcommand[],
  forms: {} as Record<string, OnForm>,
  actions: {} as Record<string, OnAction>,
});
