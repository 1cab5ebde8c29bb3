import { mention } from '../../../../platform/mrkdwn.js';
import { colleague, type HelpDesk } from '../desk.js';
import { showTicket } from '../letters/cards.js';
import { placeInTriage } from '../letters/placing.js';
import { sayInTriage, sayToRequesters, withQuote } from '../letters/sayings.js';
import { isRequester, isStaff } from '../permissions.js';
import { isPast, workingDaysLater } from '../targets.js';
import type { Ticket } from '../ticket.js';
import { no, type Say } from '../words.js';
import { type Begun, begin, settle } from './act.js';
import { giveInTurn } from './rota.js';

/** What is wrong is mended. The requester may reopen the ticket or rate it, until it closes by itself. */
export async function resolveTicket(desk: HelpDesk, number: number, by: string, resolution: string): Promise<Ticket> {
  const begun = await begin(desk, 'resolve', number, by);
  const changes = {
    assigneeId: begun.ticket.assigneeId ?? by,
    resolution: resolution || null,
    resolvedAt: desk.now,
    closeAt: workingDaysLater(desk.calendar, desk.now, desk.settings.closeAfterDays),
    remindAt: null,
  };
  const event = { kind: 'resolved', text: resolution || null } as const;
  const done = await settle(desk, begun, { act: 'resolve', by, event, changes, answers: true });
  const { ticket } = done;
  const told = (say: Say) => settled(say, 'said.resolved', by, resolution);
  await sayToRequesters(desk, ticket, done.event, told, { aloud: true });
  await sayInTriage(desk, ticket, done.event, told);
  return ticket;
}

/** It is nothing for IT, and whoever asked is told why. */
export async function dismissTicket(desk: HelpDesk, number: number, by: string, reason: string): Promise<Ticket> {
  const begun = await begin(desk, 'dismiss', number, by);
  const event = { kind: 'dismissed', text: reason || null } as const;
  const deed = { act: 'dismiss', by, event, changes: { remindAt: null }, answers: true } as const;
  const done = await settle(desk, begun, deed);
  const told = (say: Say) => settled(say, 'said.dismissed', by, reason);
  await sayToRequesters(desk, done.ticket, done.event, told, { aloud: true });
  await sayInTriage(desk, done.ticket, done.event, told);
  return done.ticket;
}

/** The requester needs no help any more. */
export async function withdrawTicket(desk: HelpDesk, number: number, by: string): Promise<Ticket> {
  const begun = await begin(desk, 'withdraw', number, by);
  const deed = { act: 'withdraw', by, event: { kind: 'withdrawn' }, changes: { remindAt: null } } as const;
  const done = await settle(desk, begun, deed);
  await sayInTriage(desk, done.ticket, done.event, (say) => say('said.withdrawn', { by: mention(by) }));
  await sayToRequesters(desk, done.ticket, done.event, (say) => say('said.withdrawn', { by: mention(by) }), {
    except: by,
  });
  return done.ticket;
}

/** The requester agrees that it is solved. */
export async function closeTicket(desk: HelpDesk, number: number, by: string): Promise<Ticket> {
  const begun = await begin(desk, 'close', number, by);
  const deed = { act: 'close', by, event: { kind: 'closed' }, changes: { closeAt: null } } as const;
  return (await settle(desk, begun, deed)).ticket;
}

/** It isn't solved after all: the ticket is back in the queue, for whoever had it, with a clock that starts anew. */
export async function reopenTicket(desk: HelpDesk, number: number, by: string, reason: string): Promise<Ticket> {
  const begun = await begin(desk, 'reopen', number, by);
  if (isRequester(begun.ticket, by)) refuseLongAfter(desk, begun);
  const assigneeId = await stillHere(desk, begun.ticket.assigneeId);
  const changes = { assigneeId, resolvedAt: null, closeAt: null, rating: null, ratingComment: null, ratedAt: null };
  const event = { kind: 'reopened', text: reason || null } as const;
  const done = await settle(desk, begun, { act: 'reopen', by, event, changes, afresh: true });
  const ticket = await backInQueue(desk, done.ticket);
  await sayInTriage(desk, ticket, done.event, (say) => {
    const key = ticket.assigneeId ? 'said.reopenedFor' : 'said.reopened';
    const assignee = ticket.assigneeId ? mention(ticket.assigneeId) : '';
    return withQuote(say(key, { by: mention(by), assignee }), reason);
  });
  await sayToRequesters(desk, ticket, done.event, (say) => settled(say, 'said.reopened', by, reason));
  return ticket;
}

/** Whoever had it may have left the desk while it was finished, and can't be expected to see to it. */
const stillHere = async (desk: HelpDesk, had: string | null): Promise<string | null> =>
  had !== null && isStaff(await colleague(desk, had)) ? had : null;

/** While it was finished, its queue may have been closed, or have got another channel. */
async function backInQueue(desk: HelpDesk, ticket: Ticket): Promise<Ticket> {
  const given = ticket.assigneeId === null ? await giveInTurn(desk, ticket) : ticket;
  const placed = await placeInTriage(desk, given);
  if (given.assigneeId !== ticket.assigneeId) await showTicket(desk, placed);
  return placed;
}

/** Long after, what is wrong is rather something new. */
export function refuseLongAfter({ settings, calendar, now }: HelpDesk, { ticket }: Pick<Begun, 'ticket'>): void {
  const { resolvedAt, number } = ticket;
  if (resolvedAt && isPast(workingDaysLater(calendar, resolvedAt, settings.regretDays), now)) {
    throw no('refusals.longAgo', { number });
  }
}

const settled = (
  say: Say,
  key: 'said.resolved' | 'said.dismissed' | 'said.reopened',
  by: string,
  text: string,
): string => withQuote(say(key, { by: mention(by) }), text);
