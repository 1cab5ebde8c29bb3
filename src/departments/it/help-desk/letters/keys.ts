import { caseOf, type Ticket } from '../ticket.js';

// Once keys: each names what it tells, so that telling it again is harmless.

export const personCard = (number: number, personId: string): string => `${caseOf(number)}/card/${personId}`;
export const channelCard = (number: number, channel: string): string => `${caseOf(number)}/triage/${channel}`;

/** What one line of the history says in somebody's thread, or in the triage thread. */
export const saying = (number: number, eventId: string, to: string): string =>
  `${caseOf(number)}/said/${eventId}/${to}`;
export const TRIAGE_THREAD = 'triage';

/** Whether a letter stands among those who staff the desk, rather than in a requester's direct messages. */
export const isInTriage = (ticket: Pick<Ticket, 'number'>, once: string): boolean =>
  once.startsWith(`${caseOf(ticket.number)}/triage/`) || once.endsWith(`/${TRIAGE_THREAD}`);
