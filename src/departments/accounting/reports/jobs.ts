import type { Job } from '../../../platform/doors/doors.js';
import { openDesk } from './desk.js';
import { DESK } from './ledger.js';
import type { Sources } from './service/sources.js';

/** What was told is kept so long: the same week of the year before, and one more. */
const KEEP_DAYS = 800;

export const jobsOf = (sources: Sources): readonly Job[] => [
  {
    name: `${DESK}.forget`,
    when: { cron: '50 3 * * *', zone: 'UTC' },
    catchUp: 'once',
    windowMinutes: 24 * 60,
    run: async (tx) => {
      const { drafts, runs, now } = await openDesk(tx, sources);
      await drafts.forgetOld();
      await runs.forgetOld(now.subtract({ hours: 24 * KEEP_DAYS }));
    },
  },
];
