import type { PersonView } from '../../protocol.js';
import type { IconName } from '../parts/Icon.js';
import { runShortcut, shortcutsOf, writeTo } from '../store/acts.js';
import { directMessages, labelOf, othersIn, rooms, titleOf } from '../store/channels.js';
import { fullNameOf, staff } from '../store/people.js';
import { go, goToChannel } from '../store/place.js';
import { app, t } from '../store/session.js';
import { inspectorOpen } from '../store/ui.js';
import { rank } from '../text/completion.js';

/** Something that the quick switcher leads to. */
export interface Thing {
  id: string;
  title: string;
  detail: string;
  lead: { icon: IconName } | { person: PersonView };
  unread: boolean;
  act(): void;
}

/** Channels, people, the app and its shortcuts that fit; with nothing typed, what is unread comes first. */
export function thingsFor(query: string): Thing[] {
  const all = [...roomThings(), ...groupThings(), ...personThings(), ...appThings(), ...pageThings()];
  const found = rank(query, all, (thing) => [thing.title, thing.detail]);
  return (query.trim() ? found : found.sort((a, b) => Number(b.unread) - Number(a.unread))).slice(0, 12);
}

const roomThings = (): Thing[] =>
  rooms.value.map((room) => ({
    id: room.id,
    title: room.name,
    detail: room.is_member ? room.topic : t('channel.not-joined'),
    lead: { icon: room.is_private ? 'lock' : 'hash' },
    unread: room.unread > 0,
    act: () => goToChannel(room.id),
  }));

const groupThings = (): Thing[] =>
  directMessages.value
    .filter((channel) => othersIn(channel).length > 1)
    .map((channel) => ({
      id: channel.id,
      title: titleOf(channel),
      detail: labelOf(channel),
      lead: { icon: 'people' },
      unread: channel.unread > 0,
      act: () => goToChannel(channel.id),
    }));

const personThings = (): Thing[] =>
  staff.value.map((person) => ({
    id: person.id,
    title: fullNameOf(person),
    detail: person.profile.title,
    lead: { person },
    unread: directMessages.value.some((channel) => channel.unread > 0 && othersIn(channel)[0]?.id === person.id),
    act: () => void writeTo([person.id]),
  }));

function appThings(): Thing[] {
  const name = app.value?.name ?? '';
  const shortcuts = shortcutsOf('global').map(
    (shortcut): Thing => ({
      id: shortcut.callback_id,
      title: shortcut.name,
      detail: `${t('find.shortcut')} · ${name}`,
      lead: { icon: 'bolt' },
      unread: false,
      act: () => void runShortcut(shortcut),
    }),
  );
  const page: Thing = {
    id: 'app',
    title: name,
    detail: t('sidebar.apps'),
    lead: { icon: 'home' },
    unread: false,
    act: () => go({ kind: 'app', tab: 'home' }),
  };
  return name ? [page, ...shortcuts] : shortcuts;
}

const pageThings = (): Thing[] => [
  {
    id: 'inspector',
    title: t('inspector.title'),
    detail: t('page.title'),
    lead: { icon: 'traffic' },
    unread: false,
    act: () => {
      inspectorOpen.value = true;
    },
  },
];
