import type { HelpDesk } from '../desk.js';
import { sendReceipts } from '../letters/cards.js';
import { type SharedFile, shareInTriage } from '../letters/files.js';
import { placeInTriage } from '../letters/placing.js';
import { sayInTriage, withQuote } from '../letters/sayings.js';
import { queueFor } from '../queues.js';
import type { Source } from '../store/tickets.js';
import { startClock } from '../targets.js';
import { type Category, caseOf, DESK, type Priority, type Ticket } from '../ticket.js';
import { no } from '../words.js';
import { nameOf, rulesOf } from './act.js';
import { giveInTurn } from './rota.js';
import { askForSetUp } from './set-up.js';

/** What somebody asks IT for. */
export interface Request {
  text: string;
  category: Category;
  priority: Priority;
  behalfOfId: string | null;
  /** Whose ticket it is, where somebody else made it for them; else it is theirs who raises it. */
  requesterId?: string;
  /** The message in Slack that it was made from, with the thread so far. */
  origin?: Origin | undefined;
}

export interface Origin extends Source {
  link: string | null;
  /** The thread so far, as people saw it. */
  excerpt: string | null;
  files: SharedFile[];
}

/** Takes in a request: it becomes a ticket with a number, a clock, and a card for everybody whom it concerns. */
export async function raiseTicket(desk: HelpDesk, by: string, request: Request): Promise<Ticket> {
  const { text, category, priority, requesterId = by, origin } = request;
  const behalfOfId = await whomFor(desk, by, request.behalfOfId);
  const { owedSince, runningSince, targets } = startClock({ state: 'new', priority }, rulesOf(desk), desk.now);
  const clock = { owedSince, runningSince, targets };
  const from = { source: origin ? { channel: origin.channel, ts: origin.ts } : null, sourceLink: origin?.link ?? null };
  const { id: queueId } = queueFor(desk.queues, category);
  const added = await desk.tickets.add({
    text,
    category,
    priority,
    requesterId,
    behalfOfId,
    queueId,
    ...clock,
    ...from,
  });
  if (!added) throw await alreadyTicket(desk, origin);

  await desk.history.add(added.number, { kind: 'raised', actorId: by });
  const detail = { category, priority, forOther: behalfOfId !== null, fromMessage: origin !== undefined };
  await desk.audit.record({ actor: by, action: `${DESK}.raise`, object: caseOf(added.number), detail });
  const ticket = await showFirst(desk, await giveInTurn(desk, added));
  if (origin) await keepOrigin(desk, ticket, by, origin);
  await askForSetUp(desk);
  return ticket;
}

async function showFirst(desk: HelpDesk, ticket: Ticket): Promise<Ticket> {
  await sendReceipts(desk, ticket);
  return placeInTriage(desk, ticket);
}

/** For a colleague who works here; for oneself is the same as for nobody else. */
async function whomFor(desk: HelpDesk, by: string, behalfOfId: string | null): Promise<string | null> {
  if (behalfOfId === null || behalfOfId === by) return null;
  const person = await desk.people.get(behalfOfId);
  if (person?.isBot) throw no('refusals.forApp', {}, 'behalf-of');
  if (person?.deactivatedAt) throw no('refusals.forLeft', { name: await nameOf(desk, behalfOfId) }, 'behalf-of');
  if (!person) throw no('refusals.forUnknown', {}, 'behalf-of');
  return behalfOfId;
}

async function alreadyTicket(desk: HelpDesk, origin: Origin | undefined) {
  const existing = origin && (await desk.tickets.madeFrom(origin));
  return no('refusals.alreadyTicket', { number: existing?.number ?? '' });
}

async function keepOrigin(desk: HelpDesk, ticket: Ticket, by: string, { excerpt, files }: Origin): Promise<void> {
  const fileNames = files.map(({ name }) => name);
  const event = await desk.history.add(ticket.number, { kind: 'excerpt', actorId: by, text: excerpt, fileNames });
  if (event && excerpt) await sayInTriage(desk, ticket, event, (say) => withQuote(say('said.excerpt'), excerpt));
  await shareInTriage(desk, ticket, files);
}
