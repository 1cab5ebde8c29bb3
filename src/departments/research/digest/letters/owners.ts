import { escapeText, momentInside } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import type { Digest, Reading } from '../desk.js';
import { caseOf, DESK, type Feed } from '../feed.js';
import { mentions } from '../rules/watching.js';
import type { Watch } from '../store/readers.js';
import { storyLink } from '../views/texts.js';
import { type Say, words } from '../words.js';

export async function sayTo({ people, office }: Reading, personId: string): Promise<Say> {
  const person = await people.get(personId);
  return words.in(person?.language ?? office.language);
}

/** Once for each time that it breaks, to whoever added it. */
export async function tellBroken(
  desk: Digest,
  feed: Feed & { trouble: string; brokenSince: Temporal.Instant },
): Promise<void> {
  const { id, title, addedById, trouble, brokenSince } = feed;
  const say = await sayTo(desk, addedById);
  await desk.outbox.post({
    to: addedById,
    text: say('told.broken', {
      ...{ title, since: momentInside(brokenSince) },
      why: say(`trouble.${trouble as 'timeout'}`, { status: '' }),
    }),
    once: `${caseOf(id)}/broken/${brokenSince}`,
    about: caseOf(id),
  });
}

export async function tellMended(desk: Digest, { id, title, addedById, brokenSince }: Feed): Promise<void> {
  await desk.outbox.post({
    to: addedById,
    text: (await sayTo(desk, addedById))('told.mended', { title }),
    once: `${caseOf(id)}/mended/${brokenSince}`,
    about: caseOf(id),
  });
}

/** What mentions a watched word is told at once, once a story. */
export async function tellWatched(
  desk: Digest,
  watches: readonly Watch[],
  item: { title: string; summary: string; link: string | null; storyId: string; source: string },
): Promise<void> {
  for (const { id, word, ownerId } of watches) {
    if (!mentions(`${item.title} ${item.summary}`, word)) continue;
    const say = await sayTo(desk, ownerId);
    await desk.outbox.post({
      to: ownerId,
      text: say('told.watched', { word, story: storyLink(item), source: escapeText(item.source) }),
      once: `${DESK}/watched/${id}/${item.storyId}`,
    });
  }
}
