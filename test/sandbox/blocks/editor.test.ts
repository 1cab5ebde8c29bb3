import type { EditNode } from '../../../src/sandbox/web/blocks/editor/read.js';
import { readEditor } from '../../../src/sandbox/web/blocks/editor/read.js';

const node = (name: string, ...inside: (EditNode | string)[]): EditNode => ({
  nodeName: name,
  nodeValue: null,
  childNodes: inside.map((child) => (typeof child === 'string' ? letters(child) : child)),
});
const letters = (text: string): EditNode => ({ nodeName: '#text', nodeValue: text, childNodes: [] });
const withAttribute = (plain: EditNode, name: string, value: string): EditNode => ({
  ...plain,
  getAttribute: (asked) => (asked === name ? value : null),
});
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const text = (words: string, style?: object) => ({ type: 'text', text: words, ...(style ? { style } : {}) });
const read = (...inside: (EditNode | string)[]) => readEditor(node('DIV', ...inside));

it('is nothing when nothing was written', () => {
  expect(read()).toBeUndefined();
  expect(read(node('DIV', node('BR')), node('DIV', '  '))).toBeUndefined();
});

it('keeps lines, also empty ones, in one section', () => {
  expect(read('one', node('DIV', 'two'), node('DIV', node('BR')), node('DIV', 'four'))).toEqual({
    type: 'rich_text',
    elements: [section(text('one\ntwo\n\nfour'))],
  });
});

it('keeps styles, one in another', () => {
  const bold = node('B', 'a', node('I', 'b'));
  expect(read(bold, ' ', node('S', 'c'), node('CODE', 'd\u00a0e'))?.elements).toEqual([
    section(
      text('a', { bold: true }),
      text('b', { bold: true, italic: true }),
      text(' '),
      text('c', { strike: true }),
      text('d e', { code: true }),
    ),
  ]);
});

it('keeps links that may be followed, and the words of those that may not', () => {
  const link = withAttribute(node('A', 'here'), 'href', 'https://x.co');
  const bad = withAttribute(node('A', 'there'), 'href', 'javascript:alert(1)');
  expect(read(link, ' ', bad)?.elements).toEqual([
    section({ type: 'link', url: 'https://x.co', text: 'here' }, text(' there')),
  ]);
});

it('keeps mentions that came from the app', () => {
  const mention = withAttribute(node('SPAN', '@Ada'), 'data-element', '{"type":"user","user_id":"U1"}');
  expect(read('ask ', mention)?.elements).toEqual([section(text('ask '), { type: 'user', user_id: 'U1' })]);
});

it('writes lists in lists one after another, with their indent', () => {
  const list = node('UL', node('LI', 'a', node('OL', node('LI', 'a1'), node('LI', 'a2'))), node('LI', 'b'));
  const item = (style: string, indent: number, ...items: string[]) => ({
    type: 'rich_text_list',
    style,
    indent,
    elements: items.map((words) => section(text(words))),
  });
  expect(read('before', list, node('DIV', 'after'))?.elements).toEqual([
    section(text('before')),
    item('bullet', 0, 'a'),
    item('ordered', 1, 'a1', 'a2'),
    item('bullet', 0, 'b'),
    section(text('after')),
  ]);
});
