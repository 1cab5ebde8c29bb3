import type { KnownBlock } from '@slack/types';
import { actions, button, header, section } from '../../../../platform/blocks.js';
import { escapeText, mention, momentInside } from '../../../../platform/mrkdwn.js';
import { type Call, DESK } from '../call.js';
import type { Calls } from '../desk.js';
import { ids, numbered } from '../ids.js';
import type { Summary } from '../service/summary.js';
import { callerText, firstLine, stateText, urgencyMark } from '../views/texts.js';
import { type Say, words } from '../words.js';
import { sayTo } from './cards.js';

const SHOWN = 15;

/** To whoever comes next by message, and in the rotation's channel. */
export async function tellSummary(desk: Calls, summary: Summary): Promise<void> {
  const { rotation, endsAt, to } = summary;
  const once = `${DESK}/shift/${rotation.id}/${endsAt}`;
  for (const personId of to) {
    const letter = composed(await sayTo(desk, personId), summary);
    await desk.outbox.post({ to: personId, ...letter, once: `${once}/${personId}` });
  }
  if (!rotation.channel) return;
  await desk.outbox.post({ to: rotation.channel, ...composed(words.in(desk.language), summary), once });
}

function composed(say: Say, { rotation, from, to, endsAt, calls }: Summary): { text: string; blocks: KnownBlock[] } {
  const values = { rotation: escapeText(rotation.name), when: momentInside(endsAt), count: calls.length };
  const who = {
    from: from.map(mention).join(', '),
    to: to.length > 0 ? to.map(mention).join(', ') : say('shiftSummary.nobody'),
  };
  const groups = {
    unhappy: calls.filter(({ unhappyAt, decidedAt }) => unhappyAt && !decidedAt),
    promised: calls.filter((call) => call.promisedAt !== null && !(call.unhappyAt && !call.decidedAt)),
  };
  const open = calls.filter((call) => !groups.unhappy.includes(call) && !groups.promised.includes(call));
  return {
    text: say('shiftSummary.text', values),
    blocks: [
      header(say.plain('shiftSummary.title', { rotation: rotation.name })),
      section(say('shiftSummary.who', { ...who, when: values.when })),
      ...(calls.length === 0 ? [section(say('shiftSummary.nothing'))] : []),
      ...group(say, 'shiftSummary.unhappy', groups.unhappy),
      ...group(say, 'shiftSummary.promised', groups.promised),
      ...group(say, 'shiftSummary.open', open),
      actions('summary', [button(numbered(ids.list, 'summary'), say.plain('shiftSummary.list'), { value: '{}' })]),
    ],
  };
}

function group(
  say: Say,
  key: 'shiftSummary.unhappy' | 'shiftSummary.promised' | 'shiftSummary.open',
  calls: readonly Call[],
): KnownBlock[] {
  if (calls.length === 0) return [];
  const lines = calls
    .slice(0, SHOWN)
    .map(
      (call) =>
        `• ${urgencyMark(call)}*${call.number}* ${callerText(say, call)} – ${firstLine(call.reason, 80)} – ${stateText(say, call)}`,
    );
  const more = calls.length > SHOWN ? [say('shiftSummary.more', { count: calls.length - SHOWN })] : [];
  return [section([`*${say(key, { count: calls.length })}*`, ...lines, ...more].join('\n'))];
}
