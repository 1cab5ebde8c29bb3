import { section } from '../../../../platform/blocks.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import type { Employee } from '../employee.js';
import type { PayrollMessage } from '../messages/message.js';
import type { Say } from '../words.js';

const MOST_NAMES = 50;

/** What an officer wrote. Their markup counts; addressing a whole channel does not, since it is escaped. */
export const channelText = ({ text }: Pick<PayrollMessage, 'text'>): string => escapeText(text ?? '');

/** Names stand in the message only, not in the notification of it. */
export function missingAccountsLetter(say: Say, missing: readonly Employee[]) {
  const text = say('messages.missing.there', { count: missing.length });
  const names = missing.slice(0, MOST_NAMES).map(({ name, number }) => escapeText(`${name} (${number})`));
  const more =
    missing.length > MOST_NAMES ? [say('messages.missing.more', { count: missing.length - MOST_NAMES })] : [];
  return {
    text,
    blocks: [section(text), section([...names, ...more].join('\n')), section(say('messages.missing.next'))],
  };
}
