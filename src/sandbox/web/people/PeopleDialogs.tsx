import { useSignal } from '@preact/signals';
import type { PersonView } from '../../protocol.js';
import { DialogBox } from '../parts/DialogBox.js';
import { writeTo } from '../store/acts.js';
import { fullNameOf, people, staff } from '../store/people.js';
import { ask, me, sentence, t } from '../store/session.js';
import { PeopleChooser } from './PeopleChooser.js';
import { PersonLine } from './PersonLine.js';
import { Profile } from './Profile.js';

export function ProfileDialog({ person: id }: { person: string }) {
  const person = people.value.get(id);
  return (
    <DialogBox title={t('me.profile')}>{person ? <Profile person={person} /> : <p>{t('people.unknown')}</p>}</DialogBox>
  );
}

export function MessageSomeoneDialog() {
  const error = useSignal('');
  const write = async (users: string[]) => {
    error.value = (await writeTo(users)) ?? '';
  };
  return (
    <DialogBox title={t('direct.new')} wide>
      <PeopleChooser label={t('direct.who')} button={t('direct.open')} people={staff.value} onChoose={write} />
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
    </DialogBox>
  );
}

/** Admins deactivate people, bring them back, and make other admins. */
export function PeopleDialog() {
  const error = useSignal('');
  const everyone = [...people.value.values()]
    .filter((person) => !person.is_bot)
    .sort((a, b) => fullNameOf(a).localeCompare(fullNameOf(b)));
  const set = async (user: string, part: { deleted?: boolean; is_admin?: boolean }) => {
    const answer = await ask('set_person', { user, ...part });
    error.value = answer.ok ? '' : sentence(answer.error);
  };
  return (
    <DialogBox title={t('people.manage')} wide>
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
      <ul class="plain-list" aria-label={t('people.manage')}>
        {everyone.map((person) => (
          <PersonLine key={person.id} person={person}>
            {person.id !== me.value && <Powers person={person} set={(part) => set(person.id, part)} />}
          </PersonLine>
        ))}
      </ul>
    </DialogBox>
  );
}

interface PowersProps {
  person: PersonView;
  set(part: { deleted?: boolean; is_admin?: boolean }): void;
}

function Powers({ person, set }: PowersProps) {
  const name = fullNameOf(person);
  const power = t(person.is_admin ? 'people.unmake-admin' : 'people.make-admin');
  const account = t(person.deleted ? 'people.reactivate' : 'people.deactivate');
  return (
    <span class="powers">
      {!person.deleted && (
        <button
          type="button"
          class="button small"
          aria-label={`${power}: ${name}`}
          onClick={() => set({ is_admin: !person.is_admin })}
        >
          {power}
        </button>
      )}
      <button
        type="button"
        class={person.deleted ? 'button small' : 'button small danger-text'}
        aria-label={`${account}: ${name}`}
        onClick={() => set({ deleted: !person.deleted })}
      >
        {account}
      </button>
    </span>
  );
}
