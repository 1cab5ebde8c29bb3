import type { ComponentChildren } from 'preact';
import type { PersonView } from '../../protocol.js';
import { Avatar, Presence } from '../parts/Avatar.js';
import { fullNameOf } from '../store/people.js';
import { me, t } from '../store/session.js';

/** A person in a list, with what can be done about them at the end. */
export function PersonLine({ person, children }: { person: PersonView; children?: ComponentChildren }) {
  return (
    <li class="list-line">
      <span class="side-avatar">
        <Avatar person={person} size={36} />
        <Presence person={person} />
      </span>
      <span class="list-line-main">
        <strong>
          {fullNameOf(person)} {person.id === me.value && <span class="you">{t('you')}</span>}
        </strong>
        <small>{[person.profile.title, person.department].filter(Boolean).join(' · ')}</small>
      </span>
      {person.is_bot && <span class="tag">{t('message.app')}</span>}
      {person.is_admin && <span class="tag">{t('people.admin')}</span>}
      {person.deleted && <span class="tag">{t('people.deactivated')}</span>}
      {children}
    </li>
  );
}
