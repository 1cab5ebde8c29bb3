import { AppPage } from '../app/AppPage.js';
import { ConversationView } from '../conversation/ConversationView.js';
import { Header } from '../conversation/Header.js';
import { SearchPage } from '../conversation/SearchPage.js';
import { appChannel } from '../store/channels.js';
import { openChannel, place } from '../store/place.js';
import { me, t } from '../store/session.js';
import { useArrival } from './arrive.js';

/** What the person looks at. */
export function Main() {
  useArrival(place.value);
  return (
    <main id="main" class="main" tabIndex={-1}>
      <Place />
    </main>
  );
}

function Place() {
  const at = place.value;
  const channel = openChannel.value;
  const person = me.value;
  if (at.kind === 'app') return <AppPage key={person} tab={at.tab} />;
  if (at.kind === 'search') return <SearchPage key={person} query={at.query} />;
  if (channel && channel.id === appChannel.value?.id) return <AppPage key={person} tab="messages" />;
  if (!channel) return <p class="list-note">{t(at.kind === 'channel' ? 'place.gone' : 'place.nowhere')}</p>;
  return (
    <>
      <Header channel={channel} />
      <ConversationView key={`${person}/${channel.id}`} channel={channel} />
    </>
  );
}
