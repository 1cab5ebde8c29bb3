import { escapeText, mention, shorten } from '../../../../platform/mrkdwn.js';
import { languages } from '../../../../platform/words/words.js';
import type { Queue } from '../queues.js';
import type { EventDetail, Ticket } from '../ticket.js';
import { type Say, words } from '../words.js';

/** A section of a message holds 3,000 characters; what stands around the text needs some of them. */
const PIECE = 2700;

/** A text from people, escaped, in as many pieces as Slack needs: nothing of it is lost, and no entity is cut in half. */
export function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  let length = 0;
  for (const sign of text) {
    const escaped = escapeText(sign);
    // A line may yet be marked as a quotation.
    length += sign === '\n' ? 3 : escaped.length;
    if (length > PIECE) {
      found.push(piece);
      piece = '';
      length = escaped.length;
    }
    piece += escaped;
  }
  return [...found, piece];
}

/** The beginning of a text from people, escaped. */
export function excerptOf(text: string, length: number): string {
  const [first = '', ...more] = pieces(shorten(text, length));
  return more.length > 0 ? `${first}…` : first;
}

/** The first line, for lists and titles. */
export const firstLine = (text: string, length = 120): string => excerptOf(text.trim().split('\n')[0] ?? '', length);

/** Who is told of, for mrkdwn: trusted, since it is a mention. */
export const whoIs = (say: Say, personId: string | null): string => (personId ? mention(personId) : say('nobody'));

export const titleOf = (say: Say, { number, priority, category }: Ticket): string =>
  say('ticket.title', { number, priority: say(`priority.${priority}.name`), category: say(`category.${category}`) });

/** As it is, for places that show text as it is; sentences escape it. */
export const queueName = (say: Say, { name }: Pick<Queue, 'name'>): string => name ?? say.plain('queue.main');

/** All that a queue is called: the default one has a name in each language. */
export const namesOf = ({ name }: Pick<Queue, 'name'>): string[] =>
  name === null ? languages.map((language) => words.in(language).plain('queue.main')) : [name];

/** What the queue was called into which a ticket was moved. */
export const queueNameIn = (say: Say, { queue }: EventDetail): string =>
  queueName(say, { name: typeof queue === 'string' ? queue : null });

export const stateOf = (say: Say, { state }: Pick<Ticket, 'state'>): string => say(`state.${state}`);

/** From unhappy to happy. */
export const scores = [1, 2, 3, 4, 5] as const;
export const scoreOf = (say: Say, rating: number): string => say(`rate.score.${scores[rating - 1] ?? 3}`);
