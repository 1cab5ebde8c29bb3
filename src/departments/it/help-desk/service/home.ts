import { colleague, type Reading } from '../desk.js';
import { isStaff } from '../permissions.js';
import { openStates } from '../states.js';
import type { Ticket } from '../ticket.js';

/** What stands in somebody's App Home. */
export async function lookAtHome(desk: Reading, by: string) {
  const { ask, queue, now } = desk;
  const [asked, solved, hasArticles, who] = await ask(
    () => queue.top({ states: openStates, requesterId: by }, 5),
    () => queue.lastFinished(by, 2),
    () => desk.articles.isAnyPublished(),
    () => colleague(desk, by),
  );
  if (!isStaff(who)) return { asked, solved, hasArticles, work: null };
  const [tickets, { assigned: total, unassigned, late }] = await ask(
    () => queue.first({ states: openStates, assigneeId: by }, 5),
    () => queue.openCounts(by, now),
  );
  return { asked, solved, hasArticles, work: { assigned: { tickets, total }, unassigned, late } };
}

/** Nobody has more open; who does sees how many in the lists. */
const MOST_OPEN = 50;

/** What somebody has open here, the most pressing first: what they have to solve, then what they asked for. */
export async function openThingsOf({ queue }: Reading, by: string): Promise<Ticket[]> {
  const work = await queue.first({ states: openStates, assigneeId: by }, MOST_OPEN);
  const asked = await queue.first({ states: openStates, requesterId: by }, MOST_OPEN);
  const isWork = ({ number }: Ticket) => work.some((ticket) => ticket.number === number);
  return [...work, ...asked.filter((ticket) => !isWork(ticket))];
}
