import { Icon } from '../parts/Icon.js';
import { PlaceLink } from '../parts/PlaceLink.js';
import { place } from '../store/place.js';
import { app, t } from '../store/session.js';
import { dialog } from '../store/ui.js';
import { Apps } from './Apps.js';
import { Channels } from './Channels.js';
import { DirectMessages } from './DirectMessages.js';
import { Me } from './Me.js';
import { WorkspaceMenu } from './WorkspaceMenu.js';

/** Everything one can go to, and who one is. */
export function Sidebar() {
  const at = place.value;
  return (
    <nav class="sidebar" aria-label={t('sidebar.label')}>
      <WorkspaceMenu />
      <div class="side-scroll">
        <div class="side-top">
          {app.value && (
            <PlaceLink
              class="side-link"
              to={{ kind: 'app', tab: 'home' }}
              current={at.kind === 'app' && at.tab === 'home'}
            >
              <Icon name="home" />
              <span>{t('sidebar.home')}</span>
            </PlaceLink>
          )}
          <PlaceLink class="side-link" to={{ kind: 'search', query: '' }} current={at.kind === 'search'}>
            <Icon name="search" />
            <span>{t('sidebar.search')}</span>
          </PlaceLink>
          <button type="button" class="side-link" onClick={() => (dialog.value = { kind: 'find' })}>
            <Icon name="right" />
            <span>{t('find.open')}</span>
            <kbd>Ctrl K</kbd>
          </button>
        </div>
        <Channels />
        <DirectMessages />
        <Apps />
      </div>
      <Me />
    </nav>
  );
}
