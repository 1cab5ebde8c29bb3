import { ClockControl } from '../clock/ClockControl.js';
import { Icon } from '../parts/Icon.js';
import { t, workspace } from '../store/session.js';
import { dialog, inspectorOpen, setTheme } from '../store/ui.js';

/** Over everything: find, the workspace's time, and the inspector. */
export function TopBar() {
  return (
    <header class="top">
      <button type="button" class="find-button" onClick={() => (dialog.value = { kind: 'find' })}>
        <Icon name="search" size={16} />
        <span>{t('find.in', { name: workspace.value?.name ?? '' })}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <ClockControl />
      <button
        type="button"
        class="top-button"
        aria-pressed={inspectorOpen.value}
        onClick={() => (inspectorOpen.value = !inspectorOpen.value)}
        title={t('inspector.title')}
      >
        <Icon name="traffic" size={17} />
        <span>{t('inspector.title')}</span>
      </button>
      <ThemeButton />
    </header>
  );
}

function ThemeButton() {
  const swap = () => setTheme(isDark() ? 'light' : 'dark');
  return (
    <button type="button" class="top-button" aria-label={t('theme.swap')} title={t('theme.swap')} onClick={swap}>
      <Icon name="moon" size={17} />
    </button>
  );
}

const isDark = (): boolean =>
  (document.documentElement.dataset.theme ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
