import type { KnownBlock } from '@slack/types';
import { escapeText, mention, quote, shorten } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { caseOf, requestersOf, type Ticket, type TicketEvent } from '../ticket.js';
import { type Say, words } from '../words.js';
import { canReachCard, hearersOf, sayTo } from './cards.js';
import { personCard, saying, TRIAGE_THREAD } from './keys.js';

/** Nobody types more into one message; escaped, it still fits into the 40,000 characters of a Slack message. */
const LONGEST = 8000;

export interface Saying {
  text: string;
  blocks?: KnownBlock[];
}

/** Writes a sentence in one language. */
type Compose = (say: Say) => string | Saying;

/** What is said of an event: to all requesters in their threads, save whoever said it there themselves. */
export async function sayToRequesters(
  desk: HelpDesk,
  ticket: Ticket,
  event: TicketEvent,
  compose: Compose,
  { except, aloud = false }: { except?: string | undefined; aloud?: boolean } = {},
): Promise<void> {
  for (const personId of await hearersOf(desk, ticket)) {
    if (personId === except) continue;
    await desk.outbox.post({
      to: personId,
      ...composed(compose, await sayTo(desk, personId)),
      thread: { once: personCard(ticket.number, personId) },
      ...(aloud && { broadcast: true }),
      once: saying(ticket.number, event.id, personId),
      about: caseOf(ticket.number),
    });
  }
}

/** What is said of an event in the triage thread, in the office's language. */
export async function sayInTriage(
  desk: HelpDesk,
  ticket: Ticket,
  event: TicketEvent,
  compose: Compose,
  { aloud = false }: { aloud?: boolean } = {},
): Promise<void> {
  if (!canReachCard(desk, ticket)) return;
  await desk.outbox.post({
    to: ticket.triageChannel,
    ...composed(compose, words.in(desk.language)),
    thread: { once: ticket.triageCard },
    ...(aloud && { broadcast: true }),
    once: saying(ticket.number, event.id, TRIAGE_THREAD),
    about: caseOf(ticket.number),
  });
}

/** Something that no line of the history tells, in the ticket's thread and seen by the whole channel. */
export async function alertTriage(
  desk: HelpDesk,
  ticket: Ticket,
  once: string,
  compose: (say: Say) => string,
): Promise<void> {
  if (!canReachCard(desk, ticket)) return;
  await desk.outbox.post({
    to: ticket.triageChannel,
    text: compose(words.in(desk.language)),
    thread: { once: ticket.triageCard },
    broadcast: true,
    once,
    about: caseOf(ticket.number),
  });
}

function composed(compose: Compose, say: Say): Saying {
  const saying = compose(say);
  return typeof saying === 'string' ? { text: saying } : saying;
}

/** Somebody's own words, with who said them. A mention would call whoever is named in the text, so it is escaped. */
export const spoken = (by: string, text: string): string => `*${mention(by)}*: ${escapeText(shorten(text, LONGEST))}`;

/** A sentence, and under it the words that belong to it. */
export const withQuote = (sentence: string, text: string | null): string =>
  text ? `${sentence}\n${quote(shorten(text, LONGEST))}` : sentence;

/** Where the copies of something said stand: what an edit has to change. */
export const copiesOf = (ticket: Ticket, { id }: TicketEvent): string[] =>
  [...requestersOf(ticket), TRIAGE_THREAD].map((to) => saying(ticket.number, id, to));
