import type { ComponentChildren } from 'preact';
import type { ChannelView } from '../../protocol.js';
import { Icon } from '../parts/Icon.js';
import { PlaceLink } from '../parts/PlaceLink.js';
import { hasDraft } from '../store/drafts.js';
import { openChannel } from '../store/place.js';
import { me, t } from '../store/session.js';

/** A line of the sidebar: bold when something is unread, with a badge when one was spoken to. */
export function ChannelLink({ channel, children }: { channel: ChannelView; children: ComponentChildren }) {
  const current = openChannel.value?.id === channel.id;
  const unread = channel.unread > 0 && !current;
  const calls = channel.is_im ? Math.max(channel.mentions, channel.unread) : channel.mentions;
  return (
    <li>
      <PlaceLink
        class={unread ? 'side-link unread' : 'side-link'}
        to={{ kind: 'channel', channel: channel.id }}
        current={current}
      >
        {children}
        {!current && hasDraft(me.value, channel.id) && (
          <span class="side-draft" title={t('sidebar.draft')}>
            <Icon name="pencil" size={14} />
            <span class="only-read">, {t('sidebar.draft')}</span>
          </span>
        )}
        {unread && calls > 0 && (
          <span class="badge" aria-hidden="true">
            {calls}
          </span>
        )}
        {unread && <span class="only-read">, {t('sidebar.unread', { count: channel.unread })}</span>}
      </PlaceLink>
    </li>
  );
}
