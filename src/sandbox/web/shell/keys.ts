import { leaveThread, openThread } from '../store/place.js';
import { dialog } from '../store/ui.js';

const landmarks = ['nav.sidebar', 'main', 'aside.thread', 'aside.inspector', 'header.top'];

/** Keys that work everywhere: Ctrl+K finds, F6 goes from part to part, Escape leaves the thread. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      if (!document.querySelector('dialog[open]')) dialog.value = { kind: 'find' };
    }
    if (event.key === 'F6') {
      event.preventDefault();
      toNextLandmark(event.shiftKey ? -1 : 1);
    }
    const inThread = event.target instanceof Element && event.target.closest('aside.thread');
    if (event.key === 'Escape' && inThread && !event.defaultPrevented && openThread.peek()) leaveThread();
  });
}

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

function toNextLandmark(by: number): void {
  const parts = landmarks.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []).filter(isShown);
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts.at((at + by + parts.length) % parts.length);
  if (next) placeToBegin(next).focus();
}

/** Where one wants to be in a part: at its text box, at what is chosen in it, or at its first button. */
function placeToBegin(part: HTMLElement): HTMLElement {
  for (const selector of ['textarea', '[aria-current=page]', 'a[href], button:not([disabled])']) {
    const found = [...part.querySelectorAll<HTMLElement>(selector)].find(isShown);
    if (found) return found;
  }
  return part;
}
