import { isWorking } from '../../../../platform/calendar/working-time.js';
import type { Temporal } from '../../../../platform/time.js';
import type { HelpDesk } from '../desk.js';
import { hearersOf } from '../letters/cards.js';
import { remindOfQuestion } from '../letters/questions.js';
import { sayInTriage, sayToRequesters } from '../letters/sayings.js';
import { tellLate, tellNear } from '../letters/targets.js';
import { moves } from '../states.js';
import type { Alarm } from '../store/clock.js';
import { isPast } from '../targets.js';
import type { Ticket } from '../ticket.js';
import { settle } from './act.js';

/** Tells of targets that are near, and of those that were missed: each once, and only while the office works. */
export async function watchTargets(desk: HelpDesk): Promise<void> {
  if (!isWorking(desk.calendar, desk.now)) return;
  for (const alarm of await desk.clock.alarms()) {
    const ticket = await desk.tickets.hold(alarm.number);
    // Until it was held, somebody may have answered, resolved or moved it.
    const due = ticket && stillDue(ticket, alarm, desk.now);
    if (!due) continue;
    await (alarm.isLate ? tellLate : tellNear)(desk, ticket, alarm.kind, due);
    await desk.clock.markTold(alarm);
  }
}

function stillDue(ticket: Ticket, { kind, isLate }: Alarm, now: Temporal.Instant): Temporal.Instant | null {
  const target = ticket.targets.find((one) => one.kind === kind);
  if (!target || !isPast(isLate ? target.dueAt : target.warnAt, now)) return null;
  return (isLate ? target.escalatedAt : target.warnedAt) ? null : target.dueAt;
}

/** Reminds requesters of a question that has waited for days. */
export async function remindRequesters(desk: HelpDesk): Promise<void> {
  if (!isWorking(desk.calendar, desk.now)) return;
  for (const number of await desk.clock.toRemind()) {
    const ticket = await desk.tickets.hold(number);
    if (ticket?.state !== 'waiting') continue;
    for (const personId of await hearersOf(desk, ticket)) await remindOfQuestion(desk, ticket, personId);
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
