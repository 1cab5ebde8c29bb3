import type { Desk } from '../../../platform/doors/doors.js';
import type { HoursSource } from '../../../platform/hours.js';
import type { Office } from '../../../platform/office.js';
import type { Words } from '../../../platform/words/define.js';
import { payrollCommand } from './commands.js';
import { atDesk, openDesk, type Room } from './desk.js';
import { amountDoors } from './doors/amounts.js';
import { fairDoors } from './doors/fair.js';
import { messageDoors } from './doors/messages.js';
import { peopleDoors } from './doors/people.js';
import { runDoors } from './doors/runs.js';
import { slipDoors } from './doors/slips.js';
import { costReport } from './report.js';
import { forget } from './service/forget.js';
import { followOffice } from './service/messages.js';
import { DESK } from './settings.js';
import { setup } from './setup.js';
import { words } from './words.js';

export { importFromFile } from './handlers/import-file.js';

/** Payroll: verified hours become a pay run, a second person approves it, and everybody hears of their own pay. */
export function payroll(office: Office, hours: HoursSource): Desk {
  const room: Room = { office, desk: atDesk(office, hours) };
  const [people, runs, slips] = [peopleDoors(room), runDoors(room, hours), slipDoors(room, hours)];
  const [messages, fair, amounts] = [messageDoors(room, hours), fairDoors(room), amountDoors(room)];
  return {
    name: DESK,
    words: words as Words,
    title: 'title',
    about: 'about',
    reports: [costReport],
    commands: [payrollCommand(room, [people, amounts, runs, slips, messages, fair])],
    forms: { ...people.forms, ...runs.forms, ...messages.forms, ...amounts.forms },
    actions: {
      ...people.actions,
      ...runs.actions,
      ...slips.actions,
      ...messages.actions,
      ...fair.actions,
      ...amounts.actions,
    },
    opensForm: [...people.opensForm, ...runs.opensForm],
    searches: amounts.searches,
    jobs: [...people.jobs, ...slips.jobs, ...messages.jobs],
    approvals: runs.approvals,
    documents: slips.documents,
    officeChanged: async (tx) => followOffice(await openDesk(tx, hours)),
    forget,
    setup,
  };
}
