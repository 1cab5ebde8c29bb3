import { AlreadyHandled } from '../../../../platform/user-error.js';
import { colleague, type HelpDesk, type Reading } from '../desk.js';
import { followTicket } from '../letters/cards.js';
import { may, type Standing, standingsOf, whoInstead } from '../permissions.js';
import { type Act, moves } from '../states.js';
import type { NewEvent } from '../store/history.js';
import type { TicketChanges } from '../store/tickets.js';
import { answered, keepClock, type Rules, startClock } from '../targets.js';
import { caseOf, DESK, type State, type Ticket, type TicketEvent } from '../ticket.js';
import { no } from '../words.js';

/** A ticket that is held, and what becomes of it. */
export interface Begun {
  ticket: Ticket;
  next: State;
  standings: ReadonlySet<Standing>;
}

/**
 * Holds the ticket, and makes sure that this person may do this to it in the state that it is in now. Two people often
 * press together: whoever comes second waits here, and is then told what the first one did.
 */
export async function begin(desk: HelpDesk, act: Act, number: number, by: string): Promise<Begun> {
  return consider(desk, act, number, by, await desk.tickets.hold(number));
}

/** The same for somebody who has yet to write what they want to do: nobody waits meanwhile, so it is asked again then. */
export async function intend(desk: Reading, act: Act, number: number, by: string): Promise<Begun> {
  return consider(desk, act, number, by, await desk.tickets.get(number));
}

async function consider(desk: Reading, act: Act, number: number, by: string, ticket: Ticket | null): Promise<Begun> {
  const who = await colleague(desk, by);
  const standings = standingsOf(who, ticket ?? undefined);
  // Whether a ticket exists is nobody's business who may not see it.
  if (!ticket || !may('see', standings)) throw no('refusals.unknown', { number });
  if (!may(act, standings)) throw no(`refusals.${whoInstead[act]}`, { number });
  const next = moves[act][ticket.state];
  if (!next) throw await stale(desk, ticket);
  return { ticket, next, standings };
}

/** The act was possible when the button was drawn; now it says how things stand. */
export async function stale(desk: Reading, { number, state, assigneeId }: Ticket) {
  return no(`stale.${state}`, { number, by: await nameOf(desk, assigneeId) });
}

/** Refusals are also shown in forms, where a mention would not be readable. */
export async function nameOf({ people }: Reading, personId: string | null): Promise<string> {
  const person = personId && (await people.get(personId));
  return person ? person.name : (personId ?? '–');
}

export interface Deed {
  act: Act;
  /** Null: the clock did it. */
  by: string | null;
  event: Omit<NewEvent, 'actorId'>;
  changes?: TicketChanges;
  /** It is an answer to the requester: the desk's first, if there was none. */
  answers?: boolean;
  /** The clock starts anew. */
  afresh?: boolean;
}

/** Writes down what was done, lets the clock follow, and brings every card up to date. */
export async function settle(
  desk: HelpDesk,
  { ticket, next }: Pick<Begun, 'ticket' | 'next'>,
  { act, by, event, changes = {}, answers = false, afresh = false }: Deed,
): Promise<{ ticket: Ticket; event: TicketEvent }> {
  const after = { state: next, priority: changes.priority ?? ticket.priority };
  const rules = rulesOf(desk);
  const clock = afresh ? startClock(after, rules, desk.now) : keepClock(ticket, after, rules, desk.now);
  const timing = answers ? answered(clock, desk.now) : clock;

  const line = await desk.history.add(ticket.number, { ...event, actorId: by });
  if (!line) throw new AlreadyHandled(caseOf(ticket.number));
  const changed = await desk.tickets.change(ticket.number, { ...timing, ...changes, state: next });
  await desk.audit.record({
    actor: by ?? 'system',
    action: `${DESK}.${act}`,
    object: caseOf(ticket.number),
    detail: {
      from: ticket.state,
      to: next,
      assignee: changed.assigneeId,
      priority: changed.priority,
      ...queueIn(changed, ticket),
    },
  });
  await followTicket(desk, ticket, changed);
  return { ticket: changed, event: line };
}

/** Told only where it changed. */
const queueIn = ({ queueId }: Ticket, before: Ticket): { queue?: string } =>
  queueId === before.queueId ? {} : { queue: queueId ?? 'main' };

export const rulesOf = ({ calendar, settings }: Reading): Rules => ({ calendar, targets: settings.targets });
