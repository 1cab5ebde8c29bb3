import { computed, signal } from '@preact/signals';
import type { ChannelView, PersonView } from '../../protocol.js';
import { fullNameOf, nameOf, people } from './people.js';
import { app, me } from './session.js';

export const channels = signal<ReadonlyMap<string, ChannelView>>(new Map());

export const putChannel = (channel: ChannelView): void => {
  channels.value = new Map(channels.value).set(channel.id, channel);
};

export function dropChannel(id: string): void {
  const left = new Map(channels.value);
  left.delete(id);
  channels.value = left;
}

const isDirect = (channel: ChannelView): boolean => channel.is_im || channel.is_mpim;
const byName = (a: ChannelView, b: ChannelView): number => a.name.localeCompare(b.name);
const byLatest = (a: ChannelView, b: ChannelView): number => Number(b.latest) - Number(a.latest);
const all = computed(() => [...channels.value.values()]);

export const rooms = computed(() => all.value.filter((channel) => !isDirect(channel)).sort(byName));
export const joinedRooms = computed(() => rooms.value.filter((room) => room.is_member && !room.is_archived));

/** With whom a direct message is: everyone in it but the person who looks; for notes to oneself, that person. */
export function othersIn(channel: ChannelView): PersonView[] {
  const others = channel.members.filter((id) => id !== me.value);
  return (others.length > 0 ? others : channel.members).flatMap((id) => people.value.get(id) ?? []);
}

const isWithApp = (channel: ChannelView): boolean =>
  channel.is_im && app.value !== null && channel.members.includes(app.value.bot_user_id);

/** The app as somebody who can be mentioned and invited; other bots can't. */
export const appUser = computed(() => {
  const user = people.value.get(app.value?.bot_user_id ?? '');
  return user ? [user] : [];
});

export const appChannel = computed(() => all.value.find(isWithApp));
export const directMessages = computed(() =>
  all.value.filter((channel) => isDirect(channel) && !isWithApp(channel)).sort(byLatest),
);

export function titleOf(channel: ChannelView): string {
  if (!isDirect(channel)) return channel.name;
  const others = othersIn(channel);
  return others.length === 1 ? fullNameOf(others[0]) : others.map(nameOf).join(', ');
}

/** With its sign, as it is spoken of: "#it-triage", or a person's name. */
export const labelOf = (channel: ChannelView): string => (isDirect(channel) ? '' : '#') + titleOf(channel);
