import { useComputed } from '@preact/signals';
import type { MessageView } from '../../protocol.js';
import { Avatar } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { ProfileButton } from '../people/ProfileButton.js';
import { isReply } from '../store/conversation.js';
import { activate, active, deactivate, editing, spotKey } from '../store/focus.js';
import { nameOf } from '../store/people.js';
import { app, reader, t } from '../store/session.js';
import { fullMomentOf, timeOf } from '../text/dates.js';
import { isQuiet } from '../text/rows.js';
import { authorPerson } from './author.js';
import { EditBox } from './EditBox.js';
import { MessageActions } from './MessageActions.js';
import { MessageBody } from './MessageBody.js';
import { Reactions } from './Reactions.js';
import { ThreadSummary } from './ThreadSummary.js';

interface MessageRowProps {
  message: MessageView;
  follows: boolean;
  scope: string;
  sought: boolean;
  isLast: boolean;
}

export function MessageRow({ message, follows, scope, sought, isLast }: MessageRowProps) {
  const key = spotKey(scope, message.ts);
  const isActive = useComputed(() => active.value === key);
  const isEdited = useComputed(() => editing.value?.scope === scope && editing.value.ts === message.ts);
  const author = authorPerson(message);
  const looks = ['message'];
  if (follows) looks.push('follows');
  if (message.is_ephemeral) looks.push('ephemeral');
  if (sought) looks.push('sought');
  if (isQuiet(message)) looks.push('quiet');
  if (isActive.value) looks.push('active');
  return (
    <article
      class={looks.join(' ')}
      data-ts={message.ts}
      tabIndex={isActive.value || (isLast && !active.value) ? 0 : -1}
      aria-label={`${nameOf(author)}, ${timeOf(message.ts, reader.value)}`}
      onPointerEnter={() => activate(key)}
      onPointerLeave={() => deactivate(key)}
      onFocusIn={() => activate(key)}
    >
      <div class="message-side">{follows ? <Time message={message} /> : <Avatar person={author} size={36} />}</div>
      <div class="message-main">
        <Above message={message} inThread={scope.startsWith('thread')} />
        {!follows && (
          <div class="message-head">
            <ProfileButton person={author} />
            {author?.is_bot && <span class="tag">{t('message.app')}</span>}
            <Time message={message} />
          </div>
        )}
        {isEdited.value ? <EditBox message={message} /> : <MessageBody message={message} />}
        <Reactions message={message} />
        {!scope.startsWith('thread') && <ThreadSummary message={message} />}
      </div>
      {isActive.value && !isEdited.value && <MessageActions message={message} scope={scope} />}
    </article>
  );
}

function Time({ message }: { message: MessageView }) {
  return (
    <time class="time" title={fullMomentOf(Number(message.ts) * 1000, reader.value)}>
      {timeOf(message.ts, reader.value)}
    </time>
  );
}

/** What has to be known before reading: that nobody else sees it, or that it comes from a thread. */
function Above({ message, inThread }: { message: MessageView; inThread: boolean }) {
  if (message.is_ephemeral)
    return (
      <p class="message-above">
        <Icon name="eye" size={14} /> {t('message.only-you', { app: app.value?.name ?? '' })}
      </p>
    );
  if (message.broadcast && isReply(message))
    return (
      <p class="message-above">
        <Icon name="reply" size={14} /> {t(inThread ? 'message.also-in-channel' : 'message.from-thread')}
      </p>
    );
  return null;
}
