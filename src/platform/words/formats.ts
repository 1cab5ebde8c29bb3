import { LRUCache } from 'lru-cache';
import type { Language } from './words.js';

// Formats of `Intl`, made once each: to make one takes a hundred times as long as to use it.

/** Days first, and a week that begins on Monday. */
const locales: Record<Language, string> = { en: 'en-GB', ro: 'ro-RO' };

/** Currencies are typed by people: more than these have no place. */
const made = new LRUCache<string, object>({ max: 500 });

function once<Format extends object>(
  kind: string,
  language: Language,
  options: object,
  make: (locale: string) => Format,
): Format {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const known = made.get(key) as Format | undefined;
  if (known) return known;
  const format = make(locales[language]);
  made.set(key, format);
  return format;
}

/** For days, which are moments at midnight in UTC here. */
export const dayFormat = (language: Language, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once('day', language, parts, (locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts }));

export const numberFormat = (language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  once('number', language, options, (locale) => new Intl.NumberFormat(locale, options));

/** `one, two and three` */
export const listFormat = (language: Language): Intl.ListFormat =>
  once('list', language, {}, (locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
