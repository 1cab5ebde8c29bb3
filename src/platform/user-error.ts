import type { Words } from './words/define.js';
import type { Language } from './words/words.js';

/**
 * Something the person asked for that we decline, in words meant for them; it says what they can do next. Anything else
 * that is thrown is our fault. With `field`, a block id, it is shown at that field of the form.
 */
export class UserError extends Error {
  override name = 'UserError';
  readonly field: string | undefined;
  readonly #say: (language: Language) => string;

  constructor(key: string, say: (language: Language) => string, field?: string) {
    super(key);
    this.#say = say;
    this.field = field;
  }

  in(language: Language): string {
    return this.#say(language);
  }
}

/** Makes a desk's way to say no: `throw no('takenAlready', { number, by: mention(id) })`. */
export const refusalsFrom =
  <Key extends string>(words: Words<Key>) =>
  (key: Key, values?: Record<string, unknown>, field?: string): UserError =>
    new UserError(key, (language) => words.in(language)(key, values), field);

/** The request was worked on before: Slack repeated itself, or a form was sent twice. */
export class AlreadyHandled extends Error {
  override name = 'AlreadyHandled';
}
