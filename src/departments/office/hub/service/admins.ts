import { mention } from '../../../../platform/mrkdwn.js';
import type { Transaction } from '../../../../platform/office.js';
import type { Person } from '../../../../platform/people/person.js';
import { UserError } from '../../../../platform/user-error.js';
import { listOf } from '../phrases.js';
import { words } from '../words.js';

export type Look = Omit<Transaction, 'outbox' | 'audit'>;

/** The person, if they may set up the office as things stand now. Others are told whom to ask. */
export async function requireAdmin(look: Look, personId: string): Promise<Person> {
  const person = await look.people.get(personId);
  if (person?.isAdmin && !person.isBot && !person.deactivatedAt) return person;
  const admins = (await look.people.admins()).map(({ id }) => mention(id)).sort();
  const key = admins.length > 0 ? 'admins.refused' : 'admins.refusedNobody';
  throw new UserError(key, (language) => words.in(language)(key, { admins: listOf(admins, language) }));
}
