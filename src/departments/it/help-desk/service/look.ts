import { colleague, type Reading } from '../desk.js';
import { type Colleague, may, type Right, standingsOf } from '../permissions.js';
import { allQueues, heard, type Queue, queueOf } from '../queues.js';
import { openStates } from '../states.js';
import type { Page, Wish } from '../store/queue.js';
import { DESK, type Ticket } from '../ticket.js';
import type { Details } from '../views/details.js';
import { hasQueues, type Place } from '../views/list.js';
import { idOf, keyOf } from '../views/moving.js';
import { namesOf } from '../views/texts.js';
import { no } from '../words.js';

const LATELY_DAYS = 14;
const FIGURES_DAYS = 30;
/** A form holds 100 blocks, and nobody reads more. */
const HISTORY = 25;

/** One ticket as this person may see it: private notes only for those who staff the desk. */
export async function seeTicket(desk: Reading, number: number, by: string): Promise<Details> {
  const ticket = await desk.tickets.get(number);
  const standings = standingsOf(await colleague(desk, by), ticket ?? undefined);
  if (!ticket || !may('see', standings)) throw no('refusals.unknown', { number });
  const withPrivate = may('seeNotes', standings);
  const events = await desk.history.of(number, { withPrivate, limit: HISTORY + 1 });
  const isShown = may('seeQueue', standings) && desk.queues.others.length > 0;
  const isCut = events.length > HISTORY;
  return {
    ticket,
    standings,
    events: events.slice(-HISTORY),
    isCut,
    queue: isShown ? queueOf(desk.queues, ticket.queueId) : null,
  };
}

export interface Listed {
  page: Page;
  at: Place;
  isStaff: boolean;
  /** To choose among, where there are several. */
  queues: readonly Queue[];
}

/** A list of tickets. What somebody may not see isn't refused but left out: a list's name may come from an old message. */
export async function listTickets(desk: Reading, by: string, wished: Place): Promise<Listed> {
  const who = await colleague(desk, by);
  const isStaff = may('seeQueue', standingsOf(who));
  const at = isStaff || mayAllSee(wished) ? inQueue(desk, wished) : { ...wished, list: 'own' as const, queue: '' };
  const queues = isStaff && desk.queues.others.length > 0 ? allQueues(desk.queues) : [];
  if (at.list === 'search') {
    return { page: await desk.search.page(at.query, isStaff ? null : by, at.page), at, isStaff, queues };
  }
  if (at.list === 'ownAll') return { page: await desk.queue.askedBy(by, at.page), at, isStaff, queues };
  const wish = { ...wishOf(desk, at.list, by), ...(at.queue && { queueId: idOf(at.queue) }) };
  return { page: await desk.queue.page(wish, at.page), at, isStaff, queues };
}

/** What somebody asked for themselves is shown from all queues, and so is what was in a queue that is closed now. */
function inQueue({ queues }: Reading, at: Place): Place {
  const isThere = allQueues(queues).some((queue) => keyOf(queue) === at.queue);
  return isThere && hasQueues(at.list) ? at : { ...at, queue: '' };
}

/** Names a queue as somebody typed it; for those who don't staff the desk there is only what they asked for. */
export async function queueCalled(desk: Reading, by: string, typed: string): Promise<string> {
  const isAsked = typed !== '' && desk.queues.others.length > 0;
  if (!isAsked || !may('seeQueue', standingsOf(await colleague(desk, by)))) return '';
  const called = (queue: Queue) => namesOf(queue).some((name) => heard(name) === heard(typed));
  const found = allQueues(desk.queues).find(called);
  if (!found) throw no('refusals.noSuchQueue', { name: typed });
  return keyOf(found);
}

const mayAllSee = ({ list }: Place): boolean => list === 'own' || list === 'ownAll' || list === 'search';

function wishOf({ now }: Reading, list: Exclude<Place['list'], 'search' | 'ownAll'>, by: string): Wish {
  const open = { states: openStates };
  const wishes: Record<typeof list, Wish> = {
    queue: open,
    unassigned: { ...open, assigneeId: null },
    assigned: { ...open, assigneeId: by },
    late: { ...open, lateAt: now },
    solved: { states: ['resolved', 'closed'], resolvedSince: now.subtract({ hours: 24 * LATELY_DAYS }) },
    own: { ...open, requesterId: by },
  };
  return wishes[list];
}

/** The desk's figures, for those who lead it. */
export async function lookAtFigures(desk: Reading, by: string) {
  await mustHave(desk, 'seeFigures', by);
  return desk.queue.figures(desk.now.subtract({ hours: 24 * FIGURES_DAYS }), desk.now);
}

/** Refuses whoever hasn't that right at the desk itself. */
export async function mustHave(desk: Reading, right: Exclude<Right, 'see'>, by: string): Promise<Colleague> {
  const who = await colleague(desk, by);
  if (!may(right, standingsOf(who))) throw no('refusals.onlyLeads');
  return who;
}

/** Who can be given a ticket, with how much they have to do; those who work in its queue first. */
export async function candidates(desk: Reading, ticket: Ticket) {
  const staff = await desk.staff.of(DESK);
  const here = staff
    .map(({ personId }) => personId)
    .filter((id) => id !== ticket.assigneeId || ticket.state !== 'in_progress');
  const { peopleIds } = queueOf(desk.queues, ticket.queueId);
  const away = await desk.people.awayAmong(here, desk.now);
  const known = await desk.people.many(here);
  const isOfQueue = ({ id }: { id: string }) => peopleIds.includes(id);
  const people = [...known.filter(isOfQueue), ...known.filter((person) => !isOfQueue(person))];
  return Promise.all(
    people.map(async ({ id, name }) => ({
      id,
      name,
      isAway: away.has(id),
      openTickets: await desk.queue.count({ states: openStates, assigneeId: id }),
    })),
  );
}
