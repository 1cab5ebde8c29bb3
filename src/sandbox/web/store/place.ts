import { computed, signal } from '@preact/signals';
import { type Place, readAddress, writeAddress } from './address.js';
import { channels } from './channels.js';
import { me } from './session.js';

/** Where the person is: a channel, a thread in it, the app, or a search. */
export const place = signal<Place>({ kind: 'nowhere' });
/** At phone width the sidebar is a screen of its own: this says that it is in front. */
export const sidebarInFront = signal(true);

export const openChannel = computed(() =>
  place.value.kind === 'channel' ? channels.value.get(place.value.channel) : undefined,
);
export const openThread = computed(() => (place.value.kind === 'channel' ? (place.value.thread ?? null) : null));

/** Goes somewhere, and writes it into the address so that Back and links work. */
export function go(to: Place, how: 'push' | 'replace' = 'push'): void {
  place.value = to;
  sidebarInFront.value = to.kind === 'nowhere';
  const address = writeAddress(me.value, to);
  if (address === location.search + location.hash) return;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(null, '', address);
}

export const goToChannel = (channel: string): void => go({ kind: 'channel', channel });
export const goToThread = (channel: string, thread: string): void => go({ kind: 'channel', channel, thread });
export function leaveThread(): void {
  const at = place.value;
  if (at.kind === 'channel') go({ kind: 'channel', channel: at.channel });
}

export const linkTo = (channel: string, ts: string): string =>
  location.origin + location.pathname + writeAddress(me.value, { kind: 'channel', channel, message: ts });

export const here = () => readAddress(location.search, location.hash);
