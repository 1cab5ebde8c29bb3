import { useEmoji } from '../blocks/index.js';
import { Avatar, Presence } from '../parts/Avatar.js';
import { MenuButton } from '../parts/Menu.js';
import { ownMenu } from '../people/own-menu.js';
import { PersonSwitcher } from '../people/PersonSwitcher.js';
import { fullNameOf } from '../store/people.js';
import { myself, t } from '../store/session.js';

/** Who this window is at the moment: one's own menu, and beside it the way to become somebody else. */
export function Me() {
  const person = myself.value;
  const status = useEmoji(person?.profile.status_emoji.replaceAll(':', '') ?? '');
  if (!person) return null;
  return (
    <div class="side-me">
      <MenuButton
        named
        label={t('me.menu')}
        tip={t('me.menu')}
        items={ownMenu(person)}
        class="side-me-button"
        side="above"
      >
        <span class="side-avatar">
          <Avatar person={person} size={36} />
          <Presence person={person} />
        </span>
        <span class="side-me-words">
          <strong>
            {fullNameOf(person)} {status && <span aria-hidden="true">{status}</span>}
          </strong>
          <small>{person.profile.title}</small>
        </span>
      </MenuButton>
      <PersonSwitcher />
    </div>
  );
}
