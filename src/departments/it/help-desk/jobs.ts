import type { Job } from '../../../platform/doors/doors.js';
import type { Transaction } from '../../../platform/office.js';
import { type HelpDesk, openDesk } from './desk.js';
import { closeResolved, forgetDrafts, remindRequesters, watchTargets } from './service/watch.js';
import { DESK } from './ticket.js';

const atDesk = (work: (desk: HelpDesk) => Promise<unknown>) => async (tx: Transaction) => {
  await work(await openDesk(tx));
};

/** What the desk does by the clock. Each looks for what is due now, so of the runs that were missed only one is made up. */
export const jobs: readonly Job[] = [
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
];
