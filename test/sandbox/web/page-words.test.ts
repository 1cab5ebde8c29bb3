import en from '../../../src/sandbox/web/words/en.json' with { type: 'json' };
import { sentenceFor } from '../../../src/sandbox/web/words/errors.js';
import ro from '../../../src/sandbox/web/words/ro.json' with { type: 'json' };
import { say } from '../../../src/sandbox/web/words/words.js';

const stem = (key: string) => key.replace(/_(one|few|other)$/, '');
const blanks = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g))].sort();

describe('the page’s own words', () => {
  it('are there in both languages', () => {
    const stems = (file: object) => [...new Set(Object.keys(file).map(stem))].sort();
    expect(stems(ro)).toEqual(stems(en));
  });

  it('fill in the same blanks in both languages, but for counts that are said as words', () => {
    const romanian: Record<string, string> = ro;
    for (const [key, sentence] of Object.entries(en))
      if (!/_one$/.test(key)) expect([key, blanks(romanian[key] ?? '')]).toEqual([key, blanks(sentence)]);
  });

  it('count as Romanian does', () => {
    const replies = [1, 3, 19, 20, 101].map((count) => say('ro', 'thread.replies', { count }));
    expect(replies).toEqual(['un răspuns', '3 răspunsuri', '19 răspunsuri', '20 de răspunsuri', '101 răspunsuri']);
    expect(say('en', 'thread.replies', { count: 1 })).toBe('1 reply');
  });

  it('say what went wrong, and pass a sentence of the server on as it is', () => {
    expect(sentenceFor('en', 'invalid_command', { command: '/nope' })).toBe('/nope is not a valid command.');
    expect(sentenceFor('ro', 'is_archived')).toBe('Acest canal este arhivat.');
    expect(sentenceFor('en', 'The shop is closed.')).toBe('The shop is closed.');
    expect(sentenceFor('en', 'never_heard_of')).toBe('That didn’t work (never_heard_of).');
  });
});
