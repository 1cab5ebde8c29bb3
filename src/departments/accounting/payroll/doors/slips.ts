import type { Job, OnAction, Subcommand } from '../../../../platform/doors/doors.js';
import type { HoursSource } from '../../../../platform/hours.js';
import type { DocumentSource } from '../../../../platform/outbox/documents.js';
import { openDesk, type Room } from '../desk.js';
import { drawSlip, slipHandlers } from '../handlers/slips.js';
import { followSendings } from '../service/report-sending.js';
import { DESK } from '../settings.js';
import { SLIP, slipIds } from '../slip-ids.js';

/** The doors of payslips. */
export function slipDoors(room: Room, hours: HoursSource) {
  const slips = slipHandlers(room);
  const subcommands: Subcommand[] = [
    { name: 'slips', aliases: ['fluturasi'], usage: 'usage.slips', opensForm: true, run: slips.open },
  ];
  const actions: Record<string, OnAction> = {
    [slipIds.send]: slips.send,
    [slipIds.again]: slips.again,
    [slipIds.pause]: slips.pause,
    [slipIds.resend]: slips.resend,
  };
  const documents: Record<string, DocumentSource> = { [SLIP]: drawSlip };
  const jobs: readonly Job[] = [
    {
      ...{ name: `${DESK}.follow-sendings`, when: { everyMinutes: 1 }, catchUp: 'once', windowMinutes: 60 },
      run: async (tx) => followSendings(await openDesk(tx, hours)),
    },
  ];
  return { subcommands, actions, documents, jobs };
}
