import { computed, signal } from '@preact/signals';
import type { PersonView } from '../../protocol.js';

export const people = signal<ReadonlyMap<string, PersonView>>(new Map());

export const putPerson = (person: PersonView): void => {
  people.value = new Map(people.value).set(person.id, person);
};

export const nameOf = (person: PersonView | undefined): string =>
  person ? person.profile.display_name || person.profile.real_name || person.real_name || person.name : '';

/** Full name, for lists where people are chosen. */
export const fullNameOf = (person: PersonView | undefined): string =>
  person ? person.profile.real_name || person.real_name || nameOf(person) : '';

/** The company's people in the order of their names; deactivated ones and bots are left out. */
export const staff = computed(() =>
  [...people.value.values()]
    .filter((person) => !person.deleted && !person.is_bot)
    .sort((a, b) => fullNameOf(a).localeCompare(fullNameOf(b))),
);
