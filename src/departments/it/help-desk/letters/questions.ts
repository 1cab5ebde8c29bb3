import { actions, button, section } from '../../../../platform/blocks.js';
import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { ids } from '../ids.js';
import { caseOf, type Ticket } from '../ticket.js';
import { pieces } from '../views/texts.js';
import type { Say } from '../words.js';
import { sayTo } from './cards.js';
import { personCard } from './keys.js';
import { type Saying, withQuote } from './sayings.js';

/** The desk's question, with a button for those who don't answer in the thread. */
export function question(say: Say, { number }: Ticket, by: string, text: string): Saying {
  const sentence = say('said.asked', { by: mention(by) });
  const answer = button(ids.tell, say.plain('button.answer'), { value: String(number), style: 'primary' });
  const quoted = pieces(text).map((piece) => section(`> ${piece.replaceAll('\n', '\n> ')}`));
  return { text: withQuote(sentence, text), blocks: [section(sentence), ...quoted, actions('question', [answer])] };
}

/** Somebody wrote after their ticket was resolved: it may be thanks, or it may not be solved. Asked once a resolution. */
export async function askWhetherSolved(desk: HelpDesk, ticket: Ticket, personId: string): Promise<void> {
  const say = await sayTo(desk, personId);
  const value = String(ticket.number);
  const text = say('said.stillWrong');
  await desk.outbox.post({
    to: personId,
    text,
    blocks: [
      section(text),
      actions('still', [
        button(ids.reopen, say.plain('button.stillWrong'), { value }),
        button(ids.close, say.plain('button.solved'), { value, style: 'primary' }),
      ]),
    ],
    thread: { once: personCard(ticket.number, personId) },
    once: `${caseOf(ticket.number)}/still/${ticket.resolvedAt?.epochMilliseconds ?? 0}/${personId}`,
    about: caseOf(ticket.number),
  });
}

/** The reminder of a question that waits. */
export async function remindOfQuestion(desk: HelpDesk, ticket: Ticket, personId: string): Promise<void> {
  const say = await sayTo(desk, personId);
  const text = say('said.reminder', { number: ticket.number });
  const answer = button(ids.tell, say.plain('button.answer'), { value: String(ticket.number), style: 'primary' });
  await desk.outbox.post({
    to: personId,
    text,
    blocks: [section(text), actions('reminder', [answer])],
    thread: { once: personCard(ticket.number, personId) },
    broadcast: true,
    once: `${caseOf(ticket.number)}/reminder/${ticket.remindAt?.epochMilliseconds ?? 0}/${personId}`,
    about: caseOf(ticket.number),
  });
}
