import type { Audit } from '../../../platform/audit/audit.js';
import type { HoursSource } from '../../../platform/hours.js';
import type { Look, Office, Transaction } from '../../../platform/office.js';
import type { Outbox } from '../../../platform/outbox/outbox.js';
import type { People, Staff } from '../../../platform/people/person.js';
import { OFFICE, type OfficeSettings, officeSettings } from '../../../platform/settings/office-settings.js';
import type { Settings } from '../../../platform/settings/settings.js';
import type { Temporal } from '../../../platform/time.js';
import { may, type Right, type Standing } from './permissions.js';
import { DESK, type PayrollSettings, payrollSettings } from './settings.js';
import { no } from './words.js';

/** What somebody who only looks something up may touch. */
export interface Reading {
  db: Transaction['db'];
  people: People;
  staff: Staff;
  settings: PayrollSettings;
  office: OfficeSettings;
  hours: HoursSource;
  now: Temporal.Instant;
}

/** What one piece of the desk's work may touch; all of it commits together or not at all. */
export interface Payroll extends Reading {
  outbox: Outbox;
  audit: Audit;
  keep: Settings;
  /** For what the platform does on the desk's behalf: approvals. */
  tx: Transaction;
}

export async function readingDesk(tx: Look, hours: HoursSource): Promise<Reading> {
  const { db, now, people, staff } = tx;
  const settings = await tx.settings.get(DESK, payrollSettings);
  const office = await tx.settings.get(OFFICE, officeSettings);
  return { db, now, people, staff, settings, office, hours };
}

export const openDesk = async (tx: Transaction, hours: HoursSource): Promise<Payroll> => ({
  ...(await readingDesk(tx, hours)),
  outbox: tx.outbox,
  audit: tx.audit,
  keep: tx.settings,
  tx,
});

/** How handlers reach the desk: `work` changes things, once for each request; `look` only reads. */
export interface AtDesk {
  work<Done>(key: string | undefined, task: (desk: Payroll) => Promise<Done>): Promise<Done>;
  look<Seen>(task: (desk: Reading) => Promise<Seen>): Promise<Seen>;
}

export const atDesk = (office: Office, hours: HoursSource): AtDesk => ({
  work: (key, task) =>
    office.transact(async (tx) => task(await openDesk(tx, hours)), key === undefined ? {} : { incoming: key }),
  look: (task) => office.read(async (tx) => task(await readingDesk(tx, hours))),
});

/** What every handler stands in. */
export interface Room {
  office: Office;
  desk: AtDesk;
}

/** What somebody is to the payroll; with the person whose pay it is, also to that. */
export async function standingsOf(
  { staff }: Pick<Look, 'staff'>,
  id: string,
  owner?: string | null,
): Promise<Set<Standing>> {
  const roles = await staff.rolesOf(DESK, id);
  const held = (['officer', 'approver', 'overseer'] as const).filter((role) => roles.includes(role));
  return new Set<Standing>([...held, ...(owner === id ? (['employee'] as const) : [])]);
}

/** Refuses whoever may not; who isn't on the payroll's staff learns nothing of what there is. */
export async function require(desk: Reading, right: Right, id: string, owner?: string | null): Promise<void> {
  if (!may(right, await standingsOf(desk, id, owner))) throw no('refused.noRight');
}
