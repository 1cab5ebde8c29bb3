import i18next, { type i18n } from 'i18next';
import { escapeText } from '../mrkdwn.js';
import { type Language, languages } from './words.js';

/** A file of sentences: nested objects are joined with dots, plural forms end in `_one`, `_few`, `_other`. */
export interface Sentences {
  [key: string]: string | Sentences;
}

type Plural = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type Singular<Key extends string> = Key extends `${infer Stem}${Plural}` ? Stem : Key;
/** Every key of a file of sentences; plural forms count as their stem. */
export type KeysOf<File> = {
  [Key in keyof File & string]: File[Key] extends string ? Singular<Key> : `${Key}.${KeysOf<File[Key]>}`;
}[keyof File & string];

/** Methods, so that the words of a desk can stand where words with any key are wanted; a missing key throws. */
interface Sayings<Key extends string> {
  say(key: Key, values?: Record<string, unknown>): string;
  /** For places that show text as it is: plain_text objects, CSV, file names. */
  plain(key: Key, values?: Record<string, unknown>): string;
}

/** Says a sentence by its key. Values are escaped for mrkdwn, unless the sentence marks them as trusted (`{{- user}}`). */
export type Say<Key extends string = string> = Sayings<Key>['say'] &
  Pick<Sayings<Key>, 'plain'> & { language: Language };

/** The sentences of one desk in every language. */
export interface Words<Key extends string = string> {
  name: string;
  in(language: Language): Say<Key>;
  has(key: string): boolean;
}

/** Opens a desk's files of sentences. A key that doesn't exist is an error, so that nobody is shown a key. */
export function defineWords<File extends object>(
  name: string,
  files: Record<Language, File | object> & { en: File },
): Words<KeysOf<File>> {
  const spoken = new Map(languages.map((language) => [language, speak(language, files[language])]));
  return {
    name,
    in: (language) => sayIn(language, spoken.get(language)),
    has: (key) => spoken.get('en')?.exists(key, { count: 1 }) ?? false,
  };
}

function speak(language: Language, file: object): i18n {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    initAsync: false,
    resources: { [language]: { translation: file } },
    interpolation: { escape: escapeText, escapeValue: true },
    returnEmptyString: false,
  });
  return instance;
}

function sayIn<Key extends string>(language: Language, spoken: i18n | undefined): Say<Key> {
  const say =
    (escapeValue: boolean) =>
    (key: Key, values: Record<string, unknown> = {}) => {
      if (!spoken?.exists(key, values)) throw new Error(`no sentence "${key}" in ${language}`);
      return String(spoken.t(key, { ...values, interpolation: { escapeValue } }));
    };
  return Object.assign(say(true), { plain: say(false), language });
}
