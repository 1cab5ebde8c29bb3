import type { Audit } from '../../../platform/audit/audit.js';
import { isWorkingDay } from '../../../platform/calendar/working-days.js';
import type { Look, Office, Transaction } from '../../../platform/office.js';
import type { Outbox } from '../../../platform/outbox/outbox.js';
import { dayIn } from '../../../platform/people/days.js';
import type { People, Staff } from '../../../platform/people/person.js';
import { calendarOf, OFFICE, type OfficeSettings, officeSettings } from '../../../platform/settings/office-settings.js';
import type { Settings } from '../../../platform/settings/settings.js';
import type { Temporal } from '../../../platform/time.js';
import { DESK } from './complaint.js';
import { type ComplaintSettings, complaintSettings } from './settings.js';
import { complaintsIn } from './store/complaints.js';
import { entriesIn } from './store/entries.js';

/** What somebody who only looks something up may touch. */
export interface Reading {
  db: Transaction['db'];
  complaints: ReturnType<typeof complaintsIn>;
  entries: ReturnType<typeof entriesIn>;
  people: People;
  staff: Staff;
  settings: ComplaintSettings;
  office: OfficeSettings;
  now: Temporal.Instant;
}

/** What one piece of the desk's work may touch; all of it commits together or not at all. */
export interface Complaints extends Reading {
  outbox: Outbox;
  audit: Audit;
  keep: Settings;
}

export async function readingDesk(tx: Look): Promise<Reading> {
  const { db, seals, now, people, staff } = tx;
  return {
    ...{ db, complaints: complaintsIn({ db, seals }), entries: entriesIn({ db, seals }), people, staff, now },
    settings: await tx.settings.get(DESK, complaintSettings),
    office: await tx.settings.get(OFFICE, officeSettings),
  };
}

export const openDesk = async (tx: Transaction): Promise<Complaints> => ({
  ...(await readingDesk(tx)),
  ...{ outbox: tx.outbox, audit: tx.audit, keep: tx.settings },
});

/**
 * How handlers reach the desk. `work` is done once for each request, whose key is kept for a day; `workUnseen` keeps nothing of
 * the request, for whoever must not be found by it.
 */
export interface AtDesk {
  work<Done>(key: string, task: (desk: Complaints) => Promise<Done>): Promise<Done>;
  workUnseen<Done>(task: (desk: Complaints) => Promise<Done>): Promise<Done>;
  look<Seen>(task: (desk: Reading) => Promise<Seen>): Promise<Seen>;
}

export const atDesk = (office: Office): AtDesk => ({
  work: (key, task) => office.transact(async (tx) => task(await openDesk(tx)), { incoming: key }),
  workUnseen: (task) => office.transact(async (tx) => task(await openDesk(tx))),
  look: (task) => office.read(async (tx) => task(await readingDesk(tx))),
});

/** The office's day: the most exact time that is kept of a complaint. */
export const todayOf = ({ office, now }: Pick<Reading, 'office' | 'now'>): Temporal.PlainDate =>
  dayIn(office.timeZone, now);

/** Whether the office works on that day. */
export function workingDays({ office }: Pick<Reading, 'office'>): (day: Temporal.PlainDate) => boolean {
  const calendar = calendarOf(office);
  return (day) => isWorkingDay(calendar, day);
}
