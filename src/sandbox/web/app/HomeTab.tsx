import { Blocks } from '../blocks/index.js';
import { interact, names } from '../store/names.js';
import { app, t } from '../store/session.js';
import { home } from '../store/views.js';

/** The view that the app published for this person. */
export function HomeTab() {
  const view = home.value;
  if (!view)
    return (
      <div class="home">
        <p class="list-note">{t('app.no-home', { app: app.value?.name ?? '' })}</p>
      </div>
    );
  return (
    <div class="home">
      <div class="home-sheet">
        <h2 class="only-read">{t('app.home')}</h2>
        <Blocks
          blocks={view.blocks}
          container={{ type: 'view', view_id: view.id }}
          interact={interact}
          names={names.value}
        />
      </div>
    </div>
  );
}
