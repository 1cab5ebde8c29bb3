import { signal } from '@preact/signals';

/** One message of one list: the same message can be on screen in the channel and in its thread. */
interface MessageSpot {
  scope: string;
  ts: string;
}

/** The message under the pointer or the focus, which shows its toolbar. */
export const active = signal('');
/** While a menu of that toolbar is open, the pointer may leave without it going away. */
export const held = signal(false);
export const editing = signal<MessageSpot | null>(null);

export const spotKey = (scope: string, ts: string): string => `${scope}/${ts}`;

export function activate(key: string): void {
  if (!held.peek()) active.value = key;
}

export function deactivate(key: string): void {
  if (!held.peek() && active.peek() === key) active.value = '';
}
