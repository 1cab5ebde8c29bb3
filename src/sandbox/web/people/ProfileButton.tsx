import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { PersonView } from '../../protocol.js';
import { useEmoji } from '../blocks/index.js';
import { Popup } from '../parts/Popup.js';
import { nameOf } from '../store/people.js';
import { t } from '../store/session.js';
import { Profile } from './Profile.js';

/** A name that opens the person's profile beside it. */
export function ProfileButton({ person }: { person: PersonView | undefined }) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const status = useEmoji(person?.profile.status_emoji.replaceAll(':', '') ?? '');
  if (!person) return <strong>{t('people.unknown')}</strong>;
  return (
    <>
      <button ref={button} type="button" class="name-button" onClick={() => (open.value = !open.value)}>
        {nameOf(person)}
      </button>
      {status && (
        <span title={person.profile.status_text} class="name-status" aria-hidden="true">
          {status}
        </span>
      )}
      {open.value && (
        <Popup anchor={button.current} label={nameOf(person)} onClose={() => (open.value = false)}>
          <Profile person={person} />
        </Popup>
      )}
    </>
  );
}
