import type { DeskSetup } from '../../../platform/doors/doors.js';

/** What `/backoffice setup` asks for this desk. */
export const setup: Omit<DeskSetup, 'more'> = {
  channels: [{ key: 'channel', label: 'setup.channel', hint: 'setup.channelHint' }],
  roles: [{ role: 'editor', label: 'setup.editors', hint: 'setup.editorsHint', leads: true }],
};
