import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { input, modal, option, plain, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import { categories, priorities, type Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { categoryOption, priorityOption } from './form.js';
import { firstLine } from './texts.js';

/** Who can be given a ticket. */
export interface Candidate {
  id: string;
  name: string;
  isAway: boolean;
  openTickets: number;
}

export const assignDialog = (say: Say, ticket: Ticket, candidates: readonly Candidate[]): ModalView =>
  modal({
    callbackId: ids.assignForm,
    title: say.plain('assign.title', { number: ticket.number }),
    close: say.plain('form.cancel'),
    metadata: String(ticket.number),
    ...(candidates.length > 0 && { submit: say.plain('assign.send') }),
    blocks: [
      section(`*#${ticket.number}* ${firstLine(ticket.text)}`),
      candidates.length > 0
        ? chooseAssignee(say, candidates, ticket.assigneeId !== null)
        : section(say('assign.nobody')),
    ],
  });

/** Chosen in place of a person: the ticket goes back to the queue. */
export const TO_QUEUE = 'queue';

function chooseAssignee(say: Say, candidates: readonly Candidate[], isAssigned: boolean) {
  const toQueue = isAssigned ? [option(TO_QUEUE, say.plain('assign.toQueue'))] : [];
  const people = candidates.map(({ id, name, isAway, openTickets }) => {
    const load = say.plain('assign.load', { count: openTickets });
    return option(id, name, isAway ? say.plain('assign.away', { load }) : load);
  });
  return input(fields.assignee, say.plain('assign.label'), {
    type: 'static_select',
    placeholder: plain(say.plain('form.choose'), 150),
    options: [...toQueue, ...people].slice(0, 100),
  });
}

export const sortDialog = (say: Say, ticket: Ticket): ModalView =>
  modal({
    callbackId: ids.sortForm,
    title: say.plain('sort.title', { number: ticket.number }),
    submit: say.plain('sort.send'),
    close: say.plain('form.cancel'),
    metadata: String(ticket.number),
    blocks: [
      section(`*#${ticket.number}* ${firstLine(ticket.text)}`),
      input(fields.priority, say.plain('form.priority'), {
        type: 'radio_buttons',
        options: priorities.map((priority) => priorityOption(say, priority)),
        initial_option: priorityOption(say, ticket.priority),
      }),
      input(fields.category, say.plain('form.category'), {
        type: 'static_select',
        options: categories.map((category) => categoryOption(say, category)),
        initial_option: categoryOption(say, ticket.category),
      }),
    ],
  });

const number = z.coerce.number().int().positive();
const assignment = z.object({ number, [fields.assignee]: z.string().min(1) });
const sorting = z.object({ number, [fields.priority]: z.enum(priorities), [fields.category]: z.enum(categories) });

const claims = ({ privateMetadata, values }: OpenView) => ({ ...answersOf(values), number: privateMetadata });

export const readAssignment = (view: OpenView) => assignment.parse(claims(view));
export const readSorting = (view: OpenView) => sorting.parse(claims(view));

/** After a rating: a word about it, if somebody likes. */
export const commentDialog = (say: Say, number: number): ModalView =>
  modal({
    callbackId: ids.commentForm,
    title: say.plain('rate.title'),
    submit: say.plain('form.send'),
    close: say.plain('rate.noComment'),
    metadata: String(number),
    blocks: [
      section(say('rate.thanks')),
      input(
        fields.text,
        say.plain('rate.comment'),
        { type: 'plain_text_input', multiline: true, max_length: 1000 },
        { optional: true },
      ),
    ],
  });

const comment = z.object({ number, [fields.text]: z.string().max(1000).default('') });
export const readComment = (view: OpenView) => comment.parse(claims(view));
