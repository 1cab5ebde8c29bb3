import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { caseOf, dueAt, type TargetKind, type Ticket } from '../ticket.js';
import { firstLine, when } from '../views/texts.js';
import { words } from '../words.js';
import { canReachCard, sayTo } from './cards.js';

/** A target is near: whoever has the ticket is told, or the triage thread where nobody has it. */
export async function tellNearTarget(desk: HelpDesk, ticket: Ticket, kind: TargetKind): Promise<void> {
  const due = dueAt(ticket, kind);
  if (!due) return;
  const { number, assigneeId } = ticket;
  const letter = { once: `${caseOf(number)}/near/${kind}/${due.epochMilliseconds}`, about: caseOf(number) };
  if (assigneeId) {
    const say = await sayTo(desk, assigneeId);
    const text = `${say(`near.${kind}`, { number, at: when(due), who: mention(assigneeId) })}\n${firstLine(ticket.text, 300)}`;
    await desk.outbox.post({ to: assigneeId, text, ...letter });
  } else if (canReachCard(desk, ticket)) {
    const text = words.in(desk.language)(`near.${kind}`, { number, at: when(due) });
    const thread = { once: ticket.triageCard };
    await desk.outbox.post({ to: ticket.triageChannel, text, thread, broadcast: true, ...letter });
  }
}
