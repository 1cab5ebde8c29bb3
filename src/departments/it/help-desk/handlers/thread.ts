import { z } from 'zod';
import { withChannelNames } from '../../../../platform/channel-names.js';
import type { EventVisit } from '../../../../platform/doors/doors.js';
import { mention } from '../../../../platform/mrkdwn.js';
import { colleague, type HelpDesk } from '../desk.js';
import { sayTo } from '../letters/cards.js';
import { isInTriage } from '../letters/keys.js';
import { may, standingsOf } from '../permissions.js';
import { type Message, noteOnTicket, replyToRequester, tellDesk } from '../service/converse.js';
import { rewordMessage, withdrawMessage } from '../service/mend.js';
import { caseOf, numberOf, PRIVATE_MARK, type Ticket, withoutMark } from '../ticket.js';
import { asSeen } from './readable.js';
import type { Room } from './room.js';

const place = { channel: z.string(), channel_type: z.string().optional() };
const reply = z.object({
  ...place,
  ts: z.string(),
  thread_ts: z.string(),
  text: z.string().default(''),
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  files: z.array(z.object({ id: z.string(), name: z.string().default('') })).default([]),
});
type Reply = z.output<typeof reply>;

const edited = z.object({
  ...place,
  subtype: z.literal('message_changed'),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string(),
    text: z.string().default(''),
    subtype: z.string().optional(),
  }),
});
const deleted = z.object({ ...place, subtype: z.literal('message_deleted'), deleted_ts: z.string() });

/** Replies in a ticket's threads: the requester's and the desk's reach each other, and so do edits and deletions. */
export function threadHandlers({ desk, office }: Room) {
  const onReply = (message: Reply, personId: string) =>
    desk.work(undefined, async (at) => {
      const letter = await at.outbox.find(message.channel, message.thread_ts);
      const number = numberOf(letter?.about ?? null);
      const ticket = number === null ? null : await at.tickets.get(number);
      if (!letter || !ticket) return false;
      if (await at.history.saidIn({ channel: message.channel, ts: message.ts })) return true;
      if (isInTriage(ticket, letter.once)) await passOnFromDesk(at, ticket, personId, message);
      else await tellDesk(at, ticket.number, personId, await messageOf(at, message));
      return true;
    });

  return {
    message: async ({ event, person }: EventVisit): Promise<boolean> => {
      const change = edited.safeParse(event).data;
      if (change) change.message.text = await withChannelNames(office.workspace, change.message.text);
      if (change) return desk.work(undefined, (at) => followEdit(at, change));
      const removal = deleted.safeParse(event).data;
      if (removal) {
        await desk.work(undefined, (at) => withdrawMessage(at, { channel: removal.channel, ts: removal.deleted_ts }));
        return false;
      }
      const said = reply.safeParse(event).data;
      if (!said || !person) return false;
      return onReply({ ...said, text: await withChannelNames(office.workspace, said.text) }, person.id);
    },
  };
}

async function passOnFromDesk(desk: HelpDesk, ticket: Ticket, by: string, said: Reply): Promise<void> {
  const standings = standingsOf(await colleague(desk, by), ticket);
  if (!may('reply', standings)) return explainOnce(desk, ticket, by, said);
  const message = await messageOf(desk, said);
  if (!message.text.startsWith(PRIVATE_MARK)) await replyToRequester(desk, ticket.number, by, message);
  else await noteOnTicket(desk, ticket.number, by, { ...message, text: withoutMark(message.text) });
}

async function messageOf({ people }: HelpDesk, { channel, ts, text, files }: Reply): Promise<Message> {
  const seen = await asSeen(people, text);
  return { text: seen || files.map(({ name }) => `📎 ${name}`).join(' '), files, source: { channel, ts } };
}

/** Whoever only reads along is told once that the requester doesn't hear them. */
async function explainOnce(
  desk: HelpDesk,
  { number }: Ticket,
  by: string,
  { channel, thread_ts }: Reply,
): Promise<void> {
  await desk.outbox.whisper({
    channel,
    person: by,
    text: (await sayTo(desk, by))('said.notPassedOn', { you: mention(by) }),
    thread: { ts: thread_ts },
    once: `${caseOf(number)}/not-passed-on/${by}`,
    about: caseOf(number),
  });
}

/** Slack tells of a deleted message that has replies as of an edit into a tombstone. */
async function followEdit(desk: HelpDesk, { channel, message }: z.output<typeof edited>): Promise<boolean> {
  const source = { channel, ts: message.ts };
  if (message.subtype === 'tombstone') await withdrawMessage(desk, source);
  else await rewordMessage(desk, source, await asSeen(desk.people, message.text));
  return false;
}
