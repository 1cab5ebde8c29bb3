import { useSignal } from '@preact/signals';
import type { PersonView } from '../../protocol.js';
import { Avatar } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { fullNameOf } from '../store/people.js';
import { t } from '../store/session.js';
import { rank } from '../text/completion.js';

interface PeopleChooserProps {
  label: string;
  button: string;
  people: PersonView[];
  onChoose(users: string[]): Promise<unknown>;
}

/** A search field, people to tick, and a button that does it for all that are ticked. */
export function PeopleChooser({ label, button, people, onChoose }: PeopleChooserProps) {
  const query = useSignal('');
  const chosen = useSignal<string[]>([]);
  const found = rank(query.value, people, (person) => [fullNameOf(person), person.name, person.profile.title]);
  const toggle = (id: string) => {
    chosen.value = chosen.value.includes(id) ? chosen.value.filter((other) => other !== id) : [...chosen.value, id];
  };
  const choose = async () => {
    await onChoose(chosen.value);
    chosen.value = [];
  };
  /** Enter takes the first that is found; once nothing more is looked for, it does it. */
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [first] = found;
    if (query.value === '' && chosen.value.length > 0) return void choose();
    if (query.value === '' || !first) return;
    if (!chosen.value.includes(first.id)) toggle(first.id);
    query.value = '';
  };
  return (
    <fieldset class="chooser">
      <legend>{label}</legend>
      <div class="browse-bar">
        <input
          type="search"
          data-autofocus
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
          onKeyDown={press}
        />
        <button type="button" class="button primary" disabled={chosen.value.length === 0} onClick={choose}>
          {button}
        </button>
      </div>
      <div class="chooser-list">
        {found.map((person) => (
          <Choice
            key={person.id}
            person={person}
            chosen={chosen.value.includes(person.id)}
            onToggle={() => toggle(person.id)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ person, chosen, onToggle }: { person: PersonView; chosen: boolean; onToggle(): void }) {
  return (
    <label class="choice">
      <input type="checkbox" checked={chosen} onChange={onToggle} aria-label={fullNameOf(person)} />
      <Avatar person={person} size={24} />
      <span>{fullNameOf(person)}</span>
      <small>{person.profile.title}</small>
      {chosen && <Icon name="check" size={16} />}
    </label>
  );
}
