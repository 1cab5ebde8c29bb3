import type { ActionVisit, CommandVisit, Visit } from '../../../../platform/doors/doors.js';
import { lookAtHome, openThingsOf } from '../service/home.js';
import { listTickets, lookAtFigures, queueCalled, seeTicket } from '../service/look.js';
import { detailsView } from '../views/details.js';
import { figuresNote } from '../views/figures.js';
import { homeBlocks } from '../views/home.js';
import {
  firstPage,
  type ListName,
  listNote,
  openButton,
  type Place,
  readList,
  readPlace,
  rowText,
} from '../views/list.js';
import { isSaid } from '../views/reading.js';
import { no } from '../words.js';
import { whatWasTyped } from './readable.js';
import { type Room, readNumber, sayFor } from './room.js';

/** Looking at tickets: lists, search, one by its number, and App Home. */
export function listHandlers(room: Room) {
  const show = async (visit: Visit, place: Place) => {
    const { page, at, isStaff, queues } = await room.desk.look((desk) => listTickets(desk, visit.person.id, place));
    return listNote(sayFor(visit), page, at, isStaff, queues);
  };
  const open = async (visit: Visit, number: number) => {
    const details = await room.desk.look((desk) => seeTicket(desk, number, visit.person.id));
    return { open: detailsView(sayFor(visit), details) };
  };
  const list = (name: ListName) => async (visit: Visit) => ({ say: await show(visit, firstPage(name)) });

  return {
    /** `/ithelp list networks` is the queue of that name. */
    list: async (visit: CommandVisit) => {
      const name = await whatWasTyped(room, visit);
      const key = await room.desk.look((desk) => queueCalled(desk, visit.person.id, name));
      return { say: await show(visit, firstPage('queue', '', key)) };
    },
    mine: list('assigned'),

    search: async (visit: CommandVisit) => {
      const query = await whatWasTyped(room, visit);
      if (!isSaid(query)) throw no('refusals.searchEmpty');
      return { say: await show(visit, firstPage('search', query)) };
    },

    openByNumber: (visit: CommandVisit) => open(visit, readNumber(visit.text)),
    open: (visit: ActionVisit) => open(visit, readNumber(visit.value)),

    showList: async (visit: ActionVisit) => ({ say: await show(visit, readList(visit.value)) }),
    turnPage: async (visit: ActionVisit) => ({ replace: await show(visit, readPlace(visit.value)) }),
    filter: async (visit: ActionVisit) => ({ replace: await show(visit, readList(visit.value)) }),

    figures: async (visit: Visit) => {
      const figures = await room.desk.look((desk) => lookAtFigures(desk, visit.person.id));
      return { say: figuresNote(sayFor(visit), figures) };
    },

    home: async (visit: Visit) => {
      const tickets = await room.desk.look((desk) => lookAtHome(desk, visit.person.id));
      return homeBlocks(sayFor(visit), tickets);
    },

    openThings: async (visit: Visit) => {
      const tickets = await room.desk.look((desk) => openThingsOf(desk, visit.person.id));
      const say = sayFor(visit);
      return tickets.map((ticket) => ({ text: rowText(say, ticket), button: openButton(say, ticket) }));
    },
  };
}
