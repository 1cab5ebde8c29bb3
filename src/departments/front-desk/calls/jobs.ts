import type { Job } from '../../../platform/doors/doors.js';
import { DESK } from './call.js';
import { openDesk } from './desk.js';
import { takeInOrphans } from './service/departures.js';
import { eraseOutdated } from './service/erase.js';
import { handOverShifts } from './service/summary.js';

const EVERY_MINUTES = 5;

/** What the desk does by the clock; what is due to the second is in `timers.ts`. */
export const jobs: readonly Job[] = [
  {
    name: `${DESK}.hand-over-shifts`,
    when: { everyMinutes: EVERY_MINUTES },
    // Each stretch of five minutes tells of the shifts that ended in it.
    catchUp: 'all',
    windowMinutes: 60,
    run: async (tx, { dueAt }) => handOverShifts(await openDesk(tx), dueAt.subtract({ minutes: EVERY_MINUTES }), dueAt),
  },
  {
    name: `${DESK}.take-in-orphans`,
    when: { everyMinutes: 1 },
    catchUp: 'once',
    windowMinutes: 24 * 60,
    run: async (tx) => takeInOrphans(await openDesk(tx)),
  },
  {
    name: `${DESK}.erase`,
    when: { everyMinutes: 60 },
    catchUp: 'once',
    windowMinutes: 24 * 60,
    run: async (tx) => eraseOutdated(await openDesk(tx)),
  },
];
