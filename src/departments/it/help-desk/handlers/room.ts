import type { ActionVisit, Answer, Visit } from '../../../../platform/doors/doors.js';
import type { Office } from '../../../../platform/office.js';
import { UserError } from '../../../../platform/user-error.js';
import type { AtDesk, HelpDesk, Reading } from '../desk.js';
import { showTicket } from '../letters/cards.js';
import { seeTicket } from '../service/look.js';
import { detailsView } from '../views/details.js';
import { no, type Say, words } from '../words.js';

/** What every handler stands in: the office's eyes in Slack, and the way to the desk's work. */
export interface Room {
  office: Office;
  desk: AtDesk;
}

export const sayFor = ({ language }: Visit): Say => words.in(language);

/** A ticket's number, from what was typed or from a button: a claim. */
export function readNumber(text: string): number {
  const digits = text.trim().match(/^#?(\d{1,10})$/)?.[1];
  if (!digits) throw no('refusals.noNumber', { text });
  return Number(digits);
}

/**
 * Does what a button asks. Where it can't be done (any more), the person is told how things stand, and the cards of that
 * ticket are brought up to date, since the one that was pressed may be an old one.
 */
export async function press<Done>(
  room: Room,
  visit: ActionVisit,
  number: number,
  task: (desk: HelpDesk) => Promise<Done>,
): Promise<Done> {
  return orRedraw(room, visit, number, () => room.desk.work(visit.key, task));
}

/** The same for a button that opens a dialog: nothing is done yet. */
export const peek = <Seen>(
  room: Room,
  visit: ActionVisit,
  number: number,
  task: (desk: Reading) => Promise<Seen>,
): Promise<Seen> => orRedraw(room, visit, number, () => room.desk.look(task));

async function orRedraw<Done>(
  room: Room,
  visit: ActionVisit,
  number: number,
  attempt: () => Promise<Done>,
): Promise<Done> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof UserError && visit.message) await room.desk.work(undefined, (desk) => redraw(desk, number));
    throw error;
  }
}

/** The card is held meanwhile, so that it isn't drawn over by how things stood before. */
async function redraw(desk: HelpDesk, number: number): Promise<void> {
  const ticket = await desk.tickets.hold(number);
  if (ticket) await showTicket(desk, ticket);
}

/** After a button in the ticket's own form: the form as it is now. A card in a conversation follows by itself. */
export async function afterwards(room: Room, visit: ActionVisit, number: number): Promise<Answer | undefined> {
  if (!visit.view) return undefined;
  const details = await room.desk.look((desk) => seeTicket(desk, number, visit.person.id));
  return { update: detailsView(sayFor(visit), details) };
}
