import { randomInt } from 'node:crypto';

// Without 0, 1, I, L and O, which people mistake for one another when they read them out.
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A short code such as `K7Q-42M`: the person is shown it, the log has it, and so the two can be brought together. */
export function newReference(): string {
  const three = () => Array.from({ length: 3 }, () => signs[randomInt(signs.length)]).join('');
  return `${three()}-${three()}`;
}
