import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { hearersOf } from '../letters/cards.js';
import { type SharedFile, shareInTriage, shareWithRequesters } from '../letters/files.js';
import { askWhetherSolved, question } from '../letters/questions.js';
import { sayInTriage, sayToRequesters, spoken, withQuote } from '../letters/sayings.js';
import type { Source } from '../store/tickets.js';
import { workingDaysLater } from '../targets.js';
import type { Ticket } from '../ticket.js';
import { no } from '../words.js';
import { begin, settle } from './act.js';

/** Something said about a ticket. With `source`, it stands in one of its threads already. */
export interface Message {
  text: string;
  files?: SharedFile[];
  source?: Source;
}

/** Asks the requester something: until they answer, the desk's clock stands. Whoever asks has the ticket, if nobody had. */
export async function askRequester(desk: HelpDesk, number: number, by: string, text: string): Promise<Ticket> {
  const begun = await begin(desk, 'ask', number, by);
  if ((await hearersOf(desk, begun.ticket)).length === 0) throw no('refusals.nobodyHears', { number });
  const remindAt = workingDaysLater(desk.calendar, desk.now, desk.settings.remindAfterDays);
  const changes = { assigneeId: begun.ticket.assigneeId ?? by, remindAt };
  const event = { kind: 'asked', text } as const;
  const done = await settle(desk, begun, { act: 'ask', by, event, changes, answers: true });
  await sayToRequesters(desk, done.ticket, done.event, (say) => question(say, done.ticket, by, text), { aloud: true });
  await sayInTriage(desk, done.ticket, done.event, (say) => withQuote(say('said.asked', { by: mention(by) }), text));
  return done.ticket;
}

/** Answers the requester, from a form or from the triage thread. */
export async function replyToRequester(desk: HelpDesk, number: number, by: string, message: Message): Promise<Ticket> {
  const begun = await begin(desk, 'reply', number, by);
  const event = lineOf('replied', message);
  const done = await settle(desk, begun, { act: 'reply', by, event, answers: true });
  const words = spoken(by, message.text);
  await sayToRequesters(desk, done.ticket, done.event, () => words);
  await shareWithRequesters(desk, done.ticket, message.files ?? []);
  if (!standsUnderCard(done.ticket, message)) {
    await sayInTriage(desk, done.ticket, done.event, (say) => say('said.replied', { words }));
  }
  return done.ticket;
}

/** Something that only those who staff the desk read. */
export async function noteOnTicket(desk: HelpDesk, number: number, by: string, message: Message): Promise<Ticket> {
  const begun = await begin(desk, 'note', number, by);
  const event = { ...lineOf('noted', message), isPrivate: true };
  const done = await settle(desk, begun, { act: 'note', by, event });
  if (!standsUnderCard(done.ticket, message)) {
    await sayInTriage(desk, done.ticket, done.event, () => `🔒 ${spoken(by, message.text)}`);
  }
  return done.ticket;
}

/** Whether it was written in the thread itself. Under a card that was left behind, colleagues elsewhere don't see it. */
const standsUnderCard = ({ triageChannel }: Ticket, { source }: Message): boolean =>
  source !== undefined && source.channel === triageChannel;

/** The requester says something. Where a question waited, that answers it, and the desk's clock goes on. */
export async function tellDesk(desk: HelpDesk, number: number, by: string, message: Message): Promise<Ticket> {
  const begun = await begin(desk, 'tell', number, by);
  const wasWaiting = begun.ticket.state === 'waiting';
  const deed = { act: 'tell', by, event: lineOf('told', message), changes: { remindAt: null } } as const;
  const done = await settle(desk, begun, deed);

  const words = spoken(by, message.text);
  const { assigneeId } = done.ticket;
  // Whoever pressed a button on the card doesn't follow its thread: Slack tells them only when they are called.
  const isCalled = assigneeId !== null && assigneeId !== by;
  await sayInTriage(desk, done.ticket, done.event, (say) =>
    isCalled ? say(wasWaiting ? 'said.answered' : 'said.told', { words, assignee: mention(assigneeId) }) : words,
  );
  await shareInTriage(desk, done.ticket, message.files ?? []);
  await sayToRequesters(desk, done.ticket, done.event, () => words, { except: message.source && by });
  await shareWithRequesters(desk, done.ticket, message.files ?? [], by);
  if (done.ticket.state === 'resolved') await askWhetherSolved(desk, done.ticket, by);
  return done.ticket;
}

const lineOf = <Kind extends 'replied' | 'noted' | 'told'>(kind: Kind, { text, files = [], source }: Message) => ({
  kind,
  text,
  fileNames: files.map(({ name }) => name),
  ...(source && { source }),
});
