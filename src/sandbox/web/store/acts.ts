import type { MessageView, ShortcutView } from '../../protocol.js';
import { putChannel } from './channels.js';
import { dropMessage, putMessages } from './messages.js';
import { goToChannel, linkTo } from './place.js';
import { app, ask, me, sentence, t } from './session.js';
import { dialog, tell } from './ui.js';

/** Says what went wrong, if something did. */
const report = (answer: { ok: true } | { ok: false; error: string }): void => {
  if (!answer.ok) tell(sentence(answer.error), true);
};

export async function react(message: MessageView, name: string): Promise<void> {
  const has = message.reactions?.some((reaction) => reaction.name === name && reaction.users.includes(me.peek()));
  report(await ask('react', { channel: message.channel, ts: message.ts, name, on: !has }));
}

export async function copyLink(message: MessageView): Promise<void> {
  await navigator.clipboard?.writeText(linkTo(message.channel, message.ts));
  tell(t('message.link-copied'));
}

export function confirmDelete(message: MessageView): void {
  dialog.value = {
    kind: 'confirm',
    title: t('message.delete-title'),
    text: t('message.delete-text'),
    button: t('message.delete'),
    act: async () => {
      const answer = await ask('delete', { channel: message.channel, ts: message.ts });
      return answer.ok ? undefined : sentence(answer.error);
    },
  };
}

export async function editMessage(message: MessageView, text: string): Promise<string | undefined> {
  const answer = await ask('edit', { channel: message.channel, ts: message.ts, text });
  if (!answer.ok) return sentence(answer.error);
  putMessages(message.channel, [answer.message]);
  return undefined;
}

export const dismiss = (message: MessageView): void => dropMessage(message.channel, message.ts);

export const shortcutsOf = (type: ShortcutView['type']): ShortcutView[] =>
  app.value?.shortcuts.filter((shortcut) => shortcut.type === type) ?? [];

export async function runOnMessage(shortcut: ShortcutView, message: MessageView): Promise<void> {
  const { channel, ts } = message;
  report(await ask('message_shortcut', { callback_id: shortcut.callback_id, channel, ts }));
}

export async function runShortcut(shortcut: ShortcutView): Promise<void> {
  report(await ask('global_shortcut', { callback_id: shortcut.callback_id }));
}

/** Opens the direct message with these people, and goes there. */
export async function writeTo(users: string[]): Promise<string | undefined> {
  const answer = await ask('open_dm', { users });
  if (!answer.ok) return sentence(answer.error);
  putChannel(answer.channel);
  dialog.value = null;
  goToChannel(answer.channel.id);
  return undefined;
}

export async function joinRoom(channel: string): Promise<void> {
  const answer = await ask('join', { channel });
  if (answer.ok) putChannel(answer.channel);
  report(answer);
}
