import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { input, modal, option, plain, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { claimsOf, number } from './claims.js';
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

const assignment = z.object({ number, [fields.assignee]: z.string().min(1) });
export const readAssignment = (view: OpenView) => assignment.parse(claimsOf(view));
