import type { Job } from '../../../platform/doors/doors.js';
import type { Reception } from './handlers/reception.js';
import { HUB } from './ids.js';
import { seeOffThoseGone } from './service/departures.js';
import { forgetTheRest } from './service/forget.js';
import { postSeal } from './service/seal.js';

/** What the hub looks after by the clock, besides its troubles. */
export const jobs = ({ desks }: Reception): readonly Job[] => [
  {
    name: `${HUB}.see-off`,
    when: { everyMinutes: 15 },
    catchUp: 'once',
    windowMinutes: 60,
    run: (tx, { dueAt }) => seeOffThoseGone(tx, desks, String(dueAt)),
  },
  {
    name: `${HUB}.forget-the-rest`,
    when: { cron: '40 3 * * *', zone: 'UTC' },
    catchUp: 'once',
    windowMinutes: 24 * 60,
    run: (tx) => forgetTheRest(tx, desks),
  },
  {
    name: `${HUB}.seal`,
    when: { cron: '0 17 * * *', zone: 'UTC' },
    catchUp: 'once',
    windowMinutes: 24 * 60,
    run: postSeal,
  },
];
