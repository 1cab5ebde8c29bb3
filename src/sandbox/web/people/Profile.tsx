import type { PersonView } from '../../protocol.js';
import { Mrkdwn } from '../blocks/index.js';
import { Avatar, Presence } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { writeTo } from '../store/acts.js';
import { becomePerson } from '../store/enter.js';
import { names } from '../store/names.js';
import { fullNameOf, people } from '../store/people.js';
import { locale, me, shownNow, t } from '../store/session.js';
import { tell } from '../store/ui.js';
import { timeOf } from '../text/dates.js';

export function Profile({ person }: { person: PersonView }) {
  const { status_emoji, status_text } = person.profile;
  return (
    <div class="profile">
      <Avatar person={person} size={72} />
      <h3>
        {fullNameOf(person)} <Presence person={person} />
      </h3>
      <p class="profile-title">{person.profile.title}</p>
      {(status_emoji || status_text) && (
        <p class="profile-status">
          <Mrkdwn text={`${status_emoji} ${status_text}`} names={names.value} />
        </p>
      )}
      <Facts person={person} />
      <Buttons person={person} />
    </div>
  );
}

function Facts({ person }: { person: PersonView }) {
  const manager = people.value.get(person.manager ?? '');
  const time = timeOf(String(shownNow() / 1000), { timeZone: person.tz, locale: locale.value });
  const facts: [string, string][] = [
    [t('profile.department'), person.department],
    [t('profile.manager'), fullNameOf(manager)],
    [t('profile.time'), `${time} · ${person.tz_label || person.tz}`],
    [t('profile.snoozed'), person.dnd_until * 1000 > shownNow() ? t('yes') : ''],
    [t('profile.account'), person.deleted ? t('people.deactivated') : person.is_admin ? t('people.admin') : ''],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, fact]) => fact)
        .map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
    </dl>
  );
}

function Buttons({ person }: { person: PersonView }) {
  if (person.deleted) return null;
  const write = async () => {
    const error = await writeTo([person.id]);
    if (error) tell(error, true);
  };
  return (
    <div class="profile-buttons">
      <button type="button" class="button" onClick={write}>
        <Icon name="reply" size={16} /> {t('profile.message')}
      </button>
      {!person.is_bot && person.id !== me.value && (
        <button type="button" class="button" onClick={() => becomePerson(person.id)}>
          <Icon name="swap" size={16} /> {t('profile.become')}
        </button>
      )}
    </div>
  );
}
