import { useEffect } from 'preact/hooks';
import { ConversationView } from '../conversation/ConversationView.js';
import { HeaderBar } from '../conversation/Header.js';
import { Avatar } from '../parts/Avatar.js';
import { PlaceLink } from '../parts/PlaceLink.js';
import { appChannel } from '../store/channels.js';
import { people } from '../store/people.js';
import { app, ask, link, me, sentence, t } from '../store/session.js';
import { tell } from '../store/ui.js';
import { home } from '../store/views.js';
import { HomeTab } from './HomeTab.js';

type AppTab = 'home' | 'messages';

/** The app's own place, with what it shows at home and the direct message with it. */
export function AppPage({ tab }: { tab: AppTab }) {
  const online = link.value === 'on';
  useEffect(() => {
    if (online) void visit(tab);
  }, [tab, online]);
  const known = app.value;
  if (!known) return null;
  const channel = appChannel.value;
  return (
    <>
      <HeaderBar>
        <h1 class="main-title">
          <Avatar person={people.value.get(known.bot_user_id)} size={24} /> {known.name}
          <span class="tag">{t('message.app')}</span>
        </h1>
        <p class="topic">{known.description}</p>
      </HeaderBar>
      <nav class="tabs" aria-label={t('app.tabs', { app: known.name })}>
        <PlaceLink class="tab" to={{ kind: 'app', tab: 'home' }} current={tab === 'home'}>
          {t('app.home')}
        </PlaceLink>
        <PlaceLink class="tab" to={{ kind: 'app', tab: 'messages' }} current={tab === 'messages'}>
          {t('app.messages')}
        </PlaceLink>
      </nav>
      {tab === 'home' ? (
        <HomeTab />
      ) : (
        channel && <ConversationView key={`${me.value}/${channel.id}`} channel={channel} />
      )}
    </>
  );
}

/** Tells the app that somebody looks: it publishes its Home when that is opened. */
async function visit(tab: AppTab): Promise<void> {
  const answer = await ask('open_app', { tab });
  if (!answer.ok) return tell(sentence(answer.error), true);
  if (answer.home) home.value = answer.home;
}
