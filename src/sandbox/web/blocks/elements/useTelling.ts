import type { DispatchActionConfig } from '@slack/types';
import { useRef } from 'preact/hooks';
import type { ElementValue } from '../../../protocol.js';
import type { Control } from '../kit.js';

interface Telling {
  /** Whether Enter tells the app. */
  onEnter: boolean;
  typed(value: ElementValue): void;
  pressed(event: KeyboardEvent): void;
}

/** When an input that the app listens to tells it: on Enter, or a moment after the last character. */
export function useTelling(control: Control, config: DispatchActionConfig | undefined): Telling {
  const waiting = useRef(0);
  const triggers = config?.trigger_actions_on ?? ['on_enter_pressed'];
  const { dispatches } = control.place;
  const onEnter = dispatches && triggers.includes('on_enter_pressed');
  const typed = (value: ElementValue) => {
    if (!dispatches || !triggers.includes('on_character_entered')) return;
    clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => control.tell(value), 400);
  };
  const pressed = (event: KeyboardEvent) => {
    const isPlain = event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.isComposing;
    if (!isPlain || !onEnter) return;
    event.preventDefault();
    control.act(control.value);
  };
  return { onEnter, typed, pressed };
}
