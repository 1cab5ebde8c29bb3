import type { KnownBlock } from '@slack/types';
import { actions, button, context, header } from '../../../../platform/blocks.js';
import { ids, numbered } from '../ids.js';
import type { Say } from '../words.js';

/** The day's digest, what was put aside, and for editors the sources. */
export const homeBlocks = (say: Say, seen: { later: number; day: string | null; isSetUp: boolean }): KnownBlock[] => [
  header(say.plain('title')),
  context(seen.day ? say('home.last', { day: seen.day }) : say(seen.isSetUp ? 'home.soon' : 'home.notSetUp')),
  actions('digest', [
    button(numbered(ids.stories, 'home'), say.plain('home.read'), { value: '0/now' }),
    ...(seen.later > 0
      ? [button(numbered(ids.stories, 'later'), say.plain('home.later', { count: seen.later }), { value: '0/later' })]
      : []),
    button(ids.follow, say.plain('home.follow')),
    button(numbered(ids.sources, 'home'), say.plain('home.sources'), { value: '0' }),
  ]),
];
