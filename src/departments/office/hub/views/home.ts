import type { KnownBlock } from '@slack/types';
import { actions, button, context, header, section } from '../../../../platform/blocks.js';
import type { Desk } from '../../../../platform/doors/doors.js';
import { dayIn, timeIn } from '../../../../platform/people/days.js';
import type { Absence, Person } from '../../../../platform/people/person.js';
import type { Temporal } from '../../../../platform/time.js';
import { ids } from '../ids.js';
import { longDay, shortDay } from '../phrases.js';
import type { OfficeState } from '../service/state.js';
import type { Say } from '../words.js';
import { ownButtons } from './hub.js';
import { offerRow } from './offers.js';
import { gapBlocks } from './setup-gaps.js';

export interface HomeTop {
  person: Person;
  now: Temporal.Instant;
  desks: readonly Desk[];
  /** The absence that covers today. */
  absence: Absence | undefined;
  /** For admins. */
  state: OfficeState | null;
}

/** The head of everybody's App Home: good morning, the date, what can be asked for. */
export const homeTop = ({ person, now, desks, absence, state }: HomeTop, say: Say): KnownBlock[] => [
  header(say.plain(`home.${partOfDay(person.timeZone, now)}`, { name: person.name })),
  context(longDay(dayIn(person.timeZone, now), say.language)),
  ...(absence ? awayBlocks(absence, say) : []),
  ...(state ? gapBlocks(state, say) : []),
  section(say('home.ask')),
  ...offerRow(desks, say.language),
];

const awayBlocks = ({ until }: Absence, say: Say): KnownBlock[] => [
  section(say('home.away', { until: shortDay(until.toString(), say.language) })),
  actions(ids.back, [button(ids.back, say.plain('button.back'))]),
];

export const homeFoot = (person: Person, say: Say): KnownBlock[] => [
  ownButtons(say, person.isAdmin),
  context(say('home.foot')),
];

function partOfDay(timeZone: string, now: Temporal.Instant): 'morning' | 'afternoon' | 'evening' {
  const { hour } = timeIn(timeZone, now);
  if (hour >= 4 && hour < 12) return 'morning';
  return hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
}
