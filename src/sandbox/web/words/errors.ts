import { hasWord, type Language, say, type WordValues } from './words.js';

/** An error of a call as a sentence. The server answers with one of Slack's codes, or already with a sentence. */
export function sentenceFor(language: Language, error: string, values: WordValues = {}): string {
  const key = `error.${error}`;
  if (hasWord(key)) return say(language, key, { command: '', ...values });
  return /\s/.test(error) ? error : say(language, 'error.other', { code: error });
}
