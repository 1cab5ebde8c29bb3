import type { Calls, PersonView } from '../../protocol.js';
import type { MenuItem } from '../parts/Menu.js';
import { ask, now, sentence, shownNow, t } from '../store/session.js';
import { dialog, tell } from '../store/ui.js';

const locales: [string, string][] = [
  ['en-GB', 'English'],
  ['ro-RO', 'Română'],
];

/** What a person sets about themselves. */
export function ownMenu(person: PersonView): MenuItem[] {
  const away = person.presence === 'away';
  const snoozed = person.dnd_until * 1000 > shownNow();
  const quietFor = (hours: number) => set({ dnd_until: Math.floor(now() / 1000) + hours * 3600 });
  return [
    { label: t('status.set'), icon: 'smile', act: () => (dialog.value = { kind: 'status' }) },
    {
      label: t(away ? 'me.set-active' : 'me.set-away'),
      icon: 'clock',
      act: () => set({ presence: away ? 'active' : 'away' }),
    },
    snoozed
      ? { label: t('me.resume'), icon: 'bell', act: () => set({ dnd_until: 0 }) }
      : { label: t('me.snooze'), icon: 'bell', act: () => quietFor(2) },
    { label: t('me.profile'), icon: 'people', act: () => (dialog.value = { kind: 'profile', person: person.id }) },
    ...locales.map(
      ([locale, name], index): MenuItem => ({
        label: name,
        checked: person.locale.slice(0, 2) === locale.slice(0, 2),
        apart: index === 0,
        act: () => set({ locale }),
      }),
    ),
  ];
}

async function set(profile: Calls['set_profile'][0]): Promise<void> {
  const answer = await ask('set_profile', profile);
  if (!answer.ok) tell(sentence(answer.error), true);
}
