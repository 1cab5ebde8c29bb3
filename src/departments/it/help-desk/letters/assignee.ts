import { actions, button, section } from '../../../../platform/blocks.js';
import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { ids } from '../ids.js';
import { caseOf, type Ticket, type TicketEvent } from '../ticket.js';
import { firstLine } from '../views/texts.js';
import { sayTo } from './cards.js';

/** Tells somebody that a ticket is theirs now. */
export async function tellAssignee(desk: HelpDesk, ticket: Ticket, event: TicketEvent): Promise<void> {
  const { number, assigneeId, text } = ticket;
  if (!assigneeId || assigneeId === event.actorId) return;
  const say = await sayTo(desk, assigneeId);
  const sentence = event.actorId
    ? say('given.by', { number, by: mention(event.actorId) })
    : say('given.inTurn', { number });
  const shown = `${sentence}\n${firstLine(text, 300)}`;
  await desk.outbox.post({
    to: assigneeId,
    text: shown,
    blocks: [
      section(shown),
      actions('given', [button(ids.open, say.plain('button.details'), { value: String(number), style: 'primary' })]),
    ],
    once: `${caseOf(number)}/given/${event.id}`,
    about: caseOf(number),
  });
}
