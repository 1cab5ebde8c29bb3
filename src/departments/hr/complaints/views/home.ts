import type { KnownBlock } from '@slack/types';
import { actions, button, header, section } from '../../../../platform/blocks.js';
import { ids } from '../ids.js';
import type { Say } from '../words.js';
import { writeListPlace } from './cases.js';

/**
 * The desk's part of App Home: the same for everybody but those who handle complaints. Whether somebody complained isn't shown,
 * since others may look over a shoulder.
 */
export const homeBlocks = (say: Say, open: number | null): KnownBlock[] => [
  header(say.plain('title')),
  section(open === null ? say('home.text') : say('home.open', { count: open })),
  actions('hr.complaints.home', [
    button(ids.complain, say.plain('button.complain')),
    button(ids.openOwn, say.plain('button.own'), { value: 'all' }),
    button(ids.askReceipt, say.plain('button.receipt')),
    ...(open === null
      ? []
      : [button(ids.cases, say.plain('button.cases'), { value: writeListPlace({ filter: 'open', page: 0 }) })]),
  ]),
];
