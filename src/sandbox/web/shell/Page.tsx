import { ConnectionBanners } from '../app/ConnectionBanners.js';
import { ModalStack } from '../blocks/index.js';
import { Inspector } from '../inspector/Inspector.js';
import { Sidebar } from '../sidebar/Sidebar.js';
import { interact, names } from '../store/names.js';
import { openChannel, openThread, sidebarInFront } from '../store/place.js';
import { link, me, t, workspace } from '../store/session.js';
import { inspectorOpen } from '../store/ui.js';
import { views } from '../store/views.js';
import { ThreadPanel } from '../thread/ThreadPanel.js';
import { Dialogs } from './Dialogs.js';
import { Main } from './Main.js';
import { Spoken } from './Spoken.js';
import { TopBar } from './TopBar.js';

export function Page() {
  if (!workspace.value) return <Starting />;
  const thread = openThread.value;
  const channel = openChannel.value;
  const looks = ['page'];
  if (sidebarInFront.value) looks.push('list-in-front');
  if (thread) looks.push('with-thread');
  return (
    <div class={looks.join(' ')}>
      <button type="button" class="skip" onClick={skip}>
        {t('page.skip')}
      </button>
      <TopBar />
      <Sidebar />
      <div class="work">
        <ConnectionBanners />
        <div class="panes">
          <Main />
          {thread && channel && <ThreadPanel key={`${me.value}/${thread}`} channel={channel} ts={thread} />}
        </div>
        {inspectorOpen.value && <Inspector />}
      </div>
      <ModalStack views={views.value} interact={interact} names={names.value} />
      <Dialogs />
      <Spoken />
    </div>
  );
}

/** A button, since the address is the place in the workspace and a link would change it. */
function skip(): void {
  (document.querySelector<HTMLElement>('main textarea') ?? document.querySelector('main'))?.focus();
}

function Starting() {
  return (
    <main class="starting" aria-busy={link.value !== 'lost'}>
      <p role="status">{t(link.value === 'lost' ? 'banner.no-server' : 'page.starting')}</p>
    </main>
  );
}
