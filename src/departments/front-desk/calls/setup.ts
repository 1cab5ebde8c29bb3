import type { DeskSetup } from '../../../platform/doors/doors.js';
import { readingDesk } from './desk.js';

/** What `/backoffice setup` asks for this desk. */
export const setup: Omit<DeskSetup, 'more'> = {
  channels: [{ key: 'channel', label: 'setup.channel', hint: 'setup.channelHint' }],
  roles: [
    { role: 'front', label: 'setup.front', hint: 'setup.frontHint' },
    { role: 'head', label: 'setup.heads', hint: 'setup.headsHint', leads: true },
  ],
  /** Rotations have channels of their own. */
  ownChannels: async (look) => {
    const { rotations } = await readingDesk(look);
    return (await rotations.all()).flatMap(({ name, channel }) =>
      channel ? [{ name, id: channel, chosenWith: '/handoff rotation' }] : [],
    );
  },
};
