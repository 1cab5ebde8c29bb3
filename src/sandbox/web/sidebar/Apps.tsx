import { Avatar } from '../parts/Avatar.js';
import { PlaceLink } from '../parts/PlaceLink.js';
import { appChannel } from '../store/channels.js';
import { people } from '../store/people.js';
import { place } from '../store/place.js';
import { app, t } from '../store/session.js';
import { Section } from './Section.js';

/** The app under development, with its unread messages. */
export function Apps() {
  const known = app.value;
  if (!known) return null;
  const unread = appChannel.value?.unread ?? 0;
  const at = place.value;
  const current =
    at.kind === 'app' ? at.tab === 'messages' : at.kind === 'channel' && at.channel === appChannel.value?.id;
  const showUnread = unread > 0 && !current;
  return (
    <Section title={t('sidebar.apps')}>
      <li>
        <PlaceLink
          class={showUnread ? 'side-link unread' : 'side-link'}
          to={{ kind: 'app', tab: 'messages' }}
          current={current}
        >
          <span class="side-avatar">
            <Avatar person={people.value.get(known.bot_user_id)} size={20} />
            <span class={known.connected ? 'presence there' : 'presence away'} />
          </span>
          <span class="side-name">{known.name}</span>
          {showUnread && (
            <>
              <span class="badge" aria-hidden="true">
                {unread}
              </span>
              <span class="only-read">, {t('sidebar.unread', { count: unread })}</span>
            </>
          )}
        </PlaceLink>
      </li>
    </Section>
  );
}
