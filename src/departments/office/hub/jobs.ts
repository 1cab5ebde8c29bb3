import type { Job } from '../../../platform/doors/doors.js';
import type { Reception } from './handlers/reception.js';
import { HUB } from './ids.js';
import { seeOffThoseGone } from './service/departures.js';

/** What the hub looks after by the clock, besides its troubles. */
export const jobs = ({ desks }: Reception): readonly Job[] => [
  {
    name: `${HUB}.see-off`,
    when: { everyMinutes: 15 },
    catchUp: 'once',
    windowMinutes: 60,
    run: (tx, { dueAt }) => seeOffThoseGone(tx, desks, String(dueAt)),
  },
];
