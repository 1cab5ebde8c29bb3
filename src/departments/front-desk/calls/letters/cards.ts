import type { Letter } from '../../../../platform/outbox/outbox.js';
import { askedOf, type Call, caseOf } from '../call.js';
import { type Calls, colleague, type Reading } from '../desk.js';
import { standingsOf } from '../permissions.js';
import { callCard, headline } from '../views/card.js';
import { type Say, words } from '../words.js';
import { channelCard, personCard } from './keys.js';

/** The sentences of somebody's language; of the office's where we don't know them. */
export async function sayTo(
  { people, language }: Pick<Reading, 'people' | 'language'>,
  personId: string,
): Promise<Say> {
  const person = await people.get(personId);
  return words.in(person?.language ?? language);
}

/** Everybody who has a card of that call. */
export const concerned = (call: Call): string[] => [
  ...new Set([
    call.takenById,
    call.ownerId,
    ...askedOf(call),
    ...call.helpers,
    ...(call.unhappyManagerId ? [call.unhappyManagerId] : []),
  ]),
];

interface Drawn {
  text: string;
  blocks: ReturnType<typeof callCard>;
}

async function drawerFor(desk: Calls, personId: string): Promise<(call: Call) => Drawn> {
  const say = await sayTo(desk, personId);
  const who = await colleague(desk, personId);
  return (call) => ({
    text: headline(say, call),
    blocks: callCard(say, call, { personId, standings: standingsOf(who, call) }),
  });
}

/** The channel's card: whoever reads it there sees what the front desk sees. */
const drawForChannel = ({ language }: Calls, call: Call): Drawn => ({
  text: headline(words.in(language), call),
  blocks: callCard(words.in(language), call, { personId: null, standings: new Set(['front']) }),
});

/**
 * Gives everybody whom a call concerns their card, and brings those that there are up to date. A card that still looks as it
 * did is left alone, so that talk isn't slowed down.
 */
export async function followCall(desk: Calls, before: Call | null, call: Call): Promise<void> {
  const about = caseOf(call.number);
  const had = before ? concerned(before) : [];
  const news: Letter[] = [];
  for (const personId of new Set([...concerned(call), ...had])) {
    const once = personCard(call.number, personId);
    const draw = await drawerFor(desk, personId);
    if (!before || !had.includes(personId)) news.push({ to: personId, ...draw(call), once, about });
    else if (differs(draw(call), draw(before))) await desk.outbox.change(once, draw(call));
    await desk.outbox.refreshHome(personId);
  }
  const { channel } = desk.settings;
  if (channel) {
    const once = channelCard(call.number, channel);
    const card = drawForChannel(desk, call);
    if (!before) news.push({ to: channel, ...card, once, about });
    else if (differs(card, drawForChannel(desk, before))) await desk.outbox.change(once, card);
  }
  // Last, since what is new is written all at once, before the next change.
  for (const letter of news) await desk.outbox.post(letter);
}

/** Draws one person's card anew, where they have one: the one that was pressed may be an old one. */
export async function redrawFor(desk: Calls, call: Call, personId: string): Promise<void> {
  await desk.outbox.change(personCard(call.number, personId), (await drawerFor(desk, personId))(call));
}

/** Of a call that was erased nothing stays in any message about it. */
export async function blankCards({ outbox, language }: Calls, call: Call): Promise<void> {
  const say = words.in(language);
  const blocks = callCard(say, call, { personId: null, standings: new Set() });
  await outbox.erase(caseOf(call.number), { text: headline(say, call), blocks });
}

const differs = (one: object, other: object): boolean => JSON.stringify(one) !== JSON.stringify(other);
