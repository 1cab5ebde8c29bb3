import { withChannelNames } from '../../../../platform/channel-names.js';
import type { CommandVisit } from '../../../../platform/doors/doors.js';
import { peopleMentionedIn, readableText } from '../../../../platform/mrkdwn.js';
import type { People } from '../../../../platform/people/person.js';
import type { Room } from './room.js';

/** A message as people saw it: with names where Slack writes ids, and with nothing escaped. */
export async function asSeen(people: People, mrkdwn: string): Promise<string> {
  const ids = peopleMentionedIn(mrkdwn);
  const mentioned = ids.length > 0 ? await people.many(ids) : [];
  const names = new Map(mentioned.map(({ id, name }) => [id, name]));
  return readableText(mrkdwn, (id) => names.get(id));
}

/** What follows a command, as it was typed: Slack escapes it. */
export async function whatWasTyped({ office, desk }: Room, { text }: CommandVisit): Promise<string> {
  if (!text) return '';
  const named = await withChannelNames(office.workspace, text);
  return desk.look(({ people }) => asSeen(people, named));
}
