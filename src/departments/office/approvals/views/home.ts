import type { KnownBlock } from '@slack/types';
import { decisionButtons } from '../../../../platform/approvals/card.js';
import { words as cardWords } from '../../../../platform/approvals/words.js';
import { actions, button, context, header, section } from '../../../../platform/blocks.js';
import { ids } from '../ids.js';
import type { Queue } from '../service/queue.js';
import type { Say } from '../words.js';

const SHOWN = 5;

/** The queue's part of App Home; nothing for those for whom nothing waits and who never decided. */
export function homeBlocks(say: Say, { waiting, total, decided }: Queue): KnownBlock[] {
  if (total === 0 && decided.length === 0) return [];
  const cards = cardWords.in(say.language);
  return [
    header(say.plain('title')),
    section(total > 0 ? say('queue.count', { count: total }) : say('queue.empty')),
    ...waiting
      .slice(0, SHOWN)
      .flatMap(({ approval, face }) => [
        section(`*${face.title}*`),
        actions(`home-${approval.id}`, decisionButtons(cards, approval.id)),
      ]),
    ...(total > SHOWN ? [context(say('queue.more', { count: total - Math.min(SHOWN, waiting.length) }))] : []),
    actions('office.approvals.home', [
      button(ids.showQueue, say.plain('button.queue')),
      button(ids.showDelegations, say.plain('button.delegations')),
    ]),
  ];
}
