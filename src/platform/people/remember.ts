import type { Prisma } from '../../generated/prisma/client.js';
import { type Temporal, toDate } from '../time.js';
import type { Person } from './person.js';
import { personOf } from './person-row.js';

/** Somebody as Slack describes them. A field that is absent wasn't told: what is remembered stays. */
export interface PersonHeardOf {
  id: string;
  name: string;
  /** In small letters. */
  email?: string;
  locale?: string;
  timeZone: string;
  title: string | null;
  isAdmin: boolean;
  isBot: boolean;
  deactivated: boolean;
  statusText: string | null;
  statusEmoji: string | null;
  statusUntil: Temporal.Instant | null;
  managerId?: string | null;
  department?: string | null;
}

/** Keeps what Slack says of somebody. Whoever leaves the company keeps their row: their cases still name them. */
export async function rememberPerson(
  db: Prisma.TransactionClient,
  now: Temporal.Instant,
  { id, deactivated, statusUntil, ...heard }: PersonHeardOf,
): Promise<Person> {
  const known = await db.person.findUnique({ where: { id } });
  // Slack goes on telling of accounts that are gone: who was forgotten isn't learned again, unless they come back.
  if (known?.forgottenAt && deactivated) return personOf(known);
  const facts = {
    ...heard,
    isAdmin: heard.isAdmin && !deactivated,
    statusUntil: statusUntil && toDate(statusUntil),
    deactivatedAt: deactivated ? (known?.deactivatedAt ?? toDate(now)) : null,
    syncedAt: toDate(now),
    forgottenAt: null,
  };
  return personOf(await db.person.upsert({ where: { id }, create: { id, ...facts }, update: facts }));
}
