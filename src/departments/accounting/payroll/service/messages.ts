import { type Payroll, type Reading, require } from '../desk.js';
import { type MessageWish, MOST_MESSAGES, type PayrollMessage } from '../messages/message.js';
import { DESK } from '../settings.js';
import { messagesIn } from '../store/messages.js';
import { no } from '../words.js';
import { caseOf, datesOf, isDue } from './message-dates.js';
import { deliver } from './say-message.js';

/** A message, and what became of its letters so far. */
export interface MessageStanding extends PayrollMessage {
  ambiguous: number;
  failed: number;
  waiting: number;
}

export async function seeMessages(desk: Reading, by: string): Promise<MessageStanding[]> {
  await require(desk, 'keepMessages', by);
  const all = await messagesIn(desk.db).all();
  const letters = await messagesIn(desk.db).lettersAbout(all.map(({ id }) => caseOf(id)));
  return all.map((message) => {
    const states = letters.get(caseOf(message.id)) ?? new Map<string, number>();
    const count = (...names: string[]) => names.reduce((sum, name) => sum + (states.get(name) ?? 0), 0);
    return { ...message, ambiguous: count('ambiguous'), failed: count('dead'), waiting: count('pending', 'sending') };
  });
}

export async function seeMessage(desk: Reading, by: string, id: string): Promise<PayrollMessage> {
  await require(desk, 'keepMessages', by);
  return known(await messagesIn(desk.db).get(id));
}

/** Adds a message, or changes the one with that id. The channel was looked up already. */
export async function keepMessage(
  desk: Payroll,
  by: string,
  id: string | null,
  wish: MessageWish,
): Promise<PayrollMessage> {
  await require(desk, 'keepMessages', by);
  const messages = messagesIn(desk.db);
  const [nextAt = null] = datesOf(desk, wish.rule, 1);
  if (nextAt === null) throw no('messages.refused.never', {}, 'rule');
  if (id === null && (await messages.all()).length >= MOST_MESSAGES)
    throw no('messages.refused.tooMany', { most: MOST_MESSAGES });
  if (id !== null) known(await messages.hold(id));
  const kept =
    id === null
      ? await messages.add({ ...wish, nextAt }, by, desk.now)
      : await messages.change(id, { ...wish, nextAt }, { id: by, at: desk.now });
  await record(desk, by, id === null ? 'add-message' : 'change-message', kept);
  return kept;
}

/** A paused message is passed over; resumed, it waits for its next date, and makes up for none. */
export async function pauseMessage(desk: Payroll, by: string, id: string, isPaused: boolean): Promise<PayrollMessage> {
  await require(desk, 'keepMessages', by);
  const { rule } = known(await messagesIn(desk.db).hold(id));
  const [nextAt = null] = datesOf(desk, rule, 1);
  const kept = await messagesIn(desk.db).change(id, { isPaused, nextAt }, { id: by, at: desk.now });
  await record(desk, by, isPaused ? 'pause-message' : 'resume-message', kept);
  return kept;
}

export async function removeMessage(desk: Payroll, by: string, id: string): Promise<void> {
  await require(desk, 'keepMessages', by);
  const message = known(await messagesIn(desk.db).hold(id));
  await messagesIn(desk.db).remove(id);
  await record(desk, by, 'remove-message', message);
}

/** Says it at once, whatever the calendar says; the calendar's own time stays. */
export async function sayNow(desk: Payroll, by: string, id: string, key: string): Promise<PayrollMessage> {
  await require(desk, 'keepMessages', by);
  const message = known(await messagesIn(desk.db).hold(id));
  const lastSaid = await deliver(desk, message, `now/${key}`);
  await record(desk, by, 'send-message', message);
  return messagesIn(desk.db).change(id, { lastDueAt: desk.now, lastSaid });
}

/** The office has other hours, holidays or another zone: what lies ahead moves along. What is due already stays due. */
export async function followOffice(desk: Payroll): Promise<void> {
  for (const { id } of await messagesIn(desk.db).all()) {
    const message = await messagesIn(desk.db).hold(id);
    if (!message || isDue(message, desk.now)) continue;
    const [nextAt = null] = datesOf(desk, message.rule, 1);
    await messagesIn(desk.db).change(id, { nextAt });
  }
}

function known(message: PayrollMessage | null): PayrollMessage {
  if (!message) throw no('messages.refused.gone');
  return message;
}

const record = ({ audit }: Payroll, actor: string, action: string, { id, kind }: PayrollMessage) =>
  audit.record({ actor, action: `${DESK}.${action}`, object: caseOf(id), detail: { kind } });
