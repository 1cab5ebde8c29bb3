import type { Job } from '../../../platform/doors/doors.js';
import { openDesk } from './desk.js';
import { DESK } from './feed.js';
import { postWhenDue, sendPersonal } from './service/edition.js';

const KEEP_DAYS = 90;

/** What the desk does by the clock. Feeds are read by a timer, since jobs don't wait for servers. */
export const jobs: readonly Job[] = [
  {
    name: `${DESK}.post`,
    when: { everyMinutes: 5 },
    catchUp: 'once',
    windowMinutes: 12 * 60,
    run: async (tx) => postWhenDue(await openDesk(tx)),
  },
  {
    name: `${DESK}.send-personal`,
    when: { everyMinutes: 5 },
    catchUp: 'once',
    windowMinutes: 12 * 60,
    run: async (tx) => sendPersonal(await openDesk(tx)),
  },
  {
    name: `${DESK}.forget`,
    when: { cron: '40 3 * * *', zone: 'UTC' },
    catchUp: 'once',
    windowMinutes: 24 * 60,
    run: async (tx) => {
      const at = await openDesk(tx);
      await at.stories.forget(at.now.subtract({ hours: 24 * KEEP_DAYS }));
    },
  },
];
