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
  const spoken = new Map(languages.map((language) => [language, speak<KeysOf<File>>(language, files[language])]));
  return {
    name,
    in: (language) => {
      const say = spoken.get(language);
      if (!say) throw new Error(`${name} has no sentences in ${language}`);
      return say;
    },
    has: (key) => readerOf('en', files.en, true).exists(key, { count: 1 }),
  };
}

/** Escaping is a reader's own: asked for with each sentence, i18next would set itself up anew each time. */
function speak<Key extends string>(language: Language, file: object): Say<Key> {
  const escaping = sayer<Key>(readerOf(language, file, true));
  return Object.assign(escaping, { plain: sayer<Key>(readerOf(language, file, false)), language });
}

function readerOf(language: Language, file: object, escapeValue: boolean): i18n {
  const reader = i18next.createInstance();
  void reader.init({
    lng: language,
    initAsync: false,
    resources: { [language]: { translation: file } },
    interpolation: { escape: escapeText, escapeValue },
    returnEmptyString: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`no sentence "${key}" in ${language}`);
    },
  });
  return reader;
}

const sayer =
  <Key extends string>(reader: i18n) =>
  (key: Key, values: Record<string, unknown> = {}): string =>
    String(reader.t(key, values));
