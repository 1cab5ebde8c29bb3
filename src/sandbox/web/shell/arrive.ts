import { useEffect, useRef } from 'preact/hooks';
import type { Place } from '../store/address.js';

/**
 * Who went somewhere wants to write there, as in every chat program. Not on a screen that is touched, where a keyboard
 * would jump up over what they came to read, and not under a dialog or away from what they are doing in the place itself.
 */
export function useArrival(at: Place): void {
  const spot = at.kind === 'channel' ? at.channel : at.kind === 'app' ? at.tab : at.kind;
  const before = useRef(spot);
  useEffect(() => {
    if (before.current === spot) return;
    before.current = spot;
    // A dialog or a menu that led here gives the focus back first.
    const timer = setTimeout(settle);
    return () => clearTimeout(timer);
  }, [spot]);
}

function settle(): void {
  if (matchMedia('(pointer: coarse)').matches || document.querySelector('dialog[open]')) return;
  if (document.activeElement?.closest('main, aside, .popup')) return;
  document.querySelector<HTMLElement>('main :is(.composer textarea, .search-form input)')?.focus();
}
