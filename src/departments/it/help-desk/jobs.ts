import type { Job, JobRun, SeenChannels } from '../../../platform/doors/doors.js';
import type { Transaction } from '../../../platform/office.js';
import { type HelpDesk, openDesk } from './desk.js';
import type { Room } from './handlers/room.js';
import { channelsToLookAt, followChannel } from './service/channel.js';
import { followDepartures } from './service/departures.js';
import { eraseOutdated } from './service/erase.js';
import { closeResolved, forgetDrafts, remindRequesters, watchTargets } from './service/watch.js';
import { DESK } from './ticket.js';

const atDesk = (work: (desk: HelpDesk) => Promise<unknown>) => async (tx: Transaction) => {
  await work(await openDesk(tx));
};

/** What the desk does by the clock. Each looks for what is due now, so of the runs that were missed only one is made up. */
const atTheirTimes: readonly Job[] = [
  {
    name: `${DESK}.watch-targets`,
    when: { everyMinutes: 1 },
    catchUp: 'once',
    windowMinutes: 60,
    run: atDesk(watchTargets),
  },
  {
    name: `${DESK}.remind`,
    when: { everyMinutes: 10 },
    catchUp: 'once',
    windowMinutes: 600,
    run: atDesk(remindRequesters),
  },
  {
    name: `${DESK}.close`,
    when: { everyMinutes: 15 },
    catchUp: 'once',
    windowMinutes: 600,
    run: atDesk(closeResolved),
  },
  {
    name: `${DESK}.tidy`,
    when: { everyMinutes: 720 },
    catchUp: 'once',
    windowMinutes: 1440,
    run: atDesk(forgetDrafts),
  },
  {
    name: `${DESK}.erase`,
    when: { everyMinutes: 60 },
    catchUp: 'once',
    windowMinutes: 1440,
    run: atDesk(eraseOutdated),
  },
];

/** Makes up for events that never came, as when the office was stopped: at the start, and now and then. */
const catchUp = ({ office, desk }: Room): readonly Job[] => [
  {
    name: `${DESK}.follow-channels`,
    when: { everyMinutes: 15 },
    catchUp: 'once',
    windowMinutes: 60,
    async look(): Promise<SeenChannels> {
      const ids = await desk.look(async (at) => channelsToLookAt(at));
      return new Map(await Promise.all(ids.map(async (id) => [id, await office.workspace.channel(id)] as const)));
    },
    run: followChannels,
  },
  {
    name: `${DESK}.put-back`,
    when: { everyMinutes: 15 },
    catchUp: 'once',
    windowMinutes: 60,
    run: async (tx, { dueAt }) => followDepartures(await openDesk(tx), String(dueAt)),
  },
];

async function followChannels(tx: Transaction, { seen = new Map(), dueAt }: JobRun): Promise<void> {
  // Opened anew for each: what is lost has changed with the one before.
  for (const [id, channel] of seen) await followChannel(await openDesk(tx), id, channel, String(dueAt));
}

export const jobs = (room: Room): readonly Job[] => [...atTheirTimes, ...catchUp(room)];
