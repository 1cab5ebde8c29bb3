import { useState } from 'preact/hooks';
import type { Choice } from './choices.js';

interface Does {
  onPick(choice: Choice): void;
  /** Backspace in an empty input. */
  onErase?(): void;
}

/** The state of a select that one types in: open or not, what was typed, which line is meant. */
export function useTypeAhead() {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const close = () => {
    setOpen(false);
    setQuery('');
  };
  const show = (at = 0) => {
    setOpen(true);
    setActive(at);
  };
  const type = (text: string) => {
    setOpen(true);
    setQuery(text);
    setActive(0);
  };
  return { open, query, active, setActive, close, show, type };
}

export type TypeAhead = ReturnType<typeof useTypeAhead>;

/** Arrows walk, Enter takes, Escape closes the list and nothing else. */
export function steer(event: KeyboardEvent, state: TypeAhead, choices: Choice[], does: Does) {
  const { open, active } = state;
  const take = () => {
    const choice = choices[active];
    if (choice) does.onPick(choice);
  };
  const last = choices.length - 1;
  const keys: Record<string, () => void> = open
    ? {
        ArrowDown: () => state.setActive(active >= last ? 0 : active + 1),
        ArrowUp: () => state.setActive(active <= 0 ? last : active - 1),
        PageDown: () => state.setActive(Math.min(last, active + 8)),
        PageUp: () => state.setActive(Math.max(0, active - 8)),
        Enter: take,
        Escape: state.close,
      }
    : { ArrowDown: () => state.show(), ArrowUp: () => state.show() };
  const isWhole = !event.isComposing && !event.ctrlKey && !event.metaKey;
  const action = isWhole ? keys[event.key] : undefined;
  if (action) {
    event.preventDefault();
    event.stopPropagation();
    action();
  } else if (event.key === 'Backspace' && state.query === '') does.onErase?.();
}
