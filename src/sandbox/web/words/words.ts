import en from './en.json' with { type: 'json' };
import ro from './ro.json' with { type: 'json' };

type Plural = '_one' | '_few' | '_other';
type Stem<Key extends string> = Key extends `${infer Word}${Plural}` ? Word : Key;
/** Every sentence of the page; plural forms count as their stem. */
export type WordKey = Stem<keyof typeof en & string>;
export type WordValues = Record<string, string | number>;
export type Language = 'en' | 'ro';

const sentences: Record<Language, Record<string, string>> = { en, ro };
const plurals: Record<Language, Intl.PluralRules> = { en: new Intl.PluralRules('en'), ro: new Intl.PluralRules('ro') };

export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('ro') ? 'ro' : 'en');

/** Says a sentence; a `count` among the values chooses the plural form. */
export function say(language: Language, key: WordKey, values: WordValues = {}): string {
  const form = typeof values.count === 'number' ? `${key}_${plurals[language].select(values.count)}` : key;
  const sentence = sentences[language][form] ?? sentences[language][key] ?? key;
  return sentence.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export const hasWord = (key: string): key is WordKey => key in en;
