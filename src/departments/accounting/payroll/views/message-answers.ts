import { answersOf } from '../../../../platform/answers.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { messageFields as fields } from '../message-ids.js';
import { type MessageKind, toChannel } from '../messages/message.js';

/** Where it goes and what it says; of messages to people nothing is asked. */
export function readWords({ values }: Pick<OpenView, 'values'>, kind: MessageKind) {
  if (!toChannel[kind]) return { channel: null, text: null };
  const answers = answersOf(values);
  const [channel, text] = [answers[fields.channel], String(answers[fields.text] ?? '').trim()];
  return { channel: typeof channel === 'string' && channel !== '' ? channel : null, text };
}
