import { mention } from '../../../../platform/mrkdwn.js';
import type { HelpDesk } from '../desk.js';
import { sayInTriage, withQuote } from '../letters/sayings.js';
import type { Ticket } from '../ticket.js';
import { scoreOf } from '../views/texts.js';
import { no } from '../words.js';
import { begin, settle } from './act.js';
import { refuseLongAfter } from './finish.js';

/** The requester says how it went, and so closes the ticket. They may change their mind for a while. */
export async function rateTicket(desk: HelpDesk, number: number, by: string, rating: number): Promise<Ticket> {
  const begun = await begin(desk, 'rate', number, by);
  refuseLongAfter(desk, begun);
  const changes = { rating, ratedAt: desk.now, closeAt: null };
  const event = { kind: 'rated', detail: { rating } } as const;
  const done = await settle(desk, begun, { act: 'rate', by, event, changes });
  await sayInTriage(desk, done.ticket, done.event, (say) =>
    say('said.rated', { by: mention(by), score: scoreOf(say, rating) }),
  );
  return done.ticket;
}

/** A word about a rating that was given. */
export async function explainRating(desk: HelpDesk, number: number, by: string, comment: string): Promise<Ticket> {
  const begun = await begin(desk, 'rate', number, by);
  refuseLongAfter(desk, begun);
  if (begun.ticket.rating === null) throw no('refusals.notRated', { number });
  const event = { kind: 'rated', text: comment, detail: { rating: begun.ticket.rating } } as const;
  const done = await settle(desk, begun, { act: 'rate', by, event, changes: { ratingComment: comment } });
  await sayInTriage(desk, done.ticket, done.event, (say) =>
    withQuote(say('said.ratingComment', { by: mention(by) }), comment),
  );
  return done.ticket;
}
