import type { DeskSetup } from '../../../platform/doors/doors.js';

/** What `/backoffice setup` asks for this desk. */
export const setup: DeskSetup = {
  channels: [{ key: 'channel', label: 'setup.channel', hint: 'setup.channelHint' }],
  roles: [
    { role: 'keeper', label: 'setup.keepers', hint: 'setup.keepersHint', leads: true },
    { role: 'reader', label: 'setup.readers', hint: 'setup.readersHint' },
  ],
};
