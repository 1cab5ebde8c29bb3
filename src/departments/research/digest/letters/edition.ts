import type { KnownBlock } from '@slack/types';
import { actions, button, context, divider, header, section } from '../../../../platform/blocks.js';
import type { Person } from '../../../../platform/people/person.js';
import type { Digest } from '../desk.js';
import { DESK } from '../feed.js';
import { ids } from '../ids.js';
import type { Edition } from '../service/edition.js';
import { chartText, drawable } from '../views/chart.js';
import { dayOfEdition, editionText, moreBlocks, movesBlocks, topicBlocks } from '../views/edition.js';
import { type Say, words } from '../words.js';

export const CHART = `${DESK}.moves`;

const onceFor = (day: Edition['day'], to: string): string => `${DESK}/${day}/${to}`;

/** The day's message in the channel, and what didn't fit under it. */
export async function tellEdition(desk: Digest, edition: Edition, channel: string): Promise<void> {
  await send(desk, words.in(desk.office.language), edition, channel);
}

export async function tellFollower(desk: Digest, person: Person, edition: Edition): Promise<void> {
  await send(desk, words.in(person.language), edition, person.id);
}

async function send({ outbox, settings }: Digest, say: Say, edition: Edition, to: string): Promise<void> {
  const once = onceFor(edition.day, to);
  await outbox.post({ to, text: editionText(say, edition), blocks: blocksOf(say, edition, settings.perTopic), once });
  const drawn = drawable(edition.moves);
  if (drawn.length > 0) {
    await outbox.document({
      ...{ to, text: chartText(say, drawn), once: `${once}/chart` },
      file: { source: CHART, ref: edition.day.toString() },
    });
  }
  for (const { topic, stories } of edition.topics) {
    const rest = stories.slice(settings.perTopic);
    if (rest.length === 0) continue;
    const blocks = moreBlocks(say, topic, rest);
    await outbox.post({
      ...{ to, text: say('edition.more', { count: rest.length }), blocks, once: `${once}/${topic}` },
      thread: { once },
    });
  }
}

function blocksOf(say: Say, edition: Edition, perTopic: number): KnownBlock[] {
  const { topics, moves, day } = edition;
  return [
    header(say.plain('edition.title', { day: dayOfEdition(say, edition) })),
    ...movesBlocks(say, moves),
    ...(topics.length === 0 ? [section(say('edition.nothing'))] : []),
    ...topics.flatMap(({ topic, stories }) => [divider(), ...topicBlocks(say, topic, stories, perTopic)]),
    actions('digest', [button(ids.openEdition, say.plain('edition.open'), { value: day.toString() })]),
    context(say('edition.foot')),
  ];
}
