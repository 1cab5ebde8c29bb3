import { z } from 'zod';
import type { EventVisit } from '../../../../platform/doors/doors.js';
import type { Person } from '../../../../platform/people/person.js';
import { type Intent, intentOf } from '../readers/free-text.js';
import { chatNote, type OwnCommand, ownCommandNote } from '../views/chat.js';
import { words } from '../words.js';
import { spoken } from './offers.js';
import type { Reception } from './reception.js';

/** A message from a person; edits, deletions and what apps write have other shapes. */
const heard = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
  files: z.array(z.unknown()).default([]),
});
type Heard = z.output<typeof heard>;

/** Answers what people write to the bot, once each message, in the conversation that it was written in. */
export function chatHandlers({ office, desks }: Reception, ownCommand: (text: string) => OwnCommand | undefined) {
  const answer = async (message: Heard, person: Person, thread: string | undefined) => {
    const say = words.in(person.language);
    const text = await spoken(office, message.text);
    const own = ownCommand(text);
    const note = own
      ? ownCommandNote(own, say)
      : chatNote(topicOf(message, text), person, desks, { text, ts: message.ts }, say);
    const where = { to: message.channel, ...(thread && { thread: { ts: thread } }) };
    const once = `office.hub.answer/${message.channel}/${message.ts}`;
    await office.transact(({ outbox }) => outbox.post({ ...where, ...note, once }));
    return true;
  };

  return {
    directMessage: async ({ event, person }: EventVisit) => {
      const message = heard.safeParse(event).data;
      if (!person || message?.channel_type !== 'im') return false;
      return answer(message, person, message.thread_ts);
    },
    /** In a channel, the answer goes under the mention. */
    mention: async ({ event, person }: EventVisit) => {
      const message = heard.safeParse(event).data;
      if (!person || !message) return false;
      return answer(message, person, message.thread_ts ?? message.ts);
    },
  };
}

function topicOf({ files }: Heard, text: string): Intent | 'files' {
  const intent = intentOf(text);
  return files.length > 0 && intent === 'empty' ? 'files' : intent;
}
