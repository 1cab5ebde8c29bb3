import emoji from 'emojibase-data/en/compact.json' with { type: 'json' };
import names from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };
import { gather } from '../../../src/sandbox/web/blocks/emoji/gather.js';
import { rankEmoji } from '../../../src/sandbox/web/blocks/emoji/rank.js';
import { romanian } from '../../../src/sandbox/web/blocks/emoji/romanian.js';

const all = gather(emoji, names, romanian);
const found = (query: string) => rankEmoji(all, query, 8).map(({ name }) => name);

it('knows emoji by every name that Slack has for them', () => {
  expect(all.get('thumbsup')?.char).toBe(all.get('+1')?.char);
  expect(all.get('ticket')?.char.codePointAt(0)).toBe(0x1f3ab);
  expect(all.get('thumbsup')?.skins).toHaveLength(5);
});

it('puts the emoji of that name first', () => {
  expect(found('ticket')[0]).toBe('ticket');
  expect(found(':tada')[0]).toBe('tada');
});

it('finds by other words, in English and in Romanian, with and without diacritics', () => {
  expect(found('party')).toContain('tada');
  expect(found('inimă')[0]).toBe('heart');
  expect(found('inima')[0]).toBe('heart');
  expect(found('petrecere')).toContain('tada');
  expect(found('xqzy')).toEqual([]);
});

it('has Romanian words only for emoji that there are', () => {
  expect(Object.keys(romanian).filter((name) => !all.has(name))).toEqual([]);
});
