import { signal } from '@preact/signals';
import type { ViewView } from '../../protocol.js';

/** Modals that are open, lowest first. */
export const views = signal<ViewView[]>([]);
export const home = signal<ViewView | null>(null);

export const openView = (view: ViewView): void => {
  views.value = [...views.peek().filter((open) => open.id !== view.id), view];
};

/** An update may come before its opening is heard of; it opens then. */
export function updateView(view: ViewView): void {
  const known = views.peek().some((open) => open.id === view.id);
  views.value = known ? views.peek().map((open) => (open.id === view.id ? view : open)) : [...views.peek(), view];
}

export function closeView(id: string): void {
  const at = views.peek().findIndex((open) => open.id === id);
  if (at >= 0) views.value = views.peek().slice(0, at);
}
