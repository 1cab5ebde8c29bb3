import type { DeskSetup } from '../../../platform/doors/doors.js';

/** What `/backoffice setup` asks for this desk. */
export const setup: DeskSetup = {
  channels: [],
  roles: [{ role: 'accountant', label: 'setup.accountants', hint: 'setup.accountantsHint', leads: true }],
};
