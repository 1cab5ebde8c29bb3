import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { answersOf } from '../../../../platform/answers.js';
import { input, modal, option, plain } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { fields, ids } from '../ids.js';
import { type KeptQueue, MOST_QUEUES, type Queues, queueFor } from '../queues.js';
import type { QueueTrouble, QueueWish } from '../service/queues.js';
import { type Category, categories } from '../ticket.js';
import type { Say } from '../words.js';
import { neededText, type Reading, refusedOr } from './reading.js';
import { queueName } from './texts.js';

const MAX_QUEUE_NAME = 40;

/** To add a queue, or to change the one given. */
export const queueForm = (
  say: Say,
  queue: KeptQueue | null,
  queues: Queues,
  technicians: readonly string[],
): ModalView =>
  modal({
    callbackId: ids.queueForm,
    title: say.plain(queue ? 'queues.editTitle' : 'queues.addTitle'),
    submit: say.plain('queues.save'),
    close: say.plain('form.cancel'),
    metadata: queue?.id ?? '',
    blocks: [
      input(
        fields.title,
        say.plain('queues.name'),
        { type: 'plain_text_input', max_length: MAX_QUEUE_NAME, ...(queue && { initial_value: queue.name }) },
        { hint: say.plain('queues.nameHint') },
      ),
      chooseChannel(say, queue),
      chooseCategories(say, queue, queues),
      choosePeople(say, queue, technicians),
    ],
  });

const chooseChannel = (say: Say, queue: KeptQueue | null): KnownBlock =>
  input(
    fields.channel,
    say.plain('queues.channel'),
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(queue && { initial_conversation: queue.channel }),
    },
    { hint: say.plain('queues.channelHint') },
  );

/** Each category says where it goes now, since it can't go to two queues. */
function chooseCategories(say: Say, queue: KeptQueue | null, queues: Queues): KnownBlock {
  const choice = (category: Category) => {
    const now = queueFor(queues, category);
    const isOthers = now.id !== null && now.id !== queue?.id;
    const taken = isOthers ? say.plain('queues.takenBy', { queue: queueName(say, now) }) : undefined;
    return option(category, say.plain(`category.${category}`), taken);
  };
  const chosen = queue?.categories.map(choice) ?? [];
  return input(
    fields.categories,
    say.plain('queues.categories'),
    {
      type: 'multi_static_select',
      placeholder: plain(say.plain('form.choose'), 150),
      options: categories.map(choice),
      ...(chosen.length > 0 && { initial_options: chosen }),
    },
    { optional: true, hint: say.plain('queues.categoriesHint') },
  );
}

function choosePeople(say: Say, queue: KeptQueue | null, technicians: readonly string[]): KnownBlock {
  const chosen = queue?.peopleIds.filter((id) => technicians.includes(id)) ?? [];
  return input(
    fields.people,
    say.plain('queues.people'),
    { type: 'multi_users_select', ...(chosen.length > 0 && { initial_users: chosen }) },
    { optional: true, hint: say.plain('queues.peopleHint') },
  );
}

/** What was filled in: a claim, until the service and Slack have looked. */
export function readQueue(
  say: Say,
  { privateMetadata, values }: Pick<OpenView, 'privateMetadata' | 'values'>,
): Reading<QueueWish> {
  const form = z.object({
    [fields.title]: neededText(
      say.plain('write.empty'),
      MAX_QUEUE_NAME,
      say.plain('queues.nameTooLong', { most: MAX_QUEUE_NAME }),
    ),
    [fields.channel]: z.string({ error: say.plain('queues.channelMissing') }).regex(/^[CG][A-Z0-9]+$/, {
      error: say.plain('queues.channelMissing'),
    }),
    [fields.categories]: z.array(z.enum(categories)).default([]),
    [fields.people]: z.array(z.string()).default([]),
  });
  return refusedOr(form.safeParse(answersOf(values)), (queue) => ({
    id: privateMetadata || null,
    name: queue[fields.title].replace(/\s+/g, ' '),
    channel: queue[fields.channel],
    categories: [...new Set(queue[fields.categories])],
    peopleIds: [...new Set(queue[fields.people])],
  }));
}

export function troubleSentence(say: Say, trouble: QueueTrouble): string {
  switch (trouble.key) {
    case 'channelTaken':
      return say.plain('queues.channelTaken', { queue: queueName(say, { name: trouble.queue }) });
    case 'categoryTaken':
      return say.plain('queues.categoryTaken', {
        category: say.plain(`category.${trouble.category}`),
        queue: trouble.queue,
      });
    case 'notTechnicians':
      return say.plain('queues.notTechnicians', { names: trouble.names });
    case 'tooManyQueues':
      return say.plain('queues.tooManyQueues', { most: MOST_QUEUES });
    default:
      return say.plain(`queues.${trouble.key}`);
  }
}

/** The first that is wrong with each field. */
export function troubleErrors(say: Say, troubles: readonly QueueTrouble[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const trouble of troubles) errors[trouble.field] ??= troubleSentence(say, trouble);
  return errors;
}
