import type { FeedbackButtons as SlackFeedback, IconButton as SlackIconButton } from '@slack/types';
import { useState } from 'preact/hooks';
import { useControl } from '../kit.js';
import { Icon, isIcon } from '../parts/Icon.js';
import type { ElementProps } from './props.js';

/** Thumbs up and down; the one that was pressed stays marked. */
export function FeedbackButtons({ element }: ElementProps<SlackFeedback>) {
  const { act, busy } = useControl(element);
  const [pressed, setPressed] = useState('');
  const sides = [
    { ...element.positive_button, icon: 'up' as const },
    { ...element.negative_button, icon: 'thumbsdown' as const },
  ];
  return sides.map(({ text, value, accessibility_label: label, icon }) => (
    <button
      key={icon}
      type="button"
      class="bk-icon-button"
      title={text.text}
      aria-label={label ?? text.text}
      aria-pressed={pressed === icon}
      aria-disabled={busy}
      onClick={() => {
        if (busy) return;
        setPressed(icon);
        act({ type: 'feedback_buttons', text, value });
      }}
    >
      <Icon name={icon} />
    </button>
  ));
}

export function IconButton({ element }: ElementProps<SlackIconButton>) {
  const { act, busy, kit } = useControl(element);
  const { icon, text, value, accessibility_label: label, visible_to_user_ids: visible } = element;
  if (visible && !visible.includes(kit.names.me)) return null;
  const press = () => act({ type: 'icon_button', icon, text, ...(value === undefined ? {} : { value }) });
  return (
    <button
      type="button"
      class="bk-icon-button"
      title={text.text}
      aria-label={label ?? text.text}
      aria-disabled={busy}
      onClick={press}
    >
      <Icon name={isIcon(icon) ? icon : 'star'} />
    </button>
  );
}
