import { useSignal } from '@preact/signals';
import type { ChannelView } from '../../protocol.js';
import { closeDialog, DialogBox } from '../parts/DialogBox.js';
import { Icon } from '../parts/Icon.js';
import { joinRoom } from '../store/acts.js';
import { rooms } from '../store/channels.js';
import { goToChannel } from '../store/place.js';
import { t } from '../store/session.js';
import { dialog } from '../store/ui.js';
import { rank } from '../text/completion.js';

/** All channels that the person may see, to look into or join. */
export function BrowseDialog() {
  const query = useSignal('');
  const found = rank(query.value, rooms.value, (room) => [room.name, room.topic, room.purpose]);
  return (
    <DialogBox title={t('channels.browse')} wide>
      <div class="browse-bar">
        <input
          type="search"
          data-autofocus
          aria-label={t('channels.search')}
          placeholder={t('channels.search')}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
        <button type="button" class="button" onClick={() => (dialog.value = { kind: 'create' })}>
          <Icon name="plus" size={16} /> {t('channels.create')}
        </button>
      </div>
      <ul class="plain-list" aria-label={t('channels.browse')}>
        {found.map((room) => (
          <Room key={room.id} room={room} />
        ))}
      </ul>
    </DialogBox>
  );
}

function Room({ room }: { room: ChannelView }) {
  const open = () => {
    closeDialog();
    goToChannel(room.id);
  };
  return (
    <li class="list-line">
      <Icon name={room.is_private ? 'lock' : 'hash'} />
      <button type="button" class="list-line-main" onClick={open}>
        <strong>{room.name}</strong>
        <small>
          {[t('members.count', { count: room.members.length }), room.is_archived && t('channel.archived'), room.purpose]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </button>
      {room.is_member ? (
        <span class="tag">{t('channel.joined')}</span>
      ) : (
        !room.is_archived && (
          <button
            type="button"
            class="button small"
            aria-label={t('channel.join-named', { name: room.name })}
            onClick={() => joinRoom(room.id)}
          >
            {t('channel.join')}
          </button>
        )
      )}
    </li>
  );
}
