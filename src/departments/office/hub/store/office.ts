import type { Transaction } from '../../../../platform/office.js';
import { OFFICE } from '../../../../platform/settings/office-settings.js';

type Db = Pick<Transaction, 'db'>;

export const officeIsSetUp = async ({ db }: Db): Promise<boolean> =>
  (await db.setting.count({ where: { key: OFFICE } })) > 0;

/** What the person chose with `/backoffice language`; null: as their Slack. */
export async function chosenLanguage({ db }: Db, personId: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { language: true } });
  return person?.language ?? null;
}

/** Desk and role of somebody, also of somebody who has left. */
export const postsOf = ({ db }: Db, personId: string): Promise<{ desk: string; role: string }[]> =>
  db.staffMember.findMany({ where: { personId }, select: { desk: true, role: true }, orderBy: [{ desk: 'asc' }] });

/** Who is still written down for a desk though they have left. */
export async function staffWhoLeft({ db }: Db): Promise<{ id: string; name: string }[]> {
  const where = { deactivatedAt: { not: null }, staffOf: { some: {} } };
  return db.person.findMany({ where, select: { id: true, name: true }, orderBy: { id: 'asc' } });
}
