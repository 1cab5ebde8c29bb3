import type { KnownBlock } from '@slack/types';
import { actions, button, context, divider, section } from '../../../../platform/blocks.js';
import type { Desk, Note, OpenThing } from '../../../../platform/doors/doors.js';
import type { Person } from '../../../../platform/people/person.js';
import { ids } from '../ids.js';
import type { OfficeState } from '../service/state.js';
import type { Say } from '../words.js';
import { deskCards } from './offers.js';
import { gapBlocks } from './setup-gaps.js';

/** Slack's limit for a message. */
const MESSAGE_BLOCKS = 50;
const OPEN_THINGS = 8;

export interface HubPage {
  person: Person;
  desks: readonly Desk[];
  openThings: readonly OpenThing[];
  /** For admins. */
  state: OfficeState | null;
}

/** What can I do here, what is open for me and, for admins, what is left to set up. */
export function hubNote({ person, desks, openThings, state }: HubPage, say: Say): Note {
  const gaps = state ? gapBlocks(state, say) : [];
  const top = [section(say('hub.hello', { name: person.name })), ...gaps];
  // Where something is left to set up, the button for it stands on top already.
  const own = ownButtons(say, person.isAdmin && gaps.length === 0);
  const bottom = [divider(), ...openBlocks(openThings, say), own, context(say('hub.foot'))];
  const room = MESSAGE_BLOCKS - top.length - bottom.length;
  return {
    text: say('hub.text'),
    blocks: [...top, ...deskCards(desks, say.language).slice(0, room), ...bottom],
  };
}

function openBlocks(things: readonly OpenThing[], say: Say): KnownBlock[] {
  if (things.length === 0) return [context(say('hub.nothingOpen'))];
  const left = things.length - OPEN_THINGS;
  return [
    section(say('hub.open')),
    ...things.slice(0, OPEN_THINGS).map(({ text, button: act }) => section(text, act)),
    ...(left > 0 ? [context(say('hub.more', { count: left }))] : []),
  ];
}

/** What everybody can do for themselves, and admins for the office. */
export const ownButtons = (say: Say, withSetup: boolean): KnownBlock =>
  actions('office.hub.own', [
    button(ids.away, say.plain('button.away')),
    button(ids.language, say.plain('button.language')),
    button(ids.status, say.plain('button.status')),
    ...(withSetup ? [button(ids.setup, say.plain('button.setup'))] : []),
  ]);
