import type { Job } from '../doors/doors.js';
import { toDate } from '../time.js';

const KEPT_HOURS = 24;

/** Slack repeats a request within minutes, so after a day its key is of no more use. */
export const forgetOldIncoming: Job = {
  name: 'platform.forget-incoming',
  when: { everyMinutes: 60 },
  catchUp: 'once',
  windowMinutes: 24 * 60,
  run: async (tx, { now }) => {
    await tx.db.incoming.deleteMany({ where: { at: { lt: toDate(now.subtract({ hours: KEPT_HOURS })) } } });
  },
};
