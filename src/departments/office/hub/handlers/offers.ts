import { withChannelNames } from '../../../../platform/channel-names.js';
import type { ActionVisit, Answer } from '../../../../platform/doors/doors.js';
import { peopleMentionedIn } from '../../../../platform/mrkdwn.js';
import type { Office } from '../../../../platform/office.js';
import { offerNamed } from '../ids.js';
import { requestOf } from '../readers/free-text.js';
import { readRequest } from '../views/offers.js';
import { no } from '../words.js';
import type { Reception } from './reception.js';

/** Opens a desk's form with the person's text in it. */
export function offerHandlers({ office, desks }: Reception) {
  return {
    open: async (visit: ActionVisit): Promise<Answer | undefined> => {
      const named = offerNamed(visit.actionId);
      const desk = desks.find(({ name }) => name === named?.desk);
      const offer = desk?.offers?.[named?.index ?? -1];
      if (!offer) throw no('desk.gone');
      return offer.open(visit, await wholeText(office, visit));
    },
  };
}

/**
 * A long text is read again where it was said: always in the conversation that the button sits in, so that a forged value
 * shows nobody a message that they couldn't see.
 */
async function wholeText(office: Office, { value, message }: ActionVisit): Promise<string> {
  const { text, ts } = readRequest(value);
  if (!ts || !message || message.isPrivate) return text;
  const thread = await office.workspace.thread(message.channel, message.threadTs ?? ts, 200);
  const said = thread.find((other) => other.ts === ts);
  return said ? spoken(office, said.text) : text;
}

/** A text from Slack's composer as its author saw it. */
export async function spoken(office: Office, text: string): Promise<string> {
  const people = await office.read((look) => look.people.many(peopleMentionedIn(text)));
  return requestOf(
    await withChannelNames(office.workspace, text),
    office.workspace.botUserId(),
    new Map(people.map(({ id, name }) => [id, name])),
  );
}
