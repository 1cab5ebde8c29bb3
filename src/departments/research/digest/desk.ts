import type { Audit } from '../../../platform/audit/audit.js';
import type { Ask } from '../../../platform/database/ask.js';
import type { Look, Office, Transaction } from '../../../platform/office.js';
import type { Outbox } from '../../../platform/outbox/outbox.js';
import { dayIn } from '../../../platform/people/days.js';
import type { People, Staff } from '../../../platform/people/person.js';
import { OFFICE, type OfficeSettings, officeSettings } from '../../../platform/settings/office-settings.js';
import type { Settings } from '../../../platform/settings/settings.js';
import type { Temporal } from '../../../platform/time.js';
import { DESK } from './feed.js';
import type { KnownStories } from './rules/known-stories.js';
import { type DigestSettings, digestSettings } from './settings.js';
import { editionsIn } from './store/editions.js';
import { feedsIn } from './store/feeds.js';
import { marketsIn } from './store/markets.js';
import { readersIn } from './store/readers.js';
import { storiesIn } from './store/stories.js';

/** What somebody who only looks something up may touch. */
export interface Reading {
  feeds: ReturnType<typeof feedsIn>;
  stories: ReturnType<typeof storiesIn>;
  readers: ReturnType<typeof readersIn>;
  markets: ReturnType<typeof marketsIn>;
  editions: ReturnType<typeof editionsIn>;
  ask: Ask;
  people: People;
  staff: Staff;
  settings: DigestSettings;
  office: OfficeSettings;
  now: Temporal.Instant;
  /** What was looked up for one feed and serves the next. */
  known: { stories?: KnownStories };
}

/** What one piece of the desk's work may touch; all of it commits together or not at all. */
export interface Digest extends Reading {
  outbox: Outbox;
  audit: Audit;
  keep: Settings;
}

export async function readingDesk(tx: Look): Promise<Reading> {
  const { db, ask, now, people, staff } = tx;
  return {
    ...{
      db,
      feeds: feedsIn(db, now),
      stories: storiesIn(db, now),
      readers: readersIn(db, now),
      markets: marketsIn(db),
      editions: editionsIn(db, now),
    },
    ...{ ask, people, staff, now, known: {} },
    settings: await tx.settings.get(DESK, digestSettings),
    office: await tx.settings.get(OFFICE, officeSettings),
  };
}

export const openDesk = async (tx: Transaction): Promise<Digest> => ({
  ...(await readingDesk(tx)),
  ...{ outbox: tx.outbox, audit: tx.audit, keep: tx.settings },
});

/** How handlers reach the desk: `work` changes things, once for each request; `look` only reads. */
export interface AtDesk {
  work<Done>(key: string | undefined, task: (desk: Digest) => Promise<Done>): Promise<Done>;
  look<Seen>(task: (desk: Reading) => Promise<Seen>): Promise<Seen>;
}

export const atDesk = (office: Office): AtDesk => ({
  work: (key, task) =>
    office.transact(async (tx) => task(await openDesk(tx)), key === undefined ? {} : { incoming: key }),
  look: (task) => office.read(async (tx) => task(await readingDesk(tx))),
});

/** The office's day. */
export const todayOf = ({ office, now }: Pick<Reading, 'office' | 'now'>): Temporal.PlainDate =>
  dayIn(office.timeZone, now);

export const isEditor = async ({ staff }: Reading, id: string): Promise<boolean> =>
  (await staff.rolesOf(DESK, id)).includes('editor');
