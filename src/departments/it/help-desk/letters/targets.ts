import { momentInside } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import type { HelpDesk } from '../desk.js';
import { caseOf, type TargetKind, type Ticket } from '../ticket.js';
import { firstLine, whoIs } from '../views/texts.js';
import type { Say } from '../words.js';
import { sayTo } from './cards.js';
import { leadsOf, tellLeads } from './leads.js';
import { alertTriage } from './sayings.js';

/** A target is near: whoever has the ticket is told, or the triage thread where nobody has it. */
export async function tellNear(desk: HelpDesk, ticket: Ticket, kind: TargetKind, due: Temporal.Instant): Promise<void> {
  const { number, assigneeId } = ticket;
  const once = `${caseOf(number)}/near/${kind}/${due.epochMilliseconds}`;
  const compose = (say: Say) => say(`near.${kind}`, { number, at: momentInside(due) });
  if (!assigneeId) return alertTriage(desk, ticket, once, compose);
  const say = await sayTo(desk, assigneeId);
  const text = `${compose(say)}\n${firstLine(ticket.text, 300)}`;
  await desk.outbox.post({ to: assigneeId, text, once, about: caseOf(number) });
}

/** A target was missed: leads and their managers are told, and whoever has the ticket; else the triage channel. */
export async function tellLate(desk: HelpDesk, ticket: Ticket, kind: TargetKind, due: Temporal.Instant): Promise<void> {
  const { number, assigneeId } = ticket;
  const once = `${caseOf(number)}/late/${kind}/${due.epochMilliseconds}`;
  const compose = (say: Say) => say(`late.${kind}`, { number, assignee: whoIs(say, assigneeId) });
  const leads = await desk.people.many(await leadsOf(desk));
  const others = [...leads.map(({ managerId }) => managerId), assigneeId].filter((id) => id !== null);
  if (leads.length === 0) await alertTriage(desk, ticket, once, compose);
  const shown = (say: Say) => `${compose(say)}\n${firstLine(ticket.text, 300)}`;
  await tellLeads(desk, once, shown, { others, about: caseOf(number) });
}
