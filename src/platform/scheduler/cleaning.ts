import type { Job } from '../doors/doors.js';
import { toDate } from '../time.js';

const KEPT_DAYS = 35;

/** Cursors keep what is old from running again; occurrences are kept to see what happened. */
export const forgetOldOccurrences: Job = {
  name: 'platform.forget-occurrences',
  when: { cron: '47 3 * * *', zone: 'UTC' },
  catchUp: 'once',
  windowMinutes: 24 * 60,
  async run({ db }, { now }) {
    await db.occurrence.deleteMany({ where: { ranAt: { lt: toDate(now.subtract({ hours: 24 * KEPT_DAYS })) } } });
  },
};
