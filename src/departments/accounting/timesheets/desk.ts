import type { Audit } from '../../../platform/audit/audit.js';
import type { WorkCalendar } from '../../../platform/calendar/work-calendar.js';
import type { Ask } from '../../../platform/database/ask.js';
import type { Look, Office, Transaction } from '../../../platform/office.js';
import type { Outbox } from '../../../platform/outbox/outbox.js';
import { dayIn } from '../../../platform/people/days.js';
import type { People, Person, Staff } from '../../../platform/people/person.js';
import { calendarOf, OFFICE, type OfficeSettings, officeSettings } from '../../../platform/settings/office-settings.js';
import type { Settings } from '../../../platform/settings/settings.js';
import type { Temporal } from '../../../platform/time.js';
import { may, type Right, type Standing } from './permissions.js';
import { settingsKey, type TimesheetSettings, timesheetSettings } from './settings.js';
import { DESK } from './sheet.js';
import { projectsIn } from './store/projects.js';
import { sheetsIn } from './store/sheets.js';
import { versionsIn } from './store/versions.js';
import { no } from './words.js';

/** What somebody who only looks something up may touch. */
export interface Reading {
  db: Transaction['db'];
  ask: Ask;
  sheets: ReturnType<typeof sheetsIn>;
  projects: ReturnType<typeof projectsIn>;
  versions: ReturnType<typeof versionsIn>;
  people: People;
  staff: Staff;
  settings: TimesheetSettings;
  office: OfficeSettings;
  calendar: WorkCalendar;
  now: Temporal.Instant;
}

/** What one piece of the desk's work may touch; all of it commits together or not at all. */
export interface Timesheets extends Reading {
  outbox: Outbox;
  audit: Audit;
  keep: Settings;
  /** For what the platform does on the desk's behalf: approvals. */
  tx: Transaction;
}

export async function readingDesk(tx: Look): Promise<Reading> {
  const { db, ask, now, people, staff } = tx;
  const settings = await tx.settings.get(settingsKey, timesheetSettings);
  const office = await tx.settings.get(OFFICE, officeSettings);
  const store = { sheets: sheetsIn(db, now), projects: projectsIn(db, now), versions: versionsIn(db, now) };
  return { db, ask, ...store, people, staff, settings, office, calendar: calendarOf(office), now };
}

export const openDesk = async (tx: Transaction): Promise<Timesheets> => ({
  ...(await readingDesk(tx)),
  outbox: tx.outbox,
  audit: tx.audit,
  keep: tx.settings,
  tx,
});

/** How handlers reach the desk: `work` changes things, once for each request; `look` only reads. */
export interface AtDesk {
  work<Done>(key: string | undefined, task: (desk: Timesheets) => Promise<Done>): Promise<Done>;
  look<Seen>(task: (desk: Reading) => Promise<Seen>): Promise<Seen>;
}

export const atDesk = (office: Office): AtDesk => ({
  work: (key, task) =>
    office.transact(async (tx) => task(await openDesk(tx)), key === undefined ? {} : { incoming: key }),
  look: (task) => office.read(async (tx) => task(await readingDesk(tx))),
});

/** What somebody is to the hours of `owner`. */
export async function standingsOf(
  { people, staff }: Pick<Look, 'people' | 'staff'>,
  id: string,
  owner: string,
): Promise<Set<Standing>> {
  const roles = await staff.rolesOf(DESK, id);
  const isManager = id !== owner && (await people.get(owner))?.managerId === id;
  return new Set<Standing>([
    ...(id === owner ? (['owner'] as const) : []),
    ...(isManager ? (['manager'] as const) : []),
    ...(roles.includes('accountant') ? (['accountant'] as const) : []),
  ]);
}

export async function require(desk: Reading, right: Right, id: string, owner: string = id): Promise<void> {
  if (!may(right, await standingsOf(desk, id, owner))) throw no('refused.notYours');
}

/** Somebody whom Slack has told us of. */
export async function personCalled({ people }: Reading, id: string): Promise<Person> {
  const person = await people.get(id);
  if (!person) throw no('refused.nobody');
  return person;
}

export const todayOf = (person: Person, now: Temporal.Instant): Temporal.PlainDate => dayIn(person.timeZone, now);

export const isHoliday =
  ({ calendar }: Reading) =>
  (day: Temporal.PlainDate): boolean =>
    calendar.holidays.has(day.toString());
