import type { DeskSetup } from '../../../platform/doors/doors.js';
import { openDesk } from './desk.js';
import { tellOfStaff } from './letters/staff.js';

/** What `/backoffice setup` asks for this desk. Admins say who; they see no complaints themselves. */
export const setup: Omit<DeskSetup, 'more'> = {
  channels: [],
  roles: [
    { role: 'handler', label: 'setup.handlers', hint: 'setup.handlersHint' },
    { role: 'head', label: 'setup.heads', hint: 'setup.headsHint', leads: true },
    { role: 'auditor', label: 'setup.auditors', hint: 'setup.auditorsHint' },
    { role: 'management', label: 'setup.management', hint: 'setup.managementHint' },
  ],
  changed: async (tx, by) => tellOfStaff(await openDesk(tx), by),
};
