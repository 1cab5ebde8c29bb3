import { withChannelNames } from '../../../../platform/channel-names.js';
import { shorten } from '../../../../platform/mrkdwn.js';
import type { People } from '../../../../platform/people/person.js';
import type { SlackMessage } from '../../../../platform/workspace.js';
import type { HelpDesk } from '../desk.js';
import type { Origin } from '../service/raise.js';
import type { Source } from '../store/tickets.js';
import { MAX_TEXT, numberOf } from '../ticket.js';
import { asSeen } from './readable.js';
import type { Room } from './room.js';

/** A message that becomes a ticket, with what was said around it. */
export interface Found {
  origin: Origin;
  /** The message itself, as people saw it; null where the bot can't read there. */
  text: string | null;
  authorId: string | null;
  /** Where an answer to it belongs. */
  threadTs: string;
}

/** Looks at a message in Slack, and at the thread so far. Where the bot can't read, there is still the link. */
export async function findOrigin({ office, desk }: Room, { channel, ts }: Source): Promise<Found> {
  const { workspace } = office;
  const [link, messages] = await Promise.all([workspace.permalink(channel, ts), workspace.thread(channel, ts)]);
  const thread = await Promise.all(
    messages.map(async (message) => ({ ...message, text: await withChannelNames(workspace, message.text) })),
  );
  const itself = thread.find((message) => message.ts === ts);
  const files = thread.flatMap((message) => message.files.map(({ id, name }) => ({ id, name })));
  return desk.look(async ({ people }) => {
    const text = itself ? await asSeen(people, itself.text) : null;
    const excerpt = thread.length > 1 ? await transcript(people, thread) : null;
    const threadTs = itself?.threadTs ?? ts;
    return { origin: { channel, ts, link, excerpt, files }, text, authorId: itself?.userId ?? null, threadTs };
  });
}

async function transcript(people: People, thread: readonly SlackMessage[]): Promise<string> {
  const authors = await people.many(thread.flatMap(({ userId }) => userId ?? []));
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  const lines: string[] = [];
  for (const { userId, text, files } of thread) {
    const name = names.get(userId ?? '') ?? userId ?? '–';
    const attached = files.map((file) => ` [${file.name}]`).join('');
    lines.push(`${name}: ${await asSeen(people, text)}${attached}`);
  }
  return shorten(lines.join('\n'), MAX_TEXT);
}

/** The number of that message's ticket; or of the ticket that it tells of, where the message is one of ours. */
export async function ticketAt({ tickets, outbox }: HelpDesk, { channel, ts }: Source): Promise<number | null> {
  const made = await tickets.madeFrom({ channel, ts });
  if (made) return made.number;
  const letter = await outbox.find(channel, ts);
  return numberOf(letter?.about ?? null);
}

/** For whom a message asks: nobody where an app wrote it, or somebody who has left. */
export async function colleagueWhoWrote({ people }: HelpDesk, id: string | null | undefined): Promise<string | null> {
  const author = id ? await people.get(id) : null;
  return author && !author.isBot && !author.deactivatedAt ? author.id : null;
}
