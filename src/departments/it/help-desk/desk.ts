import type { Audit } from '../../../platform/audit/audit.js';
import type { WorkCalendar } from '../../../platform/calendar/work-calendar.js';
import type { Ask } from '../../../platform/database/ask.js';
import type { Asked, Look, Office, Transaction } from '../../../platform/office.js';
import type { Outbox } from '../../../platform/outbox/outbox.js';
import type { People, Staff } from '../../../platform/people/person.js';
import { calendarOf, OFFICE, officeSettings } from '../../../platform/settings/office-settings.js';
import type { Settings } from '../../../platform/settings/settings.js';
import type { Temporal } from '../../../platform/time.js';
import type { Language } from '../../../platform/words/words.js';
import type { Colleague } from './permissions.js';
import { type Queues, queuesWith } from './queues.js';
import { type HelpDeskSettings, helpDeskSettings, TRIAGE, triageFate } from './settings.js';
import { type Store, storeIn } from './store/store.js';
import { DESK } from './ticket.js';

/** What somebody who only looks something up may touch. */
export interface Reading extends Store {
  ask: Ask;
  people: People;
  staff: Staff;
  settings: HelpDeskSettings;
  calendar: WorkCalendar;
  /** The language that the queues' channels read. */
  language: Language;
  queues: Queues;
  /** Channels of queues that are out of reach. */
  lost: ReadonlySet<string>;
  now: Temporal.Instant;
}

/** What one piece of the desk's work may touch; all of it commits together or not at all. */
export interface HelpDesk extends Reading {
  outbox: Outbox;
  audit: Audit;
  keep: Settings;
}

export async function readingDesk(tx: Look): Promise<Reading> {
  const { db, ask, now, people, staff } = tx;
  const store = storeIn(db, now, ask);
  const [settings, ownQueues] = await ask(
    () => tx.settings.get(DESK, helpDeskSettings),
    () => store.queueList.all(),
  );
  const office = await tx.settings.get(OFFICE, officeSettings);
  const fate = await tx.settings.get(TRIAGE, triageFate);
  const [queues, lost] = [queuesWith(settings.triage, ownQueues), new Set(fate.lost)];
  const { language } = office;
  return { ...store, ask, people, staff, settings, calendar: calendarOf(office), language, queues, lost, now };
}

export const openDesk = async (tx: Transaction): Promise<HelpDesk> => ({
  ...(await readingDesk(tx)),
  outbox: tx.outbox,
  audit: tx.audit,
  keep: tx.settings,
});

/** How handlers reach the desk: `work` changes things, once for each request; `look` only reads. */
export interface AtDesk {
  work<Done>(key: string | undefined, task: (desk: HelpDesk) => Promise<Done>): Promise<Done>;
  /** The same for what many people may ask for at the same moment: done together, in one transaction. */
  together<Item, Done>(
    task: (desk: HelpDesk, asked: readonly Asked<Item>[]) => Promise<readonly Done[]>,
  ): (key: string, item: Item) => Promise<Done>;
  look<Seen>(task: (desk: Reading) => Promise<Seen>): Promise<Seen>;
}

export const atDesk = (office: Office): AtDesk => ({
  work: (key, task) =>
    office.transact(async (tx) => task(await openDesk(tx)), key === undefined ? {} : { incoming: key }),
  together: (task) => {
    const ask = office.together(async (tx, asked: Parameters<typeof task>[1]) => task(await openDesk(tx), asked));
    return (key, item) => ask(item, { incoming: key });
  },
  look: (task) => office.read(async (tx) => task(await readingDesk(tx))),
});

/** Who somebody is at the desk, found afresh. Whom Slack hasn't told us of yet has no standing here. */
export async function colleague(
  { ask, people, staff }: Pick<Look, 'ask' | 'people' | 'staff'>,
  id: string,
): Promise<Colleague> {
  const [roles, person] = await ask(
    () => staff.rolesOf(DESK, id),
    () => people.get(id),
  );
  return { id, roles, isAdmin: person?.isAdmin ?? false };
}
