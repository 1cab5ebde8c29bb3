import { useSignal } from '@preact/signals';
import type { ChannelView, PersonView } from '../../protocol.js';
import { DialogBox } from '../parts/DialogBox.js';
import { PeopleChooser } from '../people/PeopleChooser.js';
import { PersonLine } from '../people/PersonLine.js';
import { appUser, channels, labelOf } from '../store/channels.js';
import { people, staff } from '../store/people.js';
import { ask, me, sentence, t } from '../store/session.js';

/** Who is in a channel; who is in it may bring others, or ask somebody out. */
export function MembersDialog({ channel: shown }: { channel: ChannelView }) {
  const channel = channels.value.get(shown.id) ?? shown;
  const error = useSignal('');
  const outside = [...staff.value, ...appUser.value].filter((person) => !channel.members.includes(person.id));
  const members = channel.members.flatMap((id) => people.value.get(id) ?? []);

  const invite = async (users: string[]) => {
    const answer = await ask('invite', { channel: channel.id, users });
    error.value = answer.ok ? '' : sentence(answer.error);
  };
  const kick = async (user: string) => {
    const answer = await ask('kick', { channel: channel.id, user });
    error.value = answer.ok ? '' : sentence(answer.error);
  };
  return (
    <DialogBox title={t('members.of', { place: labelOf(channel) })} wide>
      {channel.is_member && !channel.is_archived && outside.length > 0 && (
        <PeopleChooser label={t('members.add')} button={t('members.add-button')} people={outside} onChoose={invite} />
      )}
      {error.value && (
        <p class="error" role="alert">
          {error.value}
        </p>
      )}
      <ul class="plain-list" aria-label={t('members.title')}>
        {members.map((person) => (
          <PersonLine key={person.id} person={person}>
            {channel.is_member && person.id !== me.value && <Kick person={person} act={() => kick(person.id)} />}
          </PersonLine>
        ))}
      </ul>
    </DialogBox>
  );
}

function Kick({ person, act }: { person: PersonView; act(): void }) {
  return (
    <button
      type="button"
      class="button small"
      aria-label={t('members.remove-named', { name: person.real_name })}
      onClick={act}
    >
      {t('members.remove')}
    </button>
  );
}
