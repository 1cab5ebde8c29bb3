import type { Audit } from '../../../platform/audit/audit.js';
import type { WorkCalendar } from '../../../platform/calendar/work-calendar.js';
import type { Look, Office, Transaction } from '../../../platform/office.js';
import type { Outbox } from '../../../platform/outbox/outbox.js';
import type { People, Staff } from '../../../platform/people/person.js';
import { calendarOf, OFFICE, officeSettings } from '../../../platform/settings/office-settings.js';
import type { Settings } from '../../../platform/settings/settings.js';
import type { Temporal } from '../../../platform/time.js';
import type { Language } from '../../../platform/words/words.js';
import type { Presence } from '../../../platform/workspace.js';
import { DESK } from './call.js';
import type { Reason } from './rules/availability.js';
import { countryIn } from './rules/numbers.js';
import { type CallSettings, callSettings } from './settings.js';
import { type Store, storeIn } from './store/store.js';

/** What Slack said of people's being there; whoever isn't in it is taken to be there. */
export type Seen = ReadonlyMap<string, Presence>;

/** What somebody who only looks something up may touch. */
export interface Reading extends Store {
  people: People;
  staff: Staff;
  settings: CallSettings;
  calendar: WorkCalendar;
  /** The office's language: of channels, and of whoever has none. */
  language: Language;
  /** In which country numbers without a prefix are, for somebody in that zone: the desk's own, theirs, or the office's. */
  countryFor(timeZone?: string): string;
  now: Temporal.Instant;
  /** Reasons against ringing people that were found already, by rotation: one piece of work asks again and again. */
  found: Map<string | null, Map<string, Reason | null>>;
}

/** What one piece of the desk's work may touch; all of it commits together or not at all. */
export interface Calls extends Reading {
  outbox: Outbox;
  audit: Audit;
  keep: Settings;
}

export async function readingDesk(tx: Look): Promise<Reading> {
  const { db, now, people, staff } = tx;
  const settings = await tx.settings.get(DESK, callSettings);
  const office = await tx.settings.get(OFFICE, officeSettings);
  const countryFor = (timeZone = office.timeZone) =>
    settings.country ?? countryIn(timeZone) ?? countryIn(office.timeZone) ?? NOWHERE;
  const { language } = office;
  return {
    ...storeIn(db, now),
    people,
    staff,
    settings,
    calendar: calendarOf(office),
    language,
    countryFor,
    now,
    found: new Map(),
  };
}

/** Where nothing is known: numbers then need their prefix, since hardly any is valid there by chance. */
const NOWHERE = 'US';

export const openDesk = async (tx: Transaction): Promise<Calls> => ({
  ...(await readingDesk(tx)),
  ...{ outbox: tx.outbox, audit: tx.audit, keep: tx.settings },
});

/** How handlers reach the desk: `work` changes things, once for each request; `look` only reads. */
export interface AtDesk {
  work<Done>(key: string | undefined, task: (desk: Calls) => Promise<Done>): Promise<Done>;
  look<Found>(task: (desk: Reading) => Promise<Found>): Promise<Found>;
}

export const atDesk = (office: Office): AtDesk => ({
  work: (key, task) =>
    office.transact(async (tx) => task(await openDesk(tx)), key === undefined ? {} : { incoming: key }),
  look: (task) => office.read(async (tx) => task(await readingDesk(tx))),
});

/** Which roles somebody holds here, found afresh. */
export const colleague = async (
  { staff }: Pick<Reading, 'staff'>,
  id: string,
): Promise<{ id: string; held: string[] }> => ({
  id,
  held: await staff.rolesOf(DESK, id),
});

export async function holdersOf({ staff }: Reading, role: 'front' | 'head'): Promise<string[]> {
  return (await staff.of(DESK)).filter((member) => member.role === role).map(({ personId }) => personId);
}
