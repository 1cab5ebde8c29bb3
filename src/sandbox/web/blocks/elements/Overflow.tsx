import type { Overflow as SlackOverflow } from '@slack/types';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useControl } from '../kit.js';
import { isSafeUrl } from '../mrkdwn/entity.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import { Icon } from '../parts/Icon.js';
import { Popup } from '../parts/Popup.js';
import type { ElementProps } from './props.js';

type Choice = SlackOverflow['options'][number];

/** The menu behind three dots. */
export function Overflow({ element }: ElementProps<SlackOverflow>) {
  const { act, busy, kit } = useControl(element);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const pick = (option: Choice) => {
    close();
    if (option.url && isSafeUrl(option.url)) window.open(option.url, '_blank', 'noreferrer,noopener');
    act({ type: 'overflow', selected_option: option });
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="bk-button bk-button-square"
        aria-label={kit.say('action.more')}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-disabled={busy}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <Popup anchor={opener}>
          <Menu options={element.options} onPick={pick} onClose={close} onLeave={() => setOpen(false)} />
        </Popup>
      )}
    </>
  );
}

interface MenuProps {
  options: Choice[];
  onPick(option: Choice): void;
  onClose(): void;
  onLeave(): void;
}

function Menu({ options, onPick, onClose, onLeave }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector('button')?.focus(), []);
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    if (event.key !== 'Tab' && moveIn(menu.current, event.key)) event.preventDefault();
    if (event.key === 'Escape') event.preventDefault();
  };
  const leave = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && menu.current?.contains(event.relatedTarget))) onLeave();
  };
  return (
    <div ref={menu} role="menu" tabIndex={-1} class="bk-menu" onKeyDown={steer} onFocusOut={leave}>
      {options.map((option) => (
        <button key={option.value ?? option.text.text} type="button" role="menuitem" onClick={() => onPick(option)}>
          <PlainText text={option.text.text} />
          {option.description && <small>{option.description.text}</small>}
        </button>
      ))}
    </div>
  );
}

/** Moves the focus between the buttons of a menu. False: not a key of ours. */
function moveIn(menu: HTMLElement | null, key: string): boolean {
  const buttons = [...(menu?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const target = steps[key];
  if (target === undefined) return false;
  buttons.at(target >= buttons.length ? 0 : target)?.focus();
  return true;
}
