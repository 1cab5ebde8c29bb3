import type { KnownBlock, ModalView } from '@slack/types';
import { actions, button, context, modal, section } from '../../../../platform/blocks.js';
import { channelLink, mention } from '../../../../platform/mrkdwn.js';
import { ids } from '../ids.js';
import type { Queue } from '../queues.js';
import type { QueueList } from '../service/queues.js';
import type { Say } from '../words.js';
import { queueName } from './texts.js';

/** The desk's queues, for leads to keep. `news` is what was just done. */
export const queuesView = (say: Say, list: QueueList, news?: string): ModalView =>
  modal({
    callbackId: ids.queues,
    title: say.plain('queues.title'),
    close: say.plain('details.close'),
    blocks: [
      ...(news ? [section(news)] : []),
      section(say('queues.about')),
      actions('add', [button(ids.addQueue, say.plain('queues.add'), { style: 'primary' })]),
      section(lineOf(say, list, list.queues.main)),
      context(say('queues.mainHint')),
      ...list.queues.others.flatMap((queue) => keptQueue(say, list, queue)),
      ...(list.queues.others.length === 0 ? [context(say('queues.none'))] : []),
    ],
  });

const keptQueue = (say: Say, list: QueueList, queue: QueueList['queues']['others'][number]): KnownBlock[] => [
  section(lineOf(say, list, queue)),
  actions(`queue-${queue.id}`, [
    button(ids.editQueue, say.plain('queues.edit'), { value: queue.id }),
    button(ids.closeQueue, say.plain('queues.close'), { value: queue.id, style: 'danger', confirm: sure(say) }),
  ]),
];

function lineOf(say: Say, { open, lost, technicians }: QueueList, queue: Queue): string {
  const people = queue.peopleIds.filter((id) => technicians.includes(id));
  const categories = queue.categories.map((category) => say(`category.${category}`));
  const takes = queue.id === null ? say('queues.takesRest') : categories.join(', ') || say('queues.takesNothing');
  return [
    `${say('queues.line', { name: queueName(say, queue) })} · ${placeOf(say, queue)} · ${openIn(say, open, queue)}`,
    `${takes} · ${people.length > 0 ? people.map(mention).join(', ') : say('queues.everybody')}`,
    ...(queue.channel !== null && lost.has(queue.channel) ? [say('queues.lost')] : []),
  ].join('\n');
}

const placeOf = (say: Say, { channel }: Queue): string => (channel ? channelLink(channel) : say('queues.noChannel'));
const openIn = (say: Say, open: QueueList['open'], { id }: Queue): string =>
  say('queues.open', { count: open.get(id) ?? 0 });

const sure = (say: Say) => ({
  title: { type: 'plain_text' as const, text: say.plain('queues.sure') },
  text: { type: 'plain_text' as const, text: say.plain('queues.sureText') },
  confirm: { type: 'plain_text' as const, text: say.plain('queues.yes') },
  deny: { type: 'plain_text' as const, text: say.plain('queues.no') },
});
