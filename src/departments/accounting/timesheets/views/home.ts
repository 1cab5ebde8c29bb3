import type { KnownBlock } from '@slack/types';
import { actions, button, context, header } from '../../../../platform/blocks.js';
import { ids, numbered } from '../ids.js';
import type { Say } from '../words.js';
import { type Kept, periodRow } from './status.js';

export interface HomeParts {
  periods: readonly Kept[];
  /** Whether the clock runs, or a break; absent: it stands. */
  clock?: 'work' | 'break' | undefined;
  /** For the button to the team's sheets; null: this person looks after nobody's. */
  teamValue: string | null;
}

/** The desk's part of somebody's App Home: this period's hours and the one before, and the punch clock. */
export const homeBlocks = (say: Say, ownerId: string, { periods, clock, teamValue }: HomeParts): KnownBlock[] => [
  header(say.plain('title')),
  ...periods.map((kept) => periodRow(say, ownerId, kept)),
  ...(periods.length === 0 ? [context(say('status.none'))] : []),
  context(say(`clock.is.${clock ?? 'off'}`)),
  actions('accounting.timesheets.home', [
    ...(clock === 'work'
      ? [clockButton(say, 'out'), clockButton(say, 'break')]
      : [clockButton(say, 'in'), ...(clock === 'break' ? [clockButton(say, 'out')] : [])]),
    button(numbered(ids.stretches, 'home'), say.plain('button.clock')),
    ...(teamValue ? [button(ids.team, say.plain('button.team'), { value: teamValue })] : []),
  ]),
];

const clockButton = (say: Say, what: 'in' | 'out' | 'break') =>
  button(`${ids.clock}:${what}`, say.plain(`clock.button.${what}`), { value: what });
