import fc from 'fast-check';
import { escapeText } from '../../../src/platform/mrkdwn.js';
import { type Node, parseMrkdwn } from '../../../src/sandbox/web/blocks/mrkdwn/parse.js';

const flat = (nodes: Node[]): Node[] =>
  nodes.flatMap((node) => ('children' in node ? [node, ...flat(node.children)] : [node]));
const wordsOf = (nodes: Node[]): string =>
  flat(nodes)
    .map((node) => (node.type === 'text' ? node.text : node.type === 'emoji' ? node.name : ''))
    .join('');

const markup = fc.array(
  fc.constantFrom(
    '*',
    '_',
    '~',
    '`',
    '```',
    '>',
    '&gt;',
    '<',
    '|',
    '<@U1>',
    '<!date^1^{time}|x>',
    ':',
    ':tada:',
    '\n',
    ' ',
    'a',
    'ș',
    '🎫',
    '\ud83c',
    '&',
    '&amp;',
    'https://x.co',
  ),
  { maxLength: 60 },
);

it('reads any text without failing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => Array.isArray(parseMrkdwn(text))));
  fc.assert(fc.property(markup, (parts) => Array.isArray(parseMrkdwn(parts.join('')))));
});

it('loses no letter and changes no order', () => {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const parts = fc.array(
    fc.constantFrom('*', '_', '~', '`', '```', '> ', '\n', ' ', '(', ')', 'a', 'b', '7', 'ș', 'word'),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(parts, (each) => {
      const text = each.join('');
      expect(letters(wordsOf(parseMrkdwn(text)))).toBe(letters(text));
    }),
  );
});

it('gives back a text without markup exactly as it was', () => {
  const parts = fc.array(fc.constantFrom('a', 'B', '7', ' ', '\n', '.', ',', '(', ')', '"', 'ș', '🎫'), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(parts, (each) => {
      const text = each.join('');
      expect(parseMrkdwn(text)).toEqual([{ type: 'text', text }]);
    }),
  );
});

it('finds nobody to call in a text that was escaped', () => {
  fc.assert(
    fc.property(markup, (parts) => {
      const found = flat(parseMrkdwn(escapeText(parts.join('')), { verbatim: true })).map((node) => node.type);
      const callers = ['user', 'channel', 'usergroup', 'broadcast', 'link', 'date'];
      expect(found.filter((type) => callers.includes(type))).toEqual([]);
    }),
  );
});

it('reads long texts made to be slow in a moment', () => {
  const started = performance.now();
  for (const unit of ['*a ', '_', '`', '<', '~a*b_', 'https://x.co....', '> *', '```'])
    parseMrkdwn(unit.repeat(40_000 / unit.length));
  expect(performance.now() - started).toBeLessThan(2_000);
});
