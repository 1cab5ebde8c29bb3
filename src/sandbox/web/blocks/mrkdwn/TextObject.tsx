import type { TextObject as SlackText } from '@slack/types';
import type { Names } from '../names.js';
import { Mrkdwn } from './Mrkdwn.js';
import { PlainText } from './PlainText.js';

/** A text object of either kind. */
export function TextObject({ text, names }: { text: SlackText; names: Names }) {
  if (text.type === 'mrkdwn') return <Mrkdwn text={text.text} names={names} verbatim={text.verbatim ?? false} />;
  return (
    <span class="bk-text">
      <PlainText text={text.text} emoji={text.emoji !== false} />
    </span>
  );
}
