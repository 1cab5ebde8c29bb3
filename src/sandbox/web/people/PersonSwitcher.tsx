import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PersonView } from '../../protocol.js';
import { Avatar, Presence } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { Popup } from '../parts/Popup.js';
import { becomePerson } from '../store/enter.js';
import { fullNameOf, staff } from '../store/people.js';
import { me, shownNow, t } from '../store/session.js';
import { timeOf } from '../text/dates.js';

/** Two presses and one is another of the company's people. */
export function PersonSwitcher() {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    open.value = false;
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="switch-button"
        aria-haspopup="menu"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="swap" />
        {t('switch.button')}
      </button>
      {open.value && (
        <Popup anchor={button.current} label={t('switch.button')} role="menu" side="above" onClose={close}>
          <Choices onDone={close} />
        </Popup>
      )}
    </>
  );
}

function Choices({ onDone }: { onDone(): void }) {
  const list = useRef<HTMLDivElement>(null);
  const step = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const choices = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = choices.indexOf(document.activeElement as HTMLButtonElement);
    choices.at((at + by) % choices.length)?.focus();
  };
  return (
    <div ref={list} class="switch-list" role="menu" tabIndex={-1} aria-label={t('switch.button')} onKeyDown={step}>
      <p class="popup-title" role="presentation">
        {t('switch.title')}
      </p>
      {staff.value.map((person) => (
        <Choice key={person.id} person={person} onDone={onDone} />
      ))}
    </div>
  );
}

function Choice({ person, onDone }: { person: PersonView; onDone(): void }) {
  const current = person.id === me.value;
  const become = () => {
    onDone();
    becomePerson(person.id);
  };
  return (
    <button type="button" role="menuitemradio" aria-checked={current} class="switch-choice" onClick={become}>
      <span class="side-avatar">
        <Avatar person={person} size={36} />
        <Presence person={person} />
      </span>
      <span class="switch-words">
        <strong>{fullNameOf(person)}</strong>
        <small>{[person.profile.title, person.department].filter(Boolean).join(' · ')}</small>
      </span>
      <span class="switch-facts">
        {person.is_admin && <span class="tag">{t('people.admin')}</span>}
        <span class="tag">{person.locale.slice(0, 2).toUpperCase()}</span>
        <small title={person.tz}>{zoneOf(person)}</small>
      </span>
      {current && <Icon name="check" />}
    </button>
  );
}

const zoneOf = (person: PersonView): string =>
  `${person.tz.split('/').at(-1)?.replace('_', ' ')} ${timeOf(String(shownNow() / 1000), { timeZone: person.tz, locale: 'en-GB' })}`;
