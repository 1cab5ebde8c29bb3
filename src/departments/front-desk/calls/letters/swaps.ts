import { actions, button, section } from '../../../../platform/blocks.js';
import { escapeText, mention } from '../../../../platform/mrkdwn.js';
import { DESK } from '../call.js';
import type { Calls } from '../desk.js';
import { ids, numbered } from '../ids.js';
import type { Turn } from '../rules/shifts.js';
import type { Rotation, SwapRequest } from '../store/rotations.js';
import { turnText } from '../views/duty.js';
import type { Say } from '../words.js';
import { sayTo } from './cards.js';

const swapCard = (id: string, personId: string): string => `${DESK}/swap/${id}/${personId}`;

/** Asks the colleague, and shows whoever asked that it waits. */
export async function tellSwap(
  desk: Calls,
  swap: SwapRequest,
  rotation: Rotation,
  turn: Turn,
  back: Turn | null,
): Promise<void> {
  const sentence = (say: Say, key: 'swap.asked' | 'swap.waits') =>
    say(back ? `${key}Back` : key, {
      by: mention(swap.fromId),
      to: mention(swap.toId),
      rotation: escapeText(rotation.name),
      turn: turnText(say, turn),
      back: back ? turnText(say, back) : '',
    });
  const theirs = await sayTo(desk, swap.toId);
  const press = (say: Say, answer: 'agree' | 'decline' | 'withdraw') =>
    button(numbered(ids.swapAnswer, answer), say.plain(`swap.${answer}`), {
      value: `${answer}/${swap.id}`,
      ...(answer === 'agree' && { style: 'primary' as const }),
    });
  const asked = sentence(theirs, 'swap.asked');
  await desk.outbox.post({
    ...{ to: swap.toId, text: asked, once: swapCard(swap.id, swap.toId) },
    blocks: [section(asked), actions('swap', [press(theirs, 'agree'), press(theirs, 'decline')])],
  });
  const own = await sayTo(desk, swap.fromId);
  const waits = sentence(own, 'swap.waits');
  await desk.outbox.post({
    ...{ to: swap.fromId, text: waits, once: swapCard(swap.id, swap.fromId) },
    blocks: [section(waits), actions('swap', [press(own, 'withdraw')])],
  });
}

/** Both see what came of it, and whoever didn't decide is told. */
export async function tellSwapAnswer(desk: Calls, { id, fromId, toId, state, day, from }: SwapRequest): Promise<void> {
  if (state === 'asked') return;
  const values = (say: Say) => ({ by: mention(fromId), to: mention(toId), turn: turnText(say, { day, from }) });
  for (const personId of [fromId, toId]) {
    const say = await sayTo(desk, personId);
    const text = say(`swap.${state}`, values(say));
    await desk.outbox.change(swapCard(id, personId), { text, blocks: [section(text)] });
  }
  const hearer = state === 'withdrawn' ? toId : fromId;
  const say = await sayTo(desk, hearer);
  await desk.outbox.post({
    ...{ to: hearer, text: say(`swap.${state}`, values(say)), once: `${swapCard(id, hearer)}/answer` },
    thread: { once: swapCard(id, hearer) },
  });
}
