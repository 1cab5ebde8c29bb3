import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../parts/Icon.js';
import { link, t } from '../store/session.js';
import { clearTraffic, filter, isFiltered, loadTraffic, onlyErrors, shownTraffic } from '../store/traffic.js';
import { inspectorOpen } from '../store/ui.js';
import { TrafficLine } from './TrafficLine.js';

/** What the app and the workspace say to each other, newest first. */
export function Inspector() {
  const chosen = useSignal<number | null>(null);
  const online = link.value === 'on';
  useEffect(() => {
    if (online) void loadTraffic();
  }, [online]);
  const entries = shownTraffic.value;
  return (
    <aside class="inspector" aria-label={t('inspector.title')}>
      <InspectorBar />
      <div class="traffic">
        <table aria-label={t('inspector.title')}>
          <thead>
            <tr>
              {(['time', 'kind', 'name', 'result', 'took'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`inspector.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <TrafficLine
                key={entry.id}
                entry={entry}
                open={chosen.value === entry.id}
                onToggle={() => (chosen.value = chosen.value === entry.id ? null : entry.id)}
              />
            ))}
          </tbody>
        </table>
        {entries.length === 0 && (
          <p class="list-note">{t(isFiltered.value ? 'inspector.noMatch' : 'inspector.empty')}</p>
        )}
      </div>
    </aside>
  );
}

function InspectorBar() {
  return (
    <header class="inspector-head">
      <h2>{t('inspector.title')}</h2>
      <input
        type="search"
        aria-label={t('inspector.filter')}
        placeholder={t('inspector.filter')}
        value={filter.value}
        onInput={(event) => (filter.value = event.currentTarget.value)}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={onlyErrors.value}
          onChange={(event) => (onlyErrors.value = event.currentTarget.checked)}
        />
        {t('inspector.errors')}
      </label>
      <span class="bar-rest" />
      <button type="button" class="button small" onClick={clearTraffic}>
        {t('inspector.clear')}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('inspector.close')}
        onClick={() => (inspectorOpen.value = false)}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}
