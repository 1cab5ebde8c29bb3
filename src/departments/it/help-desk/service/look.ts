import { colleague, type Reading } from '../desk.js';
import { type Colleague, isStaff, may, type Right, standingsOf } from '../permissions.js';
import { finishedStates, openStates } from '../states.js';
import type { Page, Wish } from '../store/queue.js';
import { DESK, type Ticket } from '../ticket.js';
import type { Details } from '../views/details.js';
import type { Place } from '../views/list.js';
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
  return { ticket, standings, events: await desk.history.of(number, { withPrivate, limit: HISTORY }) };
}

export interface Listed {
  page: Page;
  at: Place;
  isStaff: boolean;
}

/** A list of tickets. What somebody may not see isn't refused but left out: a list's name may come from an old message. */
export async function listTickets(desk: Reading, by: string, wished: Place): Promise<Listed> {
  const who = await colleague(desk, by);
  const isStaff = may('seeQueue', standingsOf(who));
  const at = isStaff || mayAllSee(wished) ? wished : { ...wished, list: 'own' as const };
  if (at.list === 'search') {
    return { page: await desk.search.page(at.query, isStaff ? null : by, at.page), at, isStaff };
  }
  return { page: await desk.queue.page(wishOf(desk, at.list, by), at.page), at, isStaff };
}

const mayAllSee = ({ list }: Place): boolean => list === 'own' || list === 'ownAll' || list === 'search';

function wishOf({ now }: Reading, list: Exclude<Place['list'], 'search'>, by: string): Wish {
  const open = { states: openStates };
  const wishes: Record<typeof list, Wish> = {
    queue: open,
    unassigned: { ...open, assigneeId: null },
    assigned: { ...open, assigneeId: by },
    late: { ...open, lateAt: now },
    solved: { states: ['resolved', 'closed'], resolvedSince: now.subtract({ hours: 24 * LATELY_DAYS }) },
    own: { ...open, requesterId: by },
    ownAll: { requesterId: by },
  };
  return wishes[list];
}

/** What stands in somebody's App Home. */
export async function lookAtHome(desk: Reading, by: string) {
  const { queue, now } = desk;
  const asked = await queue.page({ states: openStates, requesterId: by }, 0, 5);
  const solved = await queue.page({ states: finishedStates, requesterId: by }, 0, 2);
  if (!isStaff(await colleague(desk, by))) return { asked, solved, work: null };
  const work = {
    assigned: await queue.page({ states: openStates, assigneeId: by }, 0, 5),
    unassigned: await queue.count({ states: openStates, assigneeId: null }),
    late: await queue.count({ states: openStates, lateAt: now }),
  };
  return { asked, solved, work };
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

/** Who can be given a ticket, with how much they have to do. */
export async function candidates(desk: Reading, ticket: Ticket) {
  const staff = await desk.staff.of(DESK);
  const here = staff
    .map(({ personId }) => personId)
    .filter((id) => id !== ticket.assigneeId || ticket.state !== 'in_progress');
  const away = await desk.people.awayAmong(here, desk.now);
  const people = await desk.people.many(here);
  return Promise.all(
    people.map(async ({ id, name }) => ({
      id,
      name,
      isAway: away.has(id),
      openTickets: await desk.queue.count({ states: openStates, assigneeId: id }),
    })),
  );
}
