import { mention } from '../../../../platform/mrkdwn.js';
import type { Look } from '../../../../platform/office.js';
import type { Person } from '../../../../platform/people/person.js';
import { UserError } from '../../../../platform/user-error.js';
import { listOf } from '../phrases.js';
import { words } from '../words.js';

/** What only admins do: set up the office, see to letters that are stuck, and have somebody forgotten. */
type Task = 'setup' | 'stuck' | 'forget';

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
  forget: ['admins.refusedForget', 'admins.refusedForgetNobody'],
} as const;
