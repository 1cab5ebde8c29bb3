import { Icon } from '../parts/Icon.js';
import { app, link, t } from '../store/session.js';

/** What keeps the page from working as it should, said over it. */
export function ConnectionBanners() {
  if (link.value === 'lost') return <Banner text={t('banner.lost')} bad />;
  if (link.value === 'on' && app.value && !app.value.connected)
    return <Banner text={t('banner.no-app', { app: app.value.name })} />;
  return null;
}

function Banner({ text, bad = false }: { text: string; bad?: boolean }) {
  return (
    <div class={bad ? 'banner bad' : 'banner'} role="status">
      <Icon name={bad ? 'reset' : 'bolt'} size={16} /> {text}
    </div>
  );
}
