import type { Button as SlackButton, WorkflowButton as SlackWorkflowButton } from '@slack/types';
import { useControl, useKit } from '../kit.js';
import { isSafeUrl } from '../mrkdwn/entity.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import { Spinner } from '../parts/Spinner.js';
import type { ElementProps } from './props.js';

export function Button({ element }: ElementProps<SlackButton>) {
  const { act, busy, kit } = useControl(element);
  const { text, value, style, url, accessibility_label: label } = element;
  const press = () =>
    act({ type: 'button', text, ...(value === undefined ? {} : { value }), ...(style ? { style } : {}) });
  const look = `bk-button${style ? ` bk-button-${style}` : ''}`;
  const words = <PlainText text={text.text} emoji={text.emoji !== false} />;
  if (url && isSafeUrl(url)) {
    return (
      <a class={look} href={url} target="_blank" rel="noreferrer noopener" aria-label={label} onClick={press}>
        {words}
      </a>
    );
  }
  return (
    <button type="button" class={look} aria-label={label} aria-busy={busy} aria-disabled={busy} onClick={press}>
      <span class={busy ? 'bk-button-words bk-button-busy' : 'bk-button-words'}>{words}</span>
      {busy && <Spinner label={kit.say('action.busy')} />}
    </button>
  );
}

/** Workflows belong to Slack itself: the button is shown, and says why it does nothing. */
export function WorkflowButton({ element }: ElementProps<SlackWorkflowButton>) {
  const { say } = useKit();
  return (
    <button
      type="button"
      class="bk-button"
      disabled
      title={say('action.workflow')}
      aria-label={element.accessibility_label}
    >
      <PlainText text={element.text.text} />
    </button>
  );
}
