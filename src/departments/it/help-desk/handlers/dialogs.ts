import type { ActionVisit, Answer, FormVisit } from '../../../../platform/doors/doors.js';
import type { HelpDesk } from '../desk.js';
import { intend } from '../service/act.js';
import { askRequester, noteOnTicket, replyToRequester, tellDesk } from '../service/converse.js';
import { dismissTicket, reopenTicket, resolveTicket } from '../service/finish.js';
import { assignTicket, releaseTicket } from '../service/handle.js';
import { moveTicket } from '../service/move.js';
import { explainRating } from '../service/rate.js';
import { findReply, repliesFor } from '../service/replies.js';
import { sortTicket } from '../service/sort.js';
import type { Ticket } from '../ticket.js';
import { readAssignment, TO_QUEUE } from '../views/assigning.js';
import { readComment } from '../views/comment.js';
import { readInsertion, readWriting, type Writing, writingDialog } from '../views/dialogs.js';
import { readMove } from '../views/moving.js';
import { readSorting } from '../views/sorting.js';
import { type Room, sayFor } from './room.js';

type Write = (desk: HelpDesk, number: number, by: string, text: string) => Promise<Ticket>;

/** What is done with a text that was written to a ticket. */
const write: Record<Writing, Write> = {
  ask: askRequester,
  resolve: resolveTicket,
  dismiss: dismissTicket,
  reopen: reopenTicket,
  reply: (desk, number, by, text) => replyToRequester(desk, number, by, { text }),
  note: (desk, number, by, text) => noteOnTicket(desk, number, by, { text }),
  tell: (desk, number, by, text) => tellDesk(desk, number, by, { text }),
};

/** Whether it was opened from a card or from the ticket's form: when it is done, nothing stays open. */
const done: Answer = { close: 'all' };

/** The dialogs that a card's buttons open, once they are sent. */
export const dialogHandlers = ({ desk }: Room) => ({
  write: async (visit: FormVisit): Promise<Answer> => {
    const read = readWriting(sayFor(visit), visit.view);
    if ('errors' in read) return read;
    const { writing, number, text } = read.fields;
    await desk.work(visit.key, (at) => write[writing](at, number, visit.person.id, text));
    return done;
  },

  assign: async ({ view, key, person }: FormVisit): Promise<Answer> => {
    const { number, assignee } = readAssignment(view);
    await desk.work(key, (at) =>
      assignee === TO_QUEUE ? releaseTicket(at, number, person.id) : assignTicket(at, number, person.id, assignee),
    );
    return done;
  },

  sort: async ({ view, key, person }: FormVisit): Promise<Answer> => {
    const { number, ...sorting } = readSorting(view);
    await desk.work(key, (at) => sortTicket(at, number, person.id, sorting));
    return done;
  },

  move: async ({ view, key, person }: FormVisit): Promise<Answer> => {
    const { number, queueId } = readMove(view);
    await desk.work(key, (at) => moveTicket(at, number, person.id, queueId));
    return done;
  },

  comment: async ({ view, key, person }: FormVisit): Promise<Answer> => {
    const { number, text } = readComment(view);
    if (text.trim()) await desk.work(key, (at) => explainRating(at, number, person.id, text.trim()));
    return done;
  },

  /** A canned reply was chosen: it is put under what was written already. */
  insert: async (visit: ActionVisit): Promise<Answer | undefined> => {
    if (!visit.view) return undefined;
    const { writing, number, turn, text } = readInsertion(visit.view);
    return desk.look(async (at) => {
      const { ticket } = await intend(at, writing, number, visit.person.id);
      const reply = await findReply(at, visit.value);
      if (!reply) return undefined;
      const parts = {
        ticket,
        replies: await repliesFor(at, ticket),
        text: [text, reply.text].filter(Boolean).join('\n'),
      };
      return { update: writingDialog(sayFor(visit), writing, { ...parts, turn: turn + 1 }) };
    });
  },
});
