import type { OnAction, Subcommand } from '../../../../platform/doors/doors.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import type { Room } from '../desk.js';
import { drawSlip, slipHandlers } from '../handlers/slips.js';
import { SLIP, slipIds } from '../slip-ids.js';

/** The doors of payslips. */
export function slipDoors(room: Room) {
  const slips = slipHandlers(room);
  const subcommands: Subcommand[] = [
    { name: 'slips', aliases: ['fluturasi'], usage: 'usage.slips', opensForm: true, run: slips.open },
  ];
  const actions: Record<string, OnAction> = { [slipIds.send]: slips.send, [slipIds.again]: slips.again };
  const documents: Record<string, DocumentSource> = { [SLIP]: drawSlip };
  return { subcommands, actions, documents };
}
