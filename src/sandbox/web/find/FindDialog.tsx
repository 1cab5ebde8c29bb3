import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Avatar } from '../parts/Avatar.js';
import { closeDialog, DialogBox } from '../parts/DialogBox.js';
import { Icon } from '../parts/Icon.js';
import { go } from '../store/place.js';
import { t } from '../store/session.js';
import { type Thing, thingsFor } from './things.js';

/** The quick switcher: type a few letters, press Enter. */
export function FindDialog() {
  const query = useSignal('');
  const at = useSignal(0);
  const listId = useId();
  const found = thingsFor(query.value);
  const choose = (thing: Thing | undefined) => {
    closeDialog();
    if (thing) thing.act();
    else if (query.value.trim()) go({ kind: 'search', query: query.value.trim() });
  };
  const keyed = (event: KeyboardEvent) => {
    const count = Math.max(1, found.length);
    const acts: Record<string, () => void> = {
      ArrowDown: () => (at.value = (at.value + 1) % count),
      ArrowUp: () => (at.value = (at.value - 1 + count) % count),
      Enter: () => choose(found[at.value]),
    };
    const act = acts[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  };
  return (
    <DialogBox title={t('find.title')} wide>
      <input
        class="find-input"
        type="text"
        role="combobox"
        data-autofocus
        aria-label={t('find.title')}
        placeholder={t('find.hint')}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-activedescendant={found.length > 0 ? `${listId}-${at.value}` : undefined}
        autocomplete="off"
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={keyed}
      />
      <div id={listId} class="find-list" role="listbox" aria-label={t('find.title')}>
        {found.map((thing, index) => (
          <Line key={thing.id} id={`${listId}-${index}`} thing={thing} chosen={index === at.value} onChoose={choose} />
        ))}
      </div>
      {found.length === 0 && <p class="list-note">{t('find.nothing', { query: query.value })}</p>}
    </DialogBox>
  );
}

interface LineProps {
  id: string;
  thing: Thing;
  chosen: boolean;
  onChoose(thing: Thing): void;
}

function Line({ id, thing, chosen, onChoose }: LineProps) {
  return (
    <button
      type="button"
      id={id}
      class="completion"
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      onClick={() => onChoose(thing)}
    >
      {'icon' in thing.lead ? <Icon name={thing.lead.icon} /> : <Avatar person={thing.lead.person} size={22} />}
      <strong class={thing.unread ? 'unread' : ''}>{thing.title}</strong>
      <small>{thing.detail}</small>
    </button>
  );
}
