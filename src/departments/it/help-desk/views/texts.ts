import { escapeText, mention, shorten } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import type { Ticket } from '../ticket.js';
import type { Say } from '../words.js';

/** A moment, which Slack shows to each reader in their own zone and language. Trusted. */
export function when(moment: Temporal.Instant): string {
  const seconds = Math.floor(moment.epochMilliseconds / 1000);
  const inUtc = moment.toString({ smallestUnit: 'minute' }).replace('T', ' ').replace('Z', ' UTC');
  return `<!date^${seconds}^{date_short_pretty}, {time}|${inUtc}>`;
}

/** Text from people, cut before it is escaped so that no entity is cut in half. */
export const excerptOf = (text: string, length: number): string => escapeText(shorten(text, length));

/** The first line, for lists and titles. */
export const firstLine = (text: string, length = 120): string => excerptOf(text.trim().split('\n')[0] ?? '', length);

/** Who is told of, for mrkdwn: trusted, since it is a mention. */
export const whoIs = (say: Say, personId: string | null): string => (personId ? mention(personId) : say('nobody'));

export const titleOf = (say: Say, { number, priority, category }: Ticket): string =>
  say('ticket.title', { number, priority: say(`priority.${priority}.name`), category: say(`category.${category}`) });

export const stateOf = (say: Say, { state }: Pick<Ticket, 'state'>): string => say(`state.${state}`);

/** From unhappy to happy. */
export const scores = [1, 2, 3, 4, 5] as const;
export const scoreOf = (say: Say, rating: number): string => say(`rate.score.${scores[rating - 1] ?? 3}`);
