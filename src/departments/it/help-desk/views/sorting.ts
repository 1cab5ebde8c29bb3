import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { input, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import { categories, priorities, type Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { claimsOf, number } from './claims.js';
import { categoryOption, priorityOption } from './form.js';
import { firstLine } from './texts.js';

/** Another priority or category; that of another queue moves the ticket there. */
export const sortDialog = (say: Say, ticket: Ticket, hasQueues = false): ModalView =>
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
      input(
        fields.category,
        say.plain('form.category'),
        {
          type: 'static_select',
          options: categories.map((category) => categoryOption(say, category)),
          initial_option: categoryOption(say, ticket.category),
        },
        hasQueues ? { hint: say.plain('sort.moves') } : {},
      ),
    ],
  });

const sorting = z.object({ number, [fields.priority]: z.enum(priorities), [fields.category]: z.enum(categories) });
export const readSorting = (view: OpenView) => sorting.parse(claimsOf(view));
