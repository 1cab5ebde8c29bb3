import type { KnownBlock } from '@slack/types';
import { actions, button, context, header, section } from '../../../../platform/blocks.js';
import type { Call } from '../call.js';
import { ids, numbered } from '../ids.js';
import type { Say } from '../words.js';
import { callerText, firstLine, stateText, urgencyMark } from './texts.js';

const SHOWN = 5;

/** What waits for this person, and what they can begin. */
export function homeBlocks(
  say: Say,
  { calls, isOff, seesAll }: { calls: readonly Call[]; isOff: boolean; seesAll: boolean },
): KnownBlock[] {
  return [
    header(say.plain('title')),
    ...(calls.length === 0 ? [context(say('home.nothing'))] : []),
    ...calls
      .slice(0, SHOWN)
      .map((call) =>
        section(
          callLine(say, call),
          button(numbered(ids.openCall, call.number), say.plain('card.open'), { value: String(call.number) }),
        ),
      ),
    ...(calls.length > SHOWN ? [context(say('home.more', { count: calls.length - SHOWN }))] : []),
    actions('calls', [
      button(numbered(ids.handOver, 'home'), say.plain('home.handOver'), { style: 'primary' }),
      button(numbered(ids.list, 'home'), say.plain(seesAll ? 'home.log' : 'home.mine'), { value: '{}' }),
      button(ids.switch, say.plain(isOff ? 'who.switchOn' : 'who.switchOff'), { value: isOff ? 'on' : 'off' }),
    ]),
    ...(isOff ? [context(say('who.youAreOff'))] : []),
  ];
}

export const callLine = (say: Say, call: Call): string =>
  `${urgencyMark(call)}*${call.number}* · ${callerText(say, call)}\n${firstLine(call.reason)} – ${stateText(say, call)}`;
