import { mention } from '../../../../platform/mrkdwn.js';
import type { Transaction } from '../../../../platform/office.js';
import type { Person } from '../../../../platform/people/person.js';
import { UserError } from '../../../../platform/user-error.js';
import { listOf } from '../phrases.js';
import { words } from '../words.js';

export type Look = Omit<Transaction, 'outbox' | 'audit'>;

/** What only admins do: set up the office, and see to letters that are stuck. */
type Task = 'setup' | 'stuck';

/** The person, if they may do that as things stand now. Others are told whom to ask. */
export async function requireAdmin(look: Look, personId: string, task: Task = 'setup'): Promise<Person> {
  const person = await look.people.get(personId);
  if (person?.isAdmin && !person.isBot && !person.deactivatedAt) return person;
  const admins = (await look.people.admins()).map(({ id }) => mention(id)).sort();
  const key = refusals[task][admins.length > 0 ? 0 : 1];
  throw new UserError(key, (language) => words.in(language)(key, { admins: listOf(admins, language) }));
}

const refusals = {
  setup: ['admins.refused', 'admins.refusedNobody'],
  stuck: ['admins.refusedStuck', 'admins.refusedStuckNobody'],
} as const;
