import type { OnAction, Subcommand } from '../../../../platform/doors/doors.js';
import type { Room } from '../desk.js';
import { fairIds } from '../fair-ids.js';
import { fairHandlers } from '../handlers/fair.js';

/** The doors of the report on fair pay. */
export function fairDoors(room: Room) {
  const fair = fairHandlers(room);
  const subcommands: Subcommand[] = [
    {
      ...{ name: 'fair', aliases: ['echitate'], shown: 'fair 2026-11', usage: 'usage.fair' },
      ...{ opensForm: true, run: fair.open },
    },
  ];
  const actions: Record<string, OnAction> = { [fairIds.look]: fair.look, [fairIds.page]: fair.turn };
  return { subcommands, actions };
}
