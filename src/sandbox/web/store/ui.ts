import { signal } from '@preact/signals';
import type { ChannelView } from '../../protocol.js';

/** The one dialog of the page's own that is open. The app's modals are in `views`. */
export type Dialog =
  | { kind: 'browse' }
  | { kind: 'create' }
  | { kind: 'message-someone' }
  | { kind: 'rename'; channel: ChannelView }
  | { kind: 'members'; channel: ChannelView }
  | { kind: 'confirm'; title: string; text: string; button: string; act: () => Promise<string | undefined> }
  | { kind: 'status' }
  | { kind: 'people' }
  | { kind: 'profile'; person: string }
  | { kind: 'find' };

export const dialog = signal<Dialog | null>(null);
export const inspectorOpen = signal(false);
/** Shown for a while at the lower edge, and read out. */
export const toast = signal<{ id: number; text: string; bad: boolean } | null>(null);
/** Read out by a screen reader, not shown. */
export const announcement = signal('');

export type Theme = 'light' | 'dark' | 'system';
export const theme = signal<Theme>('system');

export function setTheme(chosen: Theme): void {
  theme.value = chosen;
  localStorage.setItem('theme', chosen);
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

export function restoreTheme(): void {
  const kept = localStorage.getItem('theme');
  setTheme(kept === 'light' || kept === 'dark' ? kept : 'system');
}

let count = 0;
export function tell(text: string, bad = false): void {
  const id = ++count;
  toast.value = { id, text, bad };
  setTimeout(
    () => {
      if (toast.peek()?.id === id) toast.value = null;
    },
    bad ? 9_000 : 4_000,
  );
}
