import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { input, modal, option, plain, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import { allQueues, type Queue, type Queues } from '../queues.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';
import { claimsOf, number } from './claims.js';
import { firstLine, queueName } from './texts.js';

/** The default queue, where only an id is expected. */
const MAIN_QUEUE = 'main';
export const keyOf = ({ id }: Pick<Queue, 'id'>): string => id ?? MAIN_QUEUE;
export const idOf = (key: string): string | null => (key === MAIN_QUEUE ? null : key);

/** Into which other queue a ticket goes. */
export function moveDialog(say: Say, ticket: Ticket, queues: Queues): ModalView {
  const others = allQueues(queues).filter(({ id }) => id !== ticket.queueId);
  return modal({
    callbackId: ids.moveForm,
    title: say.plain('move.title', { number: ticket.number }),
    close: say.plain('form.cancel'),
    metadata: String(ticket.number),
    ...(others.length > 0 && { submit: say.plain('move.send') }),
    blocks: [
      section(`*#${ticket.number}* ${firstLine(ticket.text)}`),
      others.length > 0 ? chooseQueue(say, others) : section(say('move.nowhere')),
    ],
  });
}

const chooseQueue = (say: Say, queues: readonly Queue[]) =>
  input(
    fields.queue,
    say.plain('move.label'),
    {
      type: 'static_select',
      placeholder: plain(say.plain('form.choose'), 150),
      options: queues.map((queue) => option(keyOf(queue), queueName(say, queue))),
    },
    { hint: say.plain('move.hint') },
  );

const move = z.object({ number, [fields.queue]: z.string().min(1) });
export const readMove = (view: OpenView) => {
  const { number, queue } = move.parse(claimsOf(view));
  return { number, queueId: idOf(queue) };
};
