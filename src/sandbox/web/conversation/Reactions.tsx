import type { MessageView, Reaction } from '../../protocol.js';
import { useEmoji } from '../blocks/index.js';
import { react } from '../store/acts.js';
import { nameOf, people } from '../store/people.js';
import { me, t } from '../store/session.js';
import { ReactButton } from './ReactButton.js';

export function Reactions({ message }: { message: MessageView }) {
  if (!message.reactions || message.reactions.length === 0) return null;
  return (
    <ul class="reactions" aria-label={t('reactions.label')}>
      {message.reactions.map((reaction) => (
        <li key={reaction.name}>
          <One message={message} reaction={reaction} />
        </li>
      ))}
      <li>
        <ReactButton message={message} class="reaction add" />
      </li>
    </ul>
  );
}

function One({ message, reaction }: { message: MessageView; reaction: Reaction }) {
  const char = useEmoji(reaction.name);
  const own = reaction.users.includes(me.value);
  const who = reaction.users.map((id) => (id === me.value ? t('reactions.you') : nameOf(people.value.get(id))));
  const label = t('reactions.one', { name: reaction.name, number: reaction.count, people: who.join(', ') });
  return (
    <button
      type="button"
      class={own ? 'reaction own' : 'reaction'}
      aria-pressed={own}
      aria-label={label}
      title={label}
      onClick={() => react(message, reaction.name)}
    >
      <span aria-hidden="true">{char ?? `:${reaction.name}:`}</span>
      <span>{reaction.count}</span>
    </button>
  );
}
