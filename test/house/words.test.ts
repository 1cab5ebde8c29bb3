import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

// The office speaks English and Romanian, and says the same in both.

const languages = ['en', 'ro'] as const;
const folders = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'en.json' && path.basename(path.dirname(file)) === 'words')
  .map((file) => path.dirname(file));

const tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), tree])));
interface Tree {
  [key: string]: string | Tree;
}

const read = (folder: string, language: string): Map<string, string> =>
  flat(tree.parse(JSON.parse(readFileSync(path.join('src', folder, `${language}.json`), 'utf8'))));

function flat(file: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(file).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[prefix + key, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

const categories = (language: string): string[] =>
  [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
const plural = /_(zero|one|two|few|many|other)$/;
const stemOf = (key: string) => key.replace(plural, '');

/** A key that stands in plural forms, with the forms that it has. */
function pluralsOf(words: ReadonlyMap<string, string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const key of words.keys()) {
    const form = plural.exec(key)?.[1];
    if (form && words.has(`${stemOf(key)}_other`))
      found.set(stemOf(key), [...(found.get(stemOf(key)) ?? []), form].sort());
  }
  return found;
}

const stems = (words: ReadonlyMap<string, string>) => {
  const plurals = pluralsOf(words);
  return [...new Set([...words.keys()].map((key) => (plurals.has(stemOf(key)) ? stemOf(key) : key)))].sort();
};

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{(-?)\s*([^},\s]+)[^}]*\}\}/g)].map(([, trusted, name]) => `${trusted}${name}`);

/** All that any form of a sentence puts in; the number itself may be left to the words, as in "a ticket". */
function placeholdersOf(words: ReadonlyMap<string, string>, stem: string): string[] {
  const forms = pluralsOf(words).get(stem);
  const sentences = forms ? forms.map((form) => words.get(`${stem}_${form}`) ?? '') : [words.get(stem) ?? ''];
  return [...new Set(sentences.flatMap(placeholders))].filter((name) => !(forms && name === 'count')).sort();
}

describe('the words of the office', () => {
  it('are found', () => expect(folders).toContain('departments/office/hub/words'));

  describe.each(folders)('in %s', (folder) => {
    const [en, ro] = [read(folder, 'en'), read(folder, 'ro')];

    it('say the same things in both languages', () => expect(stems(ro)).toEqual(stems(en)));

    it.each(languages)('have all the plural forms of %s, and no other', (language) => {
      const wanted = categories(language);
      const wrong = [...pluralsOf(read(folder, language))].filter(([, forms]) => forms.join() !== wanted.join());
      expect(wrong).toEqual([]);
    });

    it('have their plurals in the same places', () => {
      expect([...pluralsOf(ro).keys()].sort()).toEqual([...pluralsOf(en).keys()].sort());
    });

    it('put the same things in, trusted or escaped alike', () => {
      const used = (words: Map<string, string>) => stems(words).map((stem) => [stem, placeholdersOf(words, stem)]);
      expect(used(ro)).toEqual(used(en));
    });

    it.each(languages)('are never empty and never exclaim, in %s', (language) => {
      const odd = [...read(folder, language)].filter(([, text]) => text.trim() === '' || /\p{L}!/u.test(text));
      expect(odd).toEqual([]);
    });

    it('are spelt with the commas of Romanian, not the cedillas of Turkish', () => {
      expect([...ro].filter(([, text]) => /[şţŞŢ]/.test(text))).toEqual([]);
    });
  });
});
