import type { Audit } from '../../../platform/audit/audit.js';
import type { Look, Office, Transaction } from '../../../platform/office.js';
import type { Outbox } from '../../../platform/outbox/outbox.js';
import { dayIn } from '../../../platform/people/days.js';
import type { People, Staff } from '../../../platform/people/person.js';
import { OFFICE, type OfficeSettings, officeSettings } from '../../../platform/settings/office-settings.js';
import type { Settings } from '../../../platform/settings/settings.js';
import type { Temporal } from '../../../platform/time.js';
import { DESK } from './ledger.js';
import { may, type Right, type Standing } from './permissions.js';
import type { Plan } from './report.js';
import type { Sources } from './service/sources.js';
import { type ReportSettings, reportSettings } from './settings.js';
import { draftsIn } from './store/drafts.js';
import { entriesIn } from './store/entries.js';
import { filesIn } from './store/files.js';
import { plansIn } from './store/plans.js';
import { runsIn } from './store/runs.js';
import { no } from './words.js';

/** What somebody who only looks something up may touch. */
export interface Reading {
  files: ReturnType<typeof filesIn>;
  entries: ReturnType<typeof entriesIn>;
  drafts: ReturnType<typeof draftsIn>;
  plans: ReturnType<typeof plansIn>;
  runs: ReturnType<typeof runsIn>;
  people: People;
  staff: Staff;
  settings: ReportSettings;
  office: OfficeSettings;
  now: Temporal.Instant;
  /** For what other desks tell. */
  look: Look;
  sources: Sources;
}

/** What one piece of the desk's work may touch; all of it commits together or not at all. */
export interface Reports extends Reading {
  outbox: Outbox;
  audit: Audit;
  keep: Settings;
}

export async function readingDesk(look: Look, sources: Sources): Promise<Reading> {
  const { db, now, people, staff } = look;
  return {
    ...{ files: filesIn(db, now), entries: entriesIn(db), drafts: draftsIn(db, now) },
    ...{ plans: plansIn(db, now), runs: runsIn(db, now), people, staff, now, look, sources },
    settings: await look.settings.get(DESK, reportSettings),
    office: await look.settings.get(OFFICE, officeSettings),
  };
}

export const openDesk = async (tx: Transaction, sources: Sources): Promise<Reports> => ({
  ...(await readingDesk(tx, sources)),
  ...{ outbox: tx.outbox, audit: tx.audit, keep: tx.settings },
});

/** How handlers reach the desk: `work` changes things, once for each request; `look` only reads. */
export interface AtDesk {
  work<Done>(key: string | undefined, task: (desk: Reports) => Promise<Done>): Promise<Done>;
  look<Seen>(task: (desk: Reading) => Promise<Seen>): Promise<Seen>;
}

export const atDesk = (office: Office, sources: Sources): AtDesk => ({
  work: (key, task) =>
    office.transact(async (tx) => task(await openDesk(tx, sources)), key === undefined ? {} : { incoming: key }),
  look: (task) => office.read(async (look) => task(await readingDesk(look, sources))),
});

/** The office's day. */
export const todayOf = ({ office, now }: Pick<Reading, 'office' | 'now'>): Temporal.PlainDate =>
  dayIn(office.timeZone, now);

/** What somebody is to the desk; with a plan, also to that. */
export async function standingsOf(
  { staff }: Reading,
  id: string,
  plan?: Pick<Plan, 'ownerId'>,
): Promise<Set<Standing>> {
  const roles = await staff.rolesOf(DESK, id);
  const held = (['keeper', 'reader'] as const).filter((role) => roles.includes(role));
  return new Set<Standing>([...held, ...(plan?.ownerId === id ? (['owner'] as const) : [])]);
}

export async function require(desk: Reading, right: Right, id: string, plan?: Pick<Plan, 'ownerId'>): Promise<void> {
  if (may(right, await standingsOf(desk, id, plan))) return;
  throw no(right === 'keepLedgers' ? 'refused.notKeeper' : 'refused.notYours');
}
