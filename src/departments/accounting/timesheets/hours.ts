import type { HoursSource } from '../../../platform/hours.js';
import { Temporal } from '../../../platform/time.js';
import { sheetsIn } from './store/sheets.js';
import { versionsIn } from './store/versions.js';

/** What payroll counts on: locked sheets, and which aren't. Handed to it where the desks are opened. */
export const timesheetHours: HoursSource = {
  locked: (db, { from, until }) => versionsIn(db, longAgo).lockedAmong({ first: from, last: until }),
  lockedAfter: (db, moment) => versionsIn(db, longAgo).lockedAfter(moment),

  /** Where nothing was begun, the whole of those days is missing. */
  async unfinished(db, { from, until }, personIds) {
    const sheets = await sheetsIn(db, longAgo).statesAmong({ first: from, last: until }, personIds);
    const begun = new Set(sheets.map(({ personId }) => personId));
    return [
      ...sheets
        .filter(({ lockedVersion }) => lockedVersion === null)
        .map(({ personId, first, last, state }) => ({ personId, first, last, state })),
      ...personIds
        .filter((id) => !begun.has(id))
        .map((personId) => ({ personId, first: from, last: until, state: 'missing' })),
    ];
  },
};

/** Nothing is written here, so no moment is needed. */
const longAgo = Temporal.Instant.fromEpochMilliseconds(0);
