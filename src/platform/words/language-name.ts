import type { Language } from './words.js';

/** What a language is called, `Romanian`, in the reader's own; `code` is ISO 639-1. */
export const languageName = (code: string, reader: Language): string =>
  new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' }).of(code) ?? code;
