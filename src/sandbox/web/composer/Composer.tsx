import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { ChannelView, MessageView } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { lastOwn } from '../store/conversation.js';
import { type Draft, draftKey, draftOf, keepDraft } from '../store/drafts.js';
import { editing } from '../store/focus.js';
import { me, t } from '../store/session.js';
import { attach, uploadsOf } from '../store/uploads.js';
import { Attachments } from './Attachments.js';
import { CommandHint } from './CommandHint.js';
import { sendDraft } from './send.js';
import { TextBox } from './TextBox.js';
import { Toolbar } from './Toolbar.js';

interface ComposerProps {
  channel: ChannelView;
  thread?: string;
  label: string;
  /** What is above the composer: the up arrow opens the person's last message in it. */
  messages: MessageView[];
  scope: string;
}

export function Composer({ channel, thread, label, messages, scope }: ComposerProps) {
  const key = draftKey(me.value, channel.id, thread);
  const draft = draftOf(key);
  const error = useSignal('');
  const busy = useSignal(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const write = (part: Partial<Draft>) => {
    error.value = '';
    keepDraft(key, { ...draftOf(key), ...part });
  };
  const uploading = uploadsOf(key).some((upload) => !upload.error);
  const ready = !uploading && (draft.text.trim() !== '' || draft.files.length > 0);

  const send = async () => {
    if (!ready || busy.value) return;
    busy.value = true;
    const problem = await sendDraft({ channel: channel.id, ...(thread && { thread }) }, draft);
    busy.value = false;
    error.value = problem ?? '';
    if (problem === undefined) keepDraft(key, { text: '', picks: [], files: [], broadcast: false });
    box.current?.focus();
  };
  const editLast = () => {
    const last = lastOwn(messages, me.value);
    if (last) editing.value = { scope, ts: last.ts };
  };

  return (
    <form
      class="composer"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <CommandHint text={draft.text} />
      <div class="composer-box">
        <TextBox
          label={label}
          written={draft}
          onWrite={write}
          onSend={send}
          onUp={editLast}
          onFiles={(files) => attach(key, files)}
          mayCommand={!thread}
          busy={busy.value}
          box={box}
        />
        <Attachments draftKey={key} files={draft.files} onRemove={(files) => write({ files })} />
        <Toolbar box={box} onWrite={(text) => write({ text })} onFiles={(files) => attach(key, files)}>
          <button
            type="submit"
            class="send"
            aria-label={t('composer.send')}
            title={t('composer.send')}
            disabled={!ready}
          >
            <Icon name="send" />
          </button>
        </Toolbar>
      </div>
      {thread && (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.broadcast}
            onChange={(event) => write({ broadcast: event.currentTarget.checked })}
          />
          {t('thread.also', { channel: channel.name ? `#${channel.name}` : t('thread.conversation') })}
        </label>
      )}
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
    </form>
  );
}
