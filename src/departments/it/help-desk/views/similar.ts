import { context, section } from '../../../../platform/blocks.js';
import type { KnownBlock } from '../../../../platform/doors/doors.js';
import { quote, shorten } from '../../../../platform/mrkdwn.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';

/**
 * What solved something like it before. Only the resolution is shown, which technicians write for others to read: what a
 * colleague asked is between them and the desk.
 */
export const similarTickets = (say: Say, similar: readonly Ticket[]): KnownBlock[] => {
  if (similar.length === 0) return [];
  const solved = similar.map(({ number, category, resolution }) => ({
    ...section(
      `*${say('similar.one', { number, category: say(`category.${category}`) })}*\n${quote(shorten(resolution ?? '', 300))}`,
    ),
    block_id: `${SIMILAR}${number}`,
  }));
  return [context(say('similar.title')), ...solved];
};

const SIMILAR = 'similar-';

/** Which tickets a form shows already, so that it is drawn anew only when there is news. */
export const shownSimilar = (blocks: readonly KnownBlock[]): number[] =>
  blocks
    .flatMap(({ block_id }) => (block_id?.startsWith(SIMILAR) ? [Number(block_id.slice(SIMILAR.length))] : []))
    .filter(Number.isInteger);
