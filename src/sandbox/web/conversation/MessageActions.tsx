import type { MessageView } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { MenuButton, type MenuItem } from '../parts/Menu.js';
import { confirmDelete, copyLink, dismiss, runOnMessage, shortcutsOf } from '../store/acts.js';
import { isOwn, isReply } from '../store/conversation.js';
import { editing, held } from '../store/focus.js';
import { goToThread } from '../store/place.js';
import { app, me, myself, t } from '../store/session.js';
import { isQuiet } from '../text/rows.js';
import { ReactButton } from './ReactButton.js';

/** The toolbar over a message that has the pointer or the focus. */
export function MessageActions({ message, scope }: { message: MessageView; scope: string }) {
  if (message.subtype === 'tombstone') return null;
  const answerable = !message.is_ephemeral && !isQuiet(message);
  const hold = (open: boolean) => {
    held.value = open;
  };
  return (
    <div class="message-actions" role="toolbar" aria-label={t('message.actions')}>
      {!message.is_ephemeral && <ReactButton message={message} class="icon-button" />}
      {answerable && !scope.startsWith('thread') && <ReplyButton message={message} />}
      <MenuButton label={t('message.more')} items={itemsFor(message, scope)} onOpen={hold}>
        <Icon name="more" />
      </MenuButton>
    </div>
  );
}

function ReplyButton({ message }: { message: MessageView }) {
  const root = isReply(message) ? (message.thread_ts ?? message.ts) : message.ts;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={t('message.reply')}
      title={t('message.reply')}
      onClick={() => goToThread(message.channel, root)}
    >
      <Icon name="reply" />
    </button>
  );
}

function itemsFor(message: MessageView, scope: string): MenuItem[] {
  if (message.is_ephemeral) return [{ label: t('message.dismiss'), icon: 'close', act: () => dismiss(message) }];
  return [
    ...ownItems(message, scope),
    { label: t('message.copy-link'), icon: 'link', act: () => void copyLink(message) },
    ...shortcutItems(message),
    ...deleteItems(message),
  ];
}

function ownItems(message: MessageView, scope: string): MenuItem[] {
  if (!isOwn(message, me.value)) return [];
  const edit = () => {
    editing.value = { scope, ts: message.ts };
  };
  return [{ label: t('message.edit'), icon: 'edit', act: edit }];
}

const shortcutItems = (message: MessageView): MenuItem[] =>
  shortcutsOf('message').map((shortcut, index) => ({
    label: shortcut.name,
    hint: app.value?.name ?? '',
    icon: 'bolt',
    apart: index === 0,
    act: () => void runOnMessage(shortcut, message),
  }));

function deleteItems(message: MessageView): MenuItem[] {
  if (message.user !== me.value && !myself.value?.is_admin) return [];
  return [{ label: t('message.delete'), icon: 'trash', danger: true, apart: true, act: () => confirmDelete(message) }];
}
