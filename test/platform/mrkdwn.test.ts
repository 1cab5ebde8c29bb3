import fc from 'fast-check';
import {
  channelLink,
  escapeText,
  mention,
  momentFirst,
  momentInside,
  quote,
  readableText,
  shorten,
} from '../../src/platform/mrkdwn.js';
import { Temporal } from '../../src/platform/time.js';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '<!channel>',
    '<@U123|ana>',
    '<https://evil.example|bank>',
    '&lt;!here&gt;',
    '\u202Eevil',
    '&amp;amp;',
  ),
);
const texts = fc.array(hostile, { maxLength: 6 }).map((parts) => parts.join(' '));

describe('text from people', () => {
  it('never becomes a mention, a link or an entity', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>]/);
        expect(escaped.replace(/&(amp|lt|gt);/g, '')).not.toContain('&');
      }),
    );
  });

  it('is shown as it was typed, but for marks that turn the direction', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readableText(escapeText(text))).toBe(
          text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, ''),
        );
      }),
    );
  });

  it('keeps its right-to-left letters', () => {
    expect(escapeText('שלום till 3')).toBe('שלום till 3');
  });

  it('is quoted line by line, so that no line slips out of the quotation', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const line of quote(`${text}\nsecond`).split('\n')) expect(line.startsWith('> ')).toBe(true);
      }),
    );
  });

  it('is cut without breaking a character in half', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 0, maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (text, length) => {
          const short = shorten(text, length);
          expect(short.length).toBeLessThanOrEqual(Math.max(length, 1));
          expect(() => encodeURIComponent(short)).not.toThrow();
        },
      ),
    );
  });
});

describe('what Slack hands over from its composer', () => {
  it.each([
    ['<@U1|ana> says', '@ana says'],
    ['in <#C1|general>', 'in #general'],
    ['<@U7> says', '@Robin says'],
    ['<@U8> says', '@U8 says'],
    ['<!channel> look', '@channel look'],
    ['<!subteam^S1|@it> look', '@it look'],
    ['<https://example.com|our page>', 'our page'],
    ['<https://example.com>', 'https://example.com'],
    ['<mailto:a@example.com|a@example.com>', 'a@example.com'],
    ['1 &lt; 2 &amp; 3 &gt; 2', '1 < 2 & 3 > 2'],
  ])('%s is read as “%s”', (given, read) => {
    expect(readableText(given, (id) => (id === 'U7' ? 'Robin' : undefined))).toBe(read);
  });
});

describe('moments that the office tells', () => {
  const moment = Temporal.Instant.from('2026-11-26T13:00:30Z');
  const format = '{date_short_pretty}, {time}|2026-11-26 13:00 UTC>';

  it('are shown by Slack, in whose clock and language it is read', () => {
    expect(momentFirst(moment)).toBe(`<!date^1795698030^${format}`);
  });

  it('begin small inside of a sentence: Slack makes the first letter of a date large', () => {
    expect(momentInside(moment)).toBe(`<!date^1795698030^\u200b${format}`);
  });
});

describe('mentions that the office makes', () => {
  it('are made of ids only', () => {
    expect(mention('U123ABC')).toBe('<@U123ABC>');
    expect(mention('U1> <!channel')).toBe('@?');
    expect(channelLink('C1|x')).toBe('#?');
  });
});
