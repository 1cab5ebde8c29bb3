import type { Language } from './words.js';

/** Says a sentence by its key. Values are escaped for mrkdwn unless the sentence marks them as trusted (`{{- user}}`). */
export interface Say<Key extends string = string> {
  (key: Key, values?: Record<string, unknown>): string;
  /** For places that show text as it is: plain_text objects, CSV, e-mail subjects. */
  plain(key: Key, values?: Record<string, unknown>): string;
  language: Language;
}

/** The sentences of one desk in every language. */
export interface Words<Key extends string = string> {
  name: string;
  in(language: Language): Say<Key>;
  has(key: string): boolean;
}
