import type { DeskSetup } from '../../../platform/doors/doors.js';
import { openDesk, readingDesk } from './desk.js';
import { regainTriage } from './service/channel.js';
import { putBackOfFormerStaff } from './service/departures.js';
import { catchUpOnCards } from './service/set-up.js';

/** What `/backoffice setup` asks for this desk. */
export const setup: DeskSetup = {
  channels: [{ key: 'triage', label: 'setup.triage', hint: 'setup.triageHint' }],
  roles: [
    { role: 'technician', label: 'setup.technicians', hint: 'setup.techniciansHint' },
    { role: 'lead', label: 'setup.leads', hint: 'setup.leadsHint', leads: true },
  ],
  ownChannels: async (look) => {
    const { queues } = await readingDesk(look);
    return queues.others.map(({ name, channel }) => ({ name, id: channel, chosenWith: '/ithelp queues' }));
  },
  changed: async (tx, by) => {
    const desk = await openDesk(tx);
    await putBackOfFormerStaff(desk);
    // An admin can only choose a channel that the bot is in: if it was out of reach, it no longer is.
    const { triage } = desk.settings;
    if (by !== 'system' && triage && desk.lost.has(triage)) await regainTriage(desk, triage);
    else await catchUpOnCards(desk);
  },
};
