import { Icon } from '../parts/Icon.js';
import { MenuButton, type MenuItem } from '../parts/Menu.js';
import { ask, myself, sentence, t, workspace } from '../store/session.js';
import { dialog, inspectorOpen, setTheme, type Theme, tell, theme } from '../store/ui.js';

/** The workspace's name, and what concerns the whole of it. */
export function WorkspaceMenu() {
  return (
    <div class="side-workspace">
      <MenuButton named label={t('workspace.menu')} items={items()} class="side-workspace-button">
        <span class="workspace-mark" aria-hidden="true">
          {(workspace.value?.name ?? 'S').slice(0, 1)}
        </span>
        <span class="workspace-name">
          {workspace.value?.name ?? t('page.title')}
          <small>{t('page.title')}</small>
        </span>
        <Icon name="down" size={16} />
      </MenuButton>
    </div>
  );
}

function items(): MenuItem[] {
  const people: MenuItem[] = [
    { label: t('people.manage'), icon: 'shield', act: () => (dialog.value = { kind: 'people' }) },
  ];
  return [
    { label: t('channels.create'), icon: 'plus', act: () => (dialog.value = { kind: 'create' }) },
    { label: t('channels.browse'), icon: 'hash', act: () => (dialog.value = { kind: 'browse' }) },
    ...(myself.value?.is_admin ? people : []),
    { label: t('inspector.title'), icon: 'traffic', act: () => (inspectorOpen.value = !inspectorOpen.value) },
    ...themes(),
    { label: t('reset.open'), icon: 'reset', danger: true, apart: true, act: confirmReset },
  ];
}

const themes = (): MenuItem[] =>
  (['light', 'dark', 'system'] as Theme[]).map((name, index) => ({
    label: t(`theme.${name as 'light' | 'dark' | 'system'}`),
    icon: name === 'dark' ? 'moon' : 'sun',
    checked: theme.value === name,
    apart: index === 0,
    act: () => setTheme(name),
  }));

function confirmReset(): void {
  dialog.value = {
    kind: 'confirm',
    title: t('reset.title'),
    text: t('reset.text'),
    button: t('reset.button'),
    act: async () => {
      const answer = await ask('reset', {});
      if (answer.ok) tell(t('reset.done'));
      return answer.ok ? undefined : sentence(answer.error);
    },
  };
}
