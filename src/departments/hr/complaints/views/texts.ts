import type { KnownBlock } from '@slack/types';
import { plain } from '../../../../platform/blocks.js';
import { withoutDirections } from '../../../../platform/mrkdwn.js';
import type { Temporal } from '../../../../platform/time.js';
import { dayText } from '../../../../platform/words/dates.js';
import type { Complaint } from '../complaint.js';
import type { Say } from '../words.js';

/** A section holds so many characters. */
const LONGEST = 2900;

/** What somebody wrote, as it was written: in plain text nothing is a mention or a link. */
export function written(text: string): KnownBlock[] {
  const rest = withoutDirections(text).trim() || '–';
  const parts = Array.from({ length: Math.ceil(rest.length / LONGEST) }, (_, part) =>
    rest.slice(part * LONGEST, (part + 1) * LONGEST),
  );
  return parts.map((part) => ({ type: 'section', text: { ...plain(part), emoji: false } }));
}

export const dayOn = (say: Pick<Say, 'language'>, day: Temporal.PlainDate): string => dayText(day, say.language);

const marks = { received: '📥', acknowledged: '👀', underReview: '🔎', measures: '🛠️', closed: '✅' } as const;

export const stateText = (say: Say, { state }: Pick<Complaint, 'state'>): string =>
  `${marks[state]} ${say(`state.${state}`)}`;
