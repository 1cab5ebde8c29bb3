import { isWorking } from '../../../../platform/calendar/working-time.js';
import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { leadsOf, tellLeads } from '../letters/leads.js';
import { remindOfQuestion } from '../letters/questions.js';
import { sayInTriage, sayToRequesters } from '../letters/sayings.js';
import { tellNearTarget } from '../letters/targets.js';
import { moves } from '../states.js';
import type { Alarm } from '../store/clock.js';
import { caseOf, dueAt, requestersOf } from '../ticket.js';
import { firstLine } from '../views/texts.js';
import { settle } from './act.js';

/** Tells of targets that are near, and of those that were missed: each once, and only while the office works. */
export async function watchTargets(desk: HelpDesk): Promise<void> {
  if (!isWorking(desk.calendar, desk.now)) return;
  for (const alarm of await desk.clock.alarms()) {
    if (alarm.isLate) await escalate(desk, alarm);
    else await warn(desk, alarm);
    await desk.clock.markTold(alarm);
  }
}

async function warn(desk: HelpDesk, alarm: Alarm): Promise<void> {
  const ticket = await desk.tickets.get(alarm.number);
  if (ticket) await tellNearTarget(desk, ticket, alarm.kind);
}

/** Leads and their managers are told, and whoever has the ticket. */
async function escalate(desk: HelpDesk, { number, kind }: Alarm): Promise<void> {
  const ticket = await desk.tickets.get(number);
  const due = ticket && dueAt(ticket, kind);
  if (!ticket || !due) return;
  const leads = await desk.people.many(await leadsOf(desk));
  const managers = leads.flatMap(({ managerId }) => managerId ?? []);
  const others = [...managers, ...(ticket.assigneeId ? [ticket.assigneeId] : [])];
  const once = `${caseOf(number)}/late/${kind}/${due.epochMilliseconds}`;
  await tellLeads(
    desk,
    once,
    (say) => {
      const assignee = ticket.assigneeId ? mention(ticket.assigneeId) : say('nobody');
      return `${say(`late.${kind}`, { number, assignee })}\n${firstLine(ticket.text, 300)}`;
    },
    { others, about: caseOf(number) },
  );
}

/** Reminds requesters of a question that has waited for days. */
export async function remindRequesters(desk: HelpDesk): Promise<void> {
  if (!isWorking(desk.calendar, desk.now)) return;
  for (const number of await desk.clock.toRemind()) {
    const ticket = await desk.tickets.hold(number);
    if (ticket?.state !== 'waiting') continue;
    for (const personId of requestersOf(ticket)) await remindOfQuestion(desk, ticket, personId);
    await desk.tickets.change(number, { remindAt: null });
  }
}

/** Closes what was resolved days ago and nobody complained of. */
export async function closeResolved(desk: HelpDesk): Promise<void> {
  for (const number of await desk.clock.toClose()) {
    const ticket = await desk.tickets.hold(number);
    const next = ticket && moves.close[ticket.state];
    if (!ticket || !next) continue;
    const deed = { act: 'close', by: null, event: { kind: 'closed' }, changes: { closeAt: null } } as const;
    const done = await settle(desk, { ticket, next }, deed);
    await sayToRequesters(desk, done.ticket, done.event, (say) => say('said.closed'));
    await sayInTriage(desk, done.ticket, done.event, (say) => say('said.closed'));
  }
}

/** Forms that were opened from a message and never sent. */
export const forgetDrafts = (desk: HelpDesk): Promise<number> =>
  desk.drafts.forgetBefore(desk.now.subtract({ hours: 24 }));
