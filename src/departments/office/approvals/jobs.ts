import type { ApprovalKind } from '../../../platform/approvals/approvals.js';
import type { Job } from '../../../platform/doors/doors.js';
import { DESK } from './ids.js';
import { followPeople, remindDeciders } from './service/watch.js';

/** What the queue does by the clock. Each looks for what is due now, so of the runs that were missed only one is made up. */
export const jobs = (kinds: readonly ApprovalKind[]): readonly Job[] => [
  {
    name: `${DESK}.remind`,
    when: { everyMinutes: 15 },
    catchUp: 'once',
    windowMinutes: 60,
    run: (tx) => remindDeciders(tx, kinds),
  },
  {
    name: `${DESK}.follow-people`,
    when: { everyMinutes: 15 },
    catchUp: 'once',
    windowMinutes: 60,
    run: (tx) => followPeople(tx, kinds),
  },
];
