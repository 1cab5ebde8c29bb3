import en from '../../../src/sandbox/web/blocks/words/en.json' with { type: 'json' };
import { sayIn } from '../../../src/sandbox/web/blocks/words/index.js';
import ro from '../../../src/sandbox/web/blocks/words/ro.json' with { type: 'json' };

it('says everything in both languages', () => {
  const few = Object.keys(ro).filter((key) => key.endsWith('_few'));
  expect(
    Object.keys(ro)
      .filter((key) => !key.endsWith('_few'))
      .sort(),
  ).toEqual(Object.keys(en).sort());
  expect(few.sort()).toEqual(
    Object.keys(en)
      .filter((key) => key.endsWith('_one'))
      .map((key) => key.replace('_one', '_few'))
      .sort(),
  );
});

it('fills the same places in both languages', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{\w+\}/g)].map(String).sort();
  const romanian: Record<string, string> = ro;
  for (const [key, sentence] of Object.entries(en))
    expect([key, places(romanian[key] ?? '')]).toEqual([key, places(sentence)]);
});

it.each([
  ['en-GB', 1, '1 character left'],
  ['en-GB', 20, '20 characters left'],
  ['ro-RO', 1, 'a rămas 1 caracter'],
  ['ro-RO', 5, 'au rămas 5 caractere'],
  ['ro-RO', 20, 'au rămas 20 de caractere'],
  ['fr-FR', 2, '2 characters left'],
])('counts in %s: %d', (locale, count, sentence) => {
  expect(sayIn(locale)('input.left', { count })).toBe(sentence);
});
