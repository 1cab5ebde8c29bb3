import fc from 'fast-check';
import { readSpans } from '../../../src/sandbox/web/blocks/markdown/inline.js';
import { parseMarkdown } from '../../../src/sandbox/web/blocks/markdown/parse.js';

const text = (words: string) => ({ type: 'text', text: words });
const paragraph = (words: string) => ({ type: 'paragraph', text: words });

it('reads headings, rules, quotes and code', () => {
  expect(parseMarkdown('## Two\ntext\n\n---\n> said\n> so\n```ts\n# no heading\n```\nend')).toEqual([
    { type: 'heading', level: 2, text: 'Two' },
    paragraph('text'),
    { type: 'rule' },
    { type: 'quote', children: [paragraph('said\nso')] },
    { type: 'code', text: '# no heading' },
    paragraph('end'),
  ]);
});

it('reads lists in lists, numbered ones from their number, and tasks', () => {
  expect(parseMarkdown('3. three\n   - inner\n4. four\n\n- [x] done\n- [ ] open')).toEqual([
    {
      type: 'list',
      ordered: true,
      start: 3,
      items: [
        {
          children: [
            paragraph('three'),
            { type: 'list', ordered: false, start: 1, items: [{ children: [paragraph('inner')] }] },
          ],
        },
        { children: [paragraph('four')] },
      ],
    },
    {
      type: 'list',
      ordered: false,
      start: 1,
      items: [
        { done: true, children: [paragraph('done')] },
        { done: false, children: [paragraph('open')] },
      ],
    },
  ]);
});

it('reads tables with their alignment, and fills short rows', () => {
  expect(parseMarkdown('| a | b |\n|:-:|--:|\n| 1 | 2 |\n| 3 |')).toEqual([
    {
      type: 'table',
      align: ['center', 'right'],
      head: ['a', 'b'],
      rows: [
        ['1', '2'],
        ['3', ''],
      ],
    },
  ]);
});

it('reads styles, code, links and what is escaped', () => {
  expect(readSpans('**b *i*** ~~s~~ `*c*` [l](https://x.co) \\*no\\* a_b_c')).toEqual([
    { type: 'strong', children: [text('b '), { type: 'em', children: [text('i')] }] },
    text(' '),
    { type: 'del', children: [text('s')] },
    text(' '),
    { type: 'code', text: '*c*' },
    text(' '),
    { type: 'link', url: 'https://x.co', children: [text('l')] },
    text(' '),
    text('*'),
    text('no'),
    text('*'),
    text(' a_b_c'),
  ]);
});

it('makes no link that could run something', () => {
  expect(JSON.stringify(readSpans('[x](javascript:alert(1)) <javascript:y>'))).not.toContain('"link"');
});

it('reads any text without failing', () => {
  const parts = fc.array(
    fc.constantFrom(
      '#',
      ' ',
      '\n',
      '-',
      '1.',
      '|',
      '---',
      '```',
      '>',
      '*',
      '**',
      '_',
      '~~',
      '`',
      '[',
      '](',
      ')',
      'a',
      '  ',
    ),
    { maxLength: 80 },
  );
  fc.assert(
    fc.property(parts, (each) => {
      for (const piece of parseMarkdown(each.join(''))) if (piece.type === 'paragraph') readSpans(piece.text);
    }),
  );
});
