import en from './en.json' with { type: 'json' };
import ro from './ro.json' with { type: 'json' };

type Stem<Key> = Key extends `${infer Start}_${'one' | 'few' | 'other'}` ? Start : Key;
/** Every sentence of the blocks. Plural forms count as their stem. */
export type Key = Stem<keyof typeof en>;
export type Say = (key: Key, values?: Record<string, string | number>) => string;

const files: Record<string, Record<string, string>> = { en, ro };

/** The sentences in the language of a locale such as `ro-RO`; English where there is none. */
export function sayIn(locale: string): Say {
  const language = locale.slice(0, 2).toLowerCase();
  const sentences: Record<string, string> = files[language] ?? en;
  const plurals = new Intl.PluralRules(files[language] ? language : 'en');
  return (key, values = {}) => {
    const form = typeof values.count === 'number' ? `${key}_${plurals.select(values.count)}` : key;
    const sentence = sentences[form] ?? sentences[key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
