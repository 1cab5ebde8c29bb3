import type { Job } from '../../../platform/doors/doors.js';
import type { Transaction } from '../../../platform/office.js';
import { DESK } from './complaint.js';
import { type Complaints, openDesk } from './desk.js';
import { announceEarlier } from './service/announce.js';
import { eraseDue } from './service/retention.js';
import { watchDeadlines } from './service/watch.js';

/** Each looks for what is due by the office's day, so of the runs that were missed only one is made up. */
const hourly = (name: string, work: (desk: Complaints) => Promise<unknown>): Job => ({
  name: `${DESK}.${name}`,
  when: { everyMinutes: 60 },
  catchUp: 'once',
  windowMinutes: 24 * 60,
  run: async (tx: Transaction) => {
    const desk = await openDesk(tx);
    // Nobody is written to at night.
    const { hour } = tx.now.toZonedDateTimeISO(desk.office.timeZone);
    if (hour >= FROM_HOUR && hour < UNTIL_HOUR) await work(desk);
  },
});

const FROM_HOUR = 8;
const UNTIL_HOUR = 18;

/** What the desk does by the clock. */
export const jobs: readonly Job[] = [
  hourly('announce', announceEarlier),
  hourly('watch-deadlines', watchDeadlines),
  hourly('erase', eraseDue),
];
