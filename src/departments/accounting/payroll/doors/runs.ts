import type { OnAction, OnForm, Subcommand } from '../../../../platform/doors/doors.js';
import type { HoursSource } from '../../../../platform/hours.js';
import { runApproval } from '../approval.js';
import type { Room } from '../desk.js';
import { runDetailHandlers } from '../handlers/run-details.js';
import { runHandlers } from '../handlers/runs.js';
import { runIds } from '../run-ids.js';

/** The doors of pay runs. */
export function runDoors(room: Room, hours: HoursSource) {
  const runs = runHandlers(room);
  const details = runDetailHandlers(room);
  const subcommands: Subcommand[] = [
    { name: 'runs', aliases: ['state'], usage: 'usage.runs', run: runs.list },
    { name: 'run', aliases: ['stat'], shown: 'run 2026-11', usage: 'usage.run', opensForm: true, run: runs.begin },
  ];
  const forms: Record<string, OnForm> = {
    [runIds.form]: runs.compute,
    [runIds.peopleView]: details.search,
    [runIds.passForm]: details.pass,
  };
  const actions: Record<string, OnAction> = {
    [runIds.list]: runs.turnList,
    [runIds.open]: runs.open,
    [runIds.recompute]: runs.recompute,
    [runIds.submit]: runs.submit,
    [runIds.takeBack]: runs.takeBack,
    [runIds.markPaid]: runs.markPaid,
    [runIds.discard]: runs.discard,
    [runIds.people]: details.people,
    [runIds.peoplePage]: details.turnPeople,
    [runIds.slip]: details.slip,
    [runIds.why]: details.why,
    [runIds.findings]: details.findings,
    [runIds.findingsPage]: details.turnFindings,
    [runIds.pass]: details.askToPass,
  };
  return { subcommands, forms, actions, opensForm: [runIds.open], approvals: [runApproval(hours)] };
}
