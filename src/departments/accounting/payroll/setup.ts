import type { DeskSetup } from '../../../platform/doors/doors.js';

/** What `/backoffice setup` asks for this desk. Admins say who; they see no pay themselves. */
export const setup: DeskSetup = {
  channels: [],
  roles: [
    { role: 'officer', label: 'setup.officers', hint: 'setup.officersHint', leads: true },
    { role: 'approver', label: 'setup.approvers', hint: 'setup.approversHint' },
    { role: 'overseer', label: 'setup.overseers', hint: 'setup.overseersHint' },
  ],
};
