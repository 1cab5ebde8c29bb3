import type { KnownBlock } from '@slack/types';
import { context } from '../../../../platform/blocks.js';
import { mention } from '../../../../platform/mrkdwn.js';
import type { Order, Turn } from '../service/order.js';
import type { Say } from '../words.js';

const SHOWN = 10;

/** Who will be asked, in which order, and who is passed over and why: stated before anything is sent. */
export function orderBlocks(say: Say, { turns, ringSeconds }: Order): KnownBlock[] {
  if (turns.length === 0) return [context(say('order.nobody'))];
  const rung = turns.filter(({ isRung }) => isRung);
  const skipped = turns.filter(({ isRung }) => !isRung);
  const lines = [
    say(rung.length > 0 ? 'order.head' : 'order.nobodyFree', { seconds: ringSeconds }),
    ...rung.slice(0, SHOWN).map((turn, place) => `${place + 1}. ${turnLine(say, turn)}`),
    ...(rung.length > SHOWN ? [say('order.more', { count: rung.length - SHOWN })] : []),
    ...(skipped.length > 0
      ? [say('order.skipped', { who: skipped.slice(0, SHOWN).map(skippedText(say)).join(', ') })]
      : []),
    say('order.yours'),
  ];
  return [context(lines.join('\n'))];
}

function turnLine(say: Say, { personId, as, reason }: Turn): string {
  const who = as === 'manager' ? say('order.manager', { who: mention(personId) }) : mention(personId);
  return reason === null ? who : `${who} · ${say(`reason.${reason}`)}`;
}

const skippedText =
  (say: Say) =>
  ({ personId, reason }: Turn): string =>
    `${mention(personId)} (${say(`reason.${reason ?? 'left'}`)})`;
