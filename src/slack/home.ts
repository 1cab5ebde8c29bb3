import type { HomeView, KnownBlock } from '@slack/types';
import { context, divider, home, section } from '../platform/blocks.js';
import type { HomeSection, Visit } from '../platform/doors/doors.js';
import { sentenceFor } from './errors.js';
import type { Reception } from './router/reception.js';
import { words } from './words/words.js';

const BLOCKS_AT_MOST = 100;

/** A person's App Home: what every desk has for them, one under the other. */
export async function renderHome(reception: Reception, personId: string): Promise<HomeView> {
  const person = await reception.people.meet(personId);
  const visit: Visit = { person, language: person.language, now: reception.clock.now(), key: `home/${personId}` };
  const { sections } = reception.doors;
  const feet = sections.flatMap(({ door: { foot }, ...held }) => (foot ? [{ ...held, blocks: foot }] : []));
  const shown = [...sections.map(({ door, ...held }) => ({ ...held, blocks: door.blocks })), ...feet];
  const parts = await Promise.all(shown.map((part) => renderPart(reception, part, visit)));
  const filled = parts.filter((blocks) => blocks.length > 0);
  const say = words.in(visit.language);
  if (filled.length === 0) return home([section(say('home.empty'))]);
  const blocks = filled.flatMap((part, index) => (index === 0 ? part : [divider(), ...part]));
  if (blocks.length <= BLOCKS_AT_MOST) return home(blocks);
  return home([...blocks.slice(0, BLOCKS_AT_MOST - 1), context(say('home.more'))]);
}

/** A desk that fails leaves its own place empty, with a reference, and the others as they are. */
async function renderPart(
  reception: Reception,
  { name, blocks }: { name: string; blocks: HomeSection['blocks'] },
  visit: Visit,
): Promise<KnownBlock[]> {
  try {
    return await blocks(visit);
  } catch (error) {
    const request = { ...visit, door: name, personId: visit.person.id };
    return [section(sentenceFor(reception, request, error))];
  }
}
