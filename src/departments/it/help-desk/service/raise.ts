import type { Asked } from '../../../../platform/office.js';
import type { HelpDesk } from '../desk.js';
import { sendReceipts } from '../letters/cards.js';
import { type SharedFile, shareInTriage } from '../letters/files.js';
import { firstPlace, postCard } from '../letters/placing.js';
import { sayInTriage, withQuote } from '../letters/sayings.js';
import { queueFor } from '../queues.js';
import type { NewTicket, Source } from '../store/tickets.js';
import { startClock, type Timing } from '../targets.js';
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

/** Somebody who asks. */
export interface Asking {
  by: string;
  request: Request;
}

/** Takes in requests: each becomes a ticket with a number, a clock, and a card for everybody whom it concerns. */
export async function raiseTickets(desk: HelpDesk, asked: readonly Asked<Asking>[]): Promise<Ticket[]> {
  await desk.people.many(asked.flatMap(({ item }) => concernedBy(item)));
  // Before there is a number: who is refused leaves no gap.
  const others: (string | null)[] = [];
  for (const { item } of asked) others.push(await whomFor(desk, item.by, item.request.behalfOfId));
  const numbers = await desk.tickets.numbers(asked.length);
  const draft = drafter(desk);
  const drafts = asked.map(({ item }, place) => draft(numbers[place] ?? 0, item, others[place] ?? null));
  const added = new Map((await desk.tickets.add(drafts)).map((ticket) => [ticket.number, ticket]));
  const raised = [];
  for (const [place, one] of asked.entries()) {
    const ticket = added.get(numbers[place] ?? 0);
    if (!ticket) throw await alreadyTicket(desk, one.item.request.origin);
    raised.push({ ...one, ticket });
  }
  await desk.history.addAll(
    raised.map(({ ticket, item }) => ({ ticketNumber: ticket.number, kind: 'raised', actorId: item.by })),
  );
  const tickets: Ticket[] = [];
  for (const { ticket, item, forThem } of raised) tickets.push(await forThem(() => showFirst(desk, ticket, item)));
  await askForSetUp(desk);
  return tickets;
}

/** The same for one. */
export async function raiseTicket(desk: HelpDesk, by: string, request: Request): Promise<Ticket> {
  const [ticket] = await raiseTickets(desk, [{ item: { by, request }, forThem: (step) => step() }]);
  if (!ticket) throw new Error('a request became no ticket');
  return ticket;
}

const concernedBy = ({ by, request: { requesterId = by, behalfOfId } }: Asking): string[] =>
  [by, requesterId, behalfOfId].filter((id) => id !== null);

/** Drafts tickets. All that come at this moment with the same priority are due at the same time. */
function drafter(desk: HelpDesk) {
  const clocks = new Map<Priority, Timing>();
  const clockFor = (priority: Priority) => {
    const clock = clocks.get(priority) ?? startClock({ state: 'new', priority }, rulesOf(desk), desk.now);
    clocks.set(priority, clock);
    return clock;
  };
  return (number: number, { by, request }: Asking, behalfOfId: string | null): NewTicket => {
    const { text, category, priority, requesterId = by, origin } = request;
    const { owedSince, runningSince, targets } = clockFor(priority);
    const { id: queueId } = queueFor(desk.queues, category);
    return {
      ...{ number, text, category, priority, requesterId, behalfOfId, queueId },
      ...firstPlace(desk, number, queueId),
      ...{ owedSince, runningSince, targets },
      source: origin ? { channel: origin.channel, ts: origin.ts } : null,
      sourceLink: origin?.link ?? null,
    };
  };
}

async function showFirst(desk: HelpDesk, raised: Ticket, { by, request: { origin } }: Asking): Promise<Ticket> {
  const { number, category, priority, behalfOfId } = raised;
  const detail = { category, priority, forOther: behalfOfId !== null, fromMessage: origin !== undefined };
  await desk.audit.record({ actor: by, action: `${DESK}.raise`, object: caseOf(number), detail });
  const ticket = await giveInTurn(desk, raised);
  await sendReceipts(desk, ticket);
  await postCard(desk, ticket);
  if (origin) await keepOrigin(desk, ticket, by, origin);
  return ticket;
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
