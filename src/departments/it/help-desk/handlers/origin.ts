import { shorten } from '../../../../platform/mrkdwn.js';
import type { SlackMessage } from '../../../../platform/workspace.js';
import type { Origin } from '../service/raise.js';
import type { Source } from '../store/tickets.js';
import { MAX_TEXT } from '../ticket.js';
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
  const [link, thread] = await Promise.all([workspace.permalink(channel, ts), workspace.thread(channel, ts)]);
  const itself = thread.find((message) => message.ts === ts);
  const files = thread.flatMap((message) => message.files.map(({ id, name }) => ({ id, name })));
  return desk.look(async ({ people }) => {
    const text = itself ? await asSeen(people, itself.text) : null;
    const excerpt = thread.length > 1 ? await transcript(people, thread) : null;
    const threadTs = itself?.threadTs ?? ts;
    return { origin: { channel, ts, link, excerpt, files }, text, authorId: itself?.userId ?? null, threadTs };
  });
}

async function transcript(people: Parameters<typeof asSeen>[0], thread: readonly SlackMessage[]): Promise<string> {
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
