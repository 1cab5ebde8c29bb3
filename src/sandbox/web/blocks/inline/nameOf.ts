import type { Names } from '../names.js';

/** What people call someone. Undefined: nobody here has this id. */
export const nameOf = (names: Names, id: string): string | undefined => {
  const person = names.person(id);
  return person && (person.profile.display_name || person.real_name || person.name);
};
