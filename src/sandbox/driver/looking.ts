import type { MessageView } from '../protocol.js';
import { type Desk, shown } from './desk.js';
import { personCalled, placeCalled } from './values.js';

/** The id of a place: a channel's name, `app`, or `@name`. */
export async function placeOf(desk: Desk, name: string): Promise<string> {
  if (name !== 'app' && !name.startsWith('@')) return placeCalled(desk.directory, name);
  const user = name === 'app' ? desk.appUserId : personCalled(desk.directory, name);
  const { channel } = await desk.wire.need('open_dm', { users: [user] });
  return channel.id;
}

/** What was said before this person came belongs to what they see. */
export async function fetchNewest(desk: Desk, channel: string): Promise<void> {
  const { messages } = await desk.wire.need('history', { channel, limit: 50 });
  const isNew = (message: MessageView) =>
    !desk.messages.some((one) => one.ts === message.ts && one.channel === channel);
  desk.messages.unshift(...messages.filter(isNew).reverse());
}

export function fits(message: MessageView, what: string | RegExp | ((message: MessageView) => boolean)): boolean {
  if (typeof what === 'function') return what(message);
  return typeof what === 'string' ? shown(message).includes(what) : what.test(shown(message));
}

export function notSeen(desk: Desk, what: string, where: string | undefined, channel: string | null): string {
  const there = desk.messages.filter((message) => !channel || message.channel === channel).slice(-8);
  return `No message shows ${what}${where ? ` in ${where}` : ''}. There is:\n${there.map((message) => `  - ${shown(message).replace(/\n/g, '\n    ')}`).join('\n') || '  nothing'}`;
}

export const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** `@robin` and `#general` become references, as the page's composer makes them; the rest is escaped. */
export function withReferences(desk: Desk, text: string): string {
  return escapeText(text)
    .replace(/(^|\s)@([\p{L}\p{N}._-]+)/gu, (all, before: string, name: string) => {
      const person = desk.directory.people.find((one) => one.name === name.toLowerCase());
      return person ? `${before}<@${person.id}>` : all;
    })
    .replace(/(^|\s)#([\p{L}\p{N}_-]+)/gu, (all, before: string, name: string) => {
      const channel = desk.directory.channels.find((one) => one.name === name);
      return channel ? `${before}<#${channel.id}|${name}>` : all;
    });
}
