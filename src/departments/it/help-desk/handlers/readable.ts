import { peopleMentionedIn, readableText } from '../../../../platform/mrkdwn.js';
import type { People } from '../../../../platform/people/person.js';

/** A message as people saw it: with names where Slack writes ids, and with nothing escaped. */
export async function asSeen(people: People, mrkdwn: string): Promise<string> {
  const ids = peopleMentionedIn(mrkdwn);
  const mentioned = ids.length > 0 ? await people.many(ids) : [];
  const names = new Map(mentioned.map(({ id, name }) => [id, name]));
  return readableText(mrkdwn, (id) => names.get(id));
}
