import type { KnownBlock } from '@slack/types';
import { context, section } from '../../../../platform/blocks.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { dayText } from '../../../../platform/words/dates.js';
import type { Story } from '../feed.js';
import type { Edition } from '../service/edition.js';
import type { Move } from '../service/markets.js';
import type { Say } from '../words.js';
import { changeText, shortDay, sourcesText, storyLink, topicText, valueText } from './texts.js';

export const dayOfEdition = (say: Say, { day }: Pick<Edition, 'day'>): string =>
  dayText(day, say.language, { weekday: 'long', day: 'numeric', month: 'long' });

/** What a notification says: the day, and the first headline. */
export function editionText(say: Say, edition: Edition): string {
  const first = edition.topics[0]?.stories[0];
  const day = dayOfEdition(say, edition);
  return first ? say('edition.text', { day, title: first.title }) : say('edition.textQuiet', { day });
}

/** What moved, each with its "as of". */
export function movesBlocks(say: Say, moves: readonly Move[]): KnownBlock[] {
  if (moves.length === 0) return [];
  const lines = moves.map(
    ({ symbol, value, before, day, source }) =>
      `*${symbol}* ${valueText(value, say.language)} ${changeText(before, value, say.language)} _(${say(
        'edition.asOf',
        {
          source,
          day: shortDay(day, say.language),
        },
      )})_`,
  );
  return [section([`*${say('edition.moves')}*`, ...lines].join('\n'))];
}

export function topicBlocks(say: Say, topic: string, stories: readonly Story[], most: number): KnownBlock[] {
  const lines = stories.slice(0, most).map((story) => `• ${storyLink(story)} – ${sourcesText(say, story)}`);
  const more = stories.length > most ? [`_${say('edition.more', { count: stories.length - most })}_`] : [];
  return pieces([`*${topicText(say, topic)}*`, ...lines, ...more]);
}

/** What stands under the message. */
export const moreBlocks = (say: Say, topic: string, stories: readonly Story[]): KnownBlock[] =>
  [
    context(`*${topicText(say, topic)}*`),
    ...pieces(stories.map((story) => `• ${storyLink(story)} – ${sourcesText(say, story)}`)),
  ].slice(0, 45);

const LONGEST = 2_800;

/** Lines in as few sections as Slack's limit allows; none is cut, since half a link is none. */
function pieces(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    const fits = last !== undefined && last.length + line.length + 1 <= LONGEST;
    if (fits) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line.length <= LONGEST ? line : escapeText(line.slice(0, 200)));
  }
  return texts.map((text) => section(text));
}
