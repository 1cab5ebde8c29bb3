import type { RichTextList } from '@slack/types';
import { arrange, textOf } from '../../../src/sandbox/web/blocks/kinds/rows.js';
import { nestLists } from '../../../src/sandbox/web/blocks/richtext/lists.js';
import { matching, toChoices } from '../../../src/sandbox/web/blocks/select/choices.js';

const list = (indent: number, ...items: string[]): RichTextList => ({
  type: 'rich_text_list',
  style: 'bullet',
  indent,
  elements: items.map((text) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] })),
});

it('puts indented lists into the item before them, and goes on with the outer list', () => {
  const [outer, ...rest] = nestLists([list(0, 'a'), list(1, 'a1'), list(2, 'a1x'), list(0, 'b')]);
  expect(rest).toEqual([]);
  expect(outer).toMatchObject({
    items: [{ inner: [{ items: [{ inner: [{ items: [{ inner: [] }] }] }] }] }, { inner: [] }],
  });
});

const option = (text: string) => ({ text: { type: 'plain_text', text }, value: text });

it('offers options by group, and finds them without diacritics', () => {
  const choices = toChoices(undefined, [
    { label: { type: 'plain_text', text: 'Shop' }, options: [option('Casă de marcat'), option('Scanner')] },
    { label: { type: 'plain_text', text: 'Office' }, options: [option('Printer')] },
  ]);
  expect(choices.map(({ group, label }) => `${group}/${label}`)).toEqual([
    'Shop/Casă de marcat',
    'Shop/Scanner',
    'Office/Printer',
  ]);
  expect(matching(choices, 'casa').map(({ label }) => label)).toEqual(['Casă de marcat']);
  expect(toChoices('nonsense', { options: 1 })).toEqual([]);
});

describe('a table that can be sorted', () => {
  const row = (name: string, hours: number) => [
    { type: 'raw_text' as const, text: name },
    { type: 'raw_number' as const, value: hours, text: `${hours} h` },
  ];
  const rows = [row('Șerban', 9), row('Ada', 40), row('Bogdan', 100)];
  const names = (sorted: ReturnType<typeof arrange>) => sorted.map(([name]) => textOf(name));

  it('sorts numbers as numbers and names by the alphabet of the language', () => {
    expect(names(arrange(rows, '', { column: 1, down: true }, 'en'))).toEqual(['Bogdan', 'Ada', 'Șerban']);
    expect(names(arrange(rows, '', { column: 0, down: false }, 'ro'))).toEqual(['Ada', 'Bogdan', 'Șerban']);
  });

  it('finds rows by what any cell says', () => {
    expect(names(arrange(rows, 'serban', undefined, 'ro'))).toEqual(['Șerban']);
    expect(names(arrange(rows, '40 h', undefined, 'ro'))).toEqual(['Ada']);
  });
});
