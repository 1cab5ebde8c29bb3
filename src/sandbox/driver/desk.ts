import type { Container, MessageView, ViewView } from '../protocol.js';
import { shownText } from './elements.js';
import type { Directory } from './values.js';
import type { Wire } from './wire.js';

/** What a person has before them: fed by the server's changes. */
export interface Desk {
  wire: Wire;
  me: string;
  directory: Directory;
  appUserId: string;
  /** Newest last; ephemeral ones and notices among them. */
  messages: MessageView[];
  modals: ViewView[];
  home: ViewView | null;
  notices: { channel: string; text: string }[];
  /** How long to wait for something, in milliseconds. */
  patience: number;
}

/** Follows what the server tells, so that the desk shows what the page would. */
export function follow(desk: Desk): void {
  desk.wire.onChange((change) => {
    switch (change.type) {
      case 'message':
        desk.messages.push(change.message);
        break;
      case 'message_changed':
        replaceMessage(desk, change.message);
        break;
      case 'message_deleted':
        desk.messages = desk.messages.filter((one) => one.ts !== change.ts || one.channel !== change.channel);
        break;
      case 'view_opened':
        desk.modals.push(change.view);
        break;
      case 'view_updated':
        desk.modals = desk.modals.map((one) => (one.id === change.view.id ? change.view : one));
        break;
      case 'view_closed':
        closeFrom(desk, change.view_id);
        break;
      case 'home':
        desk.home = change.view;
        break;
      case 'notice':
        desk.notices.push({ channel: change.channel, text: change.text });
        break;
      case 'channel':
        desk.directory.channels = [
          ...desk.directory.channels.filter((one) => one.id !== change.channel.id),
          change.channel,
        ];
        break;
      case 'channel_gone':
        desk.directory.channels = desk.directory.channels.filter((one) => one.id !== change.channel);
        break;
      case 'person':
        desk.directory.people = [...desk.directory.people.filter((one) => one.id !== change.person.id), change.person];
        break;
      default:
    }
  });
}

function replaceMessage(desk: Desk, message: MessageView): void {
  const at = desk.messages.findIndex((one) => one.ts === message.ts && one.channel === message.channel);
  if (at >= 0) desk.messages[at] = message;
  else desk.messages.push(message);
}

/** A view goes, and those on top of it. The server tells so, too, but perhaps only after it has answered. */
export function closeFrom(desk: Desk, viewId: string): void {
  const at = desk.modals.findIndex((one) => one.id === viewId);
  if (at >= 0) desk.modals = desk.modals.slice(0, at);
}

/** Everything that a message shows: its text, its blocks, its attachments and the names of its files. */
export function shown(message: MessageView): string {
  const attachments = (message as { attachments?: { text?: string; blocks?: unknown }[] }).attachments ?? [];
  const parts = [
    message.text,
    shownText(message.blocks ?? []),
    ...attachments.map((one) => `${one.text ?? ''}\n${shownText(one.blocks ?? [])}`),
  ];
  return [...parts, ...(message.files ?? []).map((file) => file.name)].filter(Boolean).join('\n');
}

export const containerOf = (message: MessageView): Container => ({
  type: 'message',
  channel: message.channel,
  ts: message.ts,
  is_ephemeral: message.is_ephemeral ?? false,
});

/** Waits until something is so, and says what there is instead when it doesn't come. */
export async function waitFor<T>(
  look: () => T | undefined | null,
  within: number,
  otherwise: () => string,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== null) return seen;
    if (performance.now() > end) throw new Error(otherwise());
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
