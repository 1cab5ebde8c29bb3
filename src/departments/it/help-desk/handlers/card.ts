import type { ActionVisit, Answer } from '../../../../platform/doors/doors.js';
import { tailOf } from '../ids.js';
import { intend } from '../service/act.js';
import { closeTicket, withdrawTicket } from '../service/finish.js';
import { takeTicket } from '../service/handle.js';
import { draftFromTicket } from '../service/keep-articles.js';
import { candidates, seeTicket } from '../service/look.js';
import { rateTicket } from '../service/rate.js';
import { repliesFor } from '../service/replies.js';
import type { Act } from '../states.js';
import { newArticleForm } from '../views/article-form.js';
import { assignDialog } from '../views/assigning.js';
import { commentDialog } from '../views/comment.js';
import { detailsView } from '../views/details.js';
import { type Writing, writingDialog, writings } from '../views/dialogs.js';
import { type Choice, readChoice } from '../views/more-menu.js';
import { moveDialog } from '../views/moving.js';
import { sortDialog } from '../views/sorting.js';
import { scores } from '../views/texts.js';
import { no } from '../words.js';
import { afterwards, peek, press, type Room, readNumber, sayFor } from './room.js';

/** The buttons on a ticket's cards, and in its form. What they say is a claim: the service decides. */
export function cardHandlers(room: Room) {
  const intending = (act: Act, visit: ActionVisit, number: number) =>
    peek(room, visit, number, async (desk) => {
      const { ticket } = await intend(desk, act, number, visit.person.id);
      return {
        ticket,
        replies: await repliesFor(desk, ticket),
        candidates: await candidates(desk, ticket),
        queues: desk.queues,
      };
    });

  const openDialog: Record<Choice | 'assign' | Writing, (visit: ActionVisit, number: number) => Promise<Answer>> = {
    ...writingsAs((writing) => async (visit, number) => {
      const { ticket, replies } = await intending(writing, visit, number);
      const offered = writings[writing].hasReplies ? replies : [];
      return { open: writingDialog(sayFor(visit), writing, { ticket, replies: offered }) };
    }),
    assign: async (visit, number) => {
      const { ticket, candidates } = await intending('assign', visit, number);
      return { open: assignDialog(sayFor(visit), ticket, candidates) };
    },
    sort: async (visit, number) => {
      const { ticket, queues } = await intending('sort', visit, number);
      return { open: sortDialog(sayFor(visit), ticket, queues.others.length > 0) };
    },
    move: async (visit, number) => {
      const { ticket, queues } = await intending('move', visit, number);
      return { open: moveDialog(sayFor(visit), ticket, queues) };
    },
    article: async (visit, number) => ({
      open: newArticleForm(
        sayFor(visit),
        await peek(room, visit, number, (desk) => draftFromTicket(desk, number, visit.person.id)),
      ),
    }),
    details: async (visit, number) => ({
      open: detailsView(sayFor(visit), await room.desk.look((desk) => seeTicket(desk, number, visit.person.id))),
    }),
  };
  const opens = (dialog: keyof typeof openDialog) => (visit: ActionVisit) =>
    openDialog[dialog](visit, readNumber(visit.value));

  return {
    take: async (visit: ActionVisit) => {
      const number = readNumber(visit.value);
      await press(room, visit, number, (desk) => takeTicket(desk, number, visit.person.id));
      return afterwards(room, visit, number);
    },
    withdraw: async (visit: ActionVisit) => {
      const number = readNumber(visit.value);
      await press(room, visit, number, (desk) => withdrawTicket(desk, number, visit.person.id));
      return afterwards(room, visit, number);
    },
    close: async (visit: ActionVisit) => {
      const number = readNumber(visit.value);
      await press(room, visit, number, (desk) => closeTicket(desk, number, visit.person.id));
      return afterwards(room, visit, number);
    },
    rate: async (visit: ActionVisit) => {
      const number = readNumber(visit.value);
      const score = scores.find((one) => String(one) === tailOf(visit.actionId));
      if (!score) throw no('refusals.noScore');
      await press(room, visit, number, (desk) => rateTicket(desk, number, visit.person.id, score));
      return { open: commentDialog(sayFor(visit), number) };
    },
    more: async (visit: ActionVisit) => {
      const chosen = readChoice(visit.value);
      if (!chosen) throw no('refusals.noChoice');
      return openDialog[chosen.choice](visit, chosen.number);
    },
    assign: opens('assign'),
    askBack: opens('ask'),
    reply: opens('reply'),
    resolve: opens('resolve'),
    reopen: opens('reopen'),
    tell: opens('tell'),
  };
}

function writingsAs<Value>(make: (writing: Writing) => Value): Record<Writing, Value> {
  const entries = Object.keys(writings).map((name) => [name, make(name as Writing)] as const);
  return Object.fromEntries(entries) as Record<Writing, Value>;
}
