import type { ComponentChildren } from 'preact';
import { type Place, writeAddress } from '../store/address.js';
import { go } from '../store/place.js';
import { me } from '../store/session.js';

interface PlaceLinkProps {
  to: Place;
  class?: string;
  current?: boolean;
  children: ComponentChildren;
}

/** A real link, so that it can be opened in another window; a plain press stays on this page. */
export function PlaceLink({ to, class: look, current = false, children }: PlaceLinkProps) {
  const pressed = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a class={look} href={writeAddress(me.value, to)} aria-current={current ? 'page' : undefined} onClick={pressed}>
      {children}
    </a>
  );
}
