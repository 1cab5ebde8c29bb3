import { NoFeed, type ParsedItem, parseFeed } from '../../../../src/departments/research/digest/rules/parse.js';
import { Temporal } from '../../../../src/platform/time.js';

// Feeds as the formats' specifications have them, and as they are written all the same.

const now = Temporal.Instant.from('2026-11-26T12:00:00Z');
const url = 'https://news.example.com/feeds/all.xml';
const read = (feed: string | Uint8Array, contentType: string | null = null) =>
  parseFeed({ bytes: typeof feed === 'string' ? new TextEncoder().encode(feed) : feed, contentType, url }, now);
const rss = (items: string, channel = '<title>News</title><link>https://news.example.com/</link>', version = '2.0') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="${version}"><channel>${channel}${items}</channel></rss>`;
const item = (inner: string) => `<item>${inner}</item>`;
const plain = item(
  '<title>Rates rise</title><link>https://news.example.com/1</link><pubDate>Thu, 26 Nov 2026 08:00:00 GMT</pubDate>',
);
const atom = (entries: string, head = '<title>News</title><link href="https://news.example.com/"/>') =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${head}${entries}</feed>`;
const rdf = (items: string) =>
  `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://news.example.com/"><title>News</title><link>https://news.example.com/</link></channel>${items}</rdf:RDF>`;
const json = (items: object[], more = {}) =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'News',
    home_page_url: 'https://news.example.com/',
    items,
    ...more,
  });

/** The first item, as a test states it. */
function first(feed: string | Uint8Array, contentType: string | null = null) {
  const [one] = read(feed, contentType).items;
  return one && { ...one, at: one.at?.toString() ?? null };
}
type Expected = Partial<Omit<ParsedItem, 'at'>> & { at?: string | null };
const titled = (title: string) => first(rss(item(`<title>${title}</title><link>https://x.example/</link>`)))?.title;
const dated = (date: string) => first(rss(item(`<title>x</title><pubDate>${date}</pubDate>`)))?.at;

describe('a feed', () => {
  it.each<[string, string, Expected]>([
    ['RSS 2.0', rss(plain), { title: 'Rates rise', link: 'https://news.example.com/1', at: '2026-11-26T08:00:00Z' }],
    ['RSS 0.91', rss(plain, '<title>News</title>', '0.91'), { title: 'Rates rise' }],
    [
      'RSS 0.92 without a title',
      rss(item('<description>Only this</description>'), '<title>N</title>', '0.92'),
      { title: 'Only this' },
    ],
    ['RSS without a version', rss(plain).replace(' version="2.0"><channel', '><channel'), { title: 'Rates rise' }],
    [
      'RDF (RSS 1.0)',
      rdf(
        '<item rdf:about="https://news.example.com/1"><title>Rates rise</title><link>https://news.example.com/1</link><dc:date>2026-11-26T08:00:00Z</dc:date></item>',
      ),
      { guid: 'https://news.example.com/1', at: '2026-11-26T08:00:00Z' },
    ],
    [
      'RDF without links',
      rdf('<item rdf:about="https://news.example.com/1"><title>Rates rise</title></item>'),
      { link: 'https://news.example.com/1' },
    ],
    [
      'Atom 1.0',
      atom(
        '<entry><id>urn:1</id><title>Rates rise</title><link href="https://news.example.com/1"/><updated>2026-11-26T08:00:00Z</updated></entry>',
      ),
      { guid: 'urn:1', link: 'https://news.example.com/1', at: '2026-11-26T08:00:00Z' },
    ],
    [
      'Atom, published before updated',
      atom(
        '<entry><id>1</id><title>x</title><published>2026-11-25T08:00:00Z</published><updated>2026-11-26T08:00:00Z</updated></entry>',
      ),
      { at: '2026-11-25T08:00:00Z' },
    ],
    [
      'Atom with several links',
      atom(
        '<entry><id>1</id><title>x</title><link rel="self" href="https://a.example/self"/><link rel="enclosure" href="https://a.example/mp3"/><link rel="alternate" href="https://a.example/page"/></entry>',
      ),
      { link: 'https://a.example/page' },
    ],
    [
      'Atom with an HTML title',
      atom('<entry><id>1</id><title type="html">A &amp;lt; B &lt;b&gt;now&lt;/b&gt;</title></entry>'),
      { title: 'A < B now' },
    ],
    [
      'Atom with an XHTML title',
      atom(
        '<entry><id>1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>big</em> day</div></title></entry>',
      ),
      { title: 'A big day' },
    ],
    [
      'Atom with a plain title that looks like markup',
      atom('<entry><id>1</id><title>Use &lt;b&gt; with care</title></entry>'),
      {},
    ],
    [
      'Atom with xml:base',
      atom('<entry xml:base="https://b.example/dir/"><id>1</id><title>x</title><link href="page"/></entry>'),
      { link: 'https://b.example/dir/page' },
    ],
    [
      'Atom with content alone',
      atom('<entry><id>1</id><title>x</title><content type="html">&lt;p&gt;All of it&lt;/p&gt;</content></entry>'),
      { summary: 'All of it' },
    ],
    [
      'JSON Feed',
      json([
        {
          id: '1',
          url: 'https://news.example.com/1',
          title: 'Rates rise',
          date_published: '2026-11-26T08:00:00+02:00',
        },
      ]),
      { guid: '1', at: '2026-11-26T06:00:00Z' },
    ],
    ['JSON Feed with a number as id', json([{ id: 7, title: 'x' }]), { guid: '7' }],
    [
      'JSON Feed without titles',
      json([{ id: '1', content_text: 'Short & plain <b>' }]),
      { title: 'Short & plain <b>' },
    ],
    [
      'JSON Feed with HTML',
      json([{ id: '1', title: 'x', content_html: '<p>One</p><p>Two</p>' }]),
      { summary: 'One Two' },
    ],
    [
      'JSON Feed with an outer link',
      json([{ id: '1', title: 'x', external_url: 'https://other.example/1' }]),
      { link: 'https://other.example/1' },
    ],
  ])('is read as %s', (_, feed, expected) => {
    expect(first(feed)).toMatchObject(expected);
  });

  it.each<[string, string, Expected]>([
    [
      'an id that is a permanent link, and no link',
      rss(item('<title>x</title><guid>https://x.example/9</guid>')),
      { link: 'https://x.example/9' },
    ],
    [
      'an id that is none',
      rss(item('<title>x</title><guid isPermaLink="false">https://x.example/9</guid>')),
      { link: null },
    ],
    ['no id', rss(item('<title>x</title><link>https://x.example/1</link>')), { guid: 'https://x.example/1' }],
    ['neither id nor link', rss(item('<title>Only a title</title>')), { guid: 'Only a title', link: null }],
    [
      'a relative link',
      rss(item('<title>x</title><link>/2026/11/rates</link>')),
      { link: 'https://news.example.com/2026/11/rates' },
    ],
    [
      'a link without a scheme',
      rss(item('<title>x</title><link>//cdn.example/1</link>')),
      { link: 'https://cdn.example/1' },
    ],
    [
      'a link with spaces around',
      rss(item('<title>x</title><link>\n  https://x.example/1  \n</link>')),
      { link: 'https://x.example/1' },
    ],
    [
      'a link with &amp;amp; in it',
      rss(item('<title>x</title><link>https://x.example/?a=1&amp;b=2</link>')),
      { link: 'https://x.example/?a=1&b=2' },
    ],
    [
      'a link in CDATA',
      rss(item('<title>x</title><link><![CDATA[https://x.example/1?a=1&b=2]]></link>')),
      { link: 'https://x.example/1?a=1&b=2' },
    ],
    ['javascript as link', rss(item('<title>x</title><link>javascript:alert(1)</link>')), { link: null }],
    [
      'a password in its link',
      rss(item('<title>x</title><link>https://bank.example:pw@evil.example/</link>')),
      { link: 'https://evil.example/' },
    ],
    [
      'an atom:link instead of a link',
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>N</title><item><title>x</title><atom:link href="https://x.example/1"/></item></channel></rss>`,
      { link: 'https://x.example/1' },
    ],
    [
      'content:encoded instead of a description',
      `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>N</title><item><title>x</title><content:encoded><![CDATA[<p>All</p>]]></content:encoded></item></channel></rss>`,
      { summary: 'All' },
    ],
    [
      'dc:date instead of pubDate',
      `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>N</title><item><title>x</title><dc:date>2026-11-26</dc:date></item></channel></rss>`,
      { at: '2026-11-26T00:00:00Z' },
    ],
    [
      'capitals in its tags',
      '<RSS version="2.0"><CHANNEL><TITLE>N</TITLE><ITEM><TITLE>x</TITLE><LINK>https://x.example/1</LINK></ITEM></CHANNEL></RSS>',
      { link: 'https://x.example/1' },
    ],
    ['something before the declaration', `\n  <!-- cached --> ${rss(plain)}`, { title: 'Rates rise' }],
    ['a warning of its server before it', `Warning: mysql in line 3\n${rss(plain)}`, { title: 'Rates rise' }],
    ['no closing tags', rss(plain).replace('</channel></rss>', ''), { title: 'Rates rise' }],
    ['null characters', rss(plain).replace('Rates', 'Ra\0tes'), { title: 'Rates rise' }],
    [
      'a script in its summary',
      rss(
        item(
          '<title>x</title><description>&lt;script&gt;steal()&lt;/script&gt;Fine&lt;style&gt;p{}&lt;/style&gt;</description>',
        ),
      ),
      { summary: 'Fine' },
    ],
    [
      'an image alone as summary',
      rss(item('<title>x</title><description>&lt;img src="a.png"&gt;</description>')),
      { summary: '' },
    ],
  ])('is read though it has %s', (_, feed, expected) => {
    expect(first(feed)).toMatchObject(expected);
  });

  it.each([
    ['Tom &amp; Ann', 'Tom & Ann'],
    ['Tom &amp;amp; Ann', 'Tom & Ann'],
    ['&lt;b&gt;Bold&lt;/b&gt; news', 'Bold news'],
    ['&amp;lt;b&amp;gt;Bold&amp;lt;/b&amp;gt;', 'Bold'],
    ['<![CDATA[<em>Up</em> 3 %]]>', 'Up 3 %'],
    ['caf&#233; &#x2013; &eacute;t&eacute;', 'café – été'],
    ['5 &lt; 6 and 7 &gt; 6', '5 < 6 and 7 > 6'],
    ['  two\n   lines ', 'two lines'],
    ['zero\u200bwidth', 'zero width'],
    ['evil\u202etxt.exe', 'eviltxt.exe'],
    ['Știri: șapte &#537;i țară', 'Știri: șapte și țară'],
  ])('has titles that are read, not shown as markup: %s', (typed, title) => expect(titled(typed)).toBe(title));

  it.each([
    ['Thu, 26 Nov 2026 10:00:00 +0200', '2026-11-26T08:00:00Z'],
    ['Thu, 26 Nov 2026 08:00:00 GMT', '2026-11-26T08:00:00Z'],
    ['26 Nov 2026 08:00 UT', '2026-11-26T08:00:00Z'],
    ['Thu, 26 Nov 26 03:00:00 EST', '2026-11-26T08:00:00Z'],
    ['Fri, 26 Nov 2026 08:00:00 GMT', '2026-11-26T08:00:00Z'],
    ['2026-11-26T08:00:00Z', '2026-11-26T08:00:00Z'],
    ['2026-11-26T10:00:00+02:00', '2026-11-26T08:00:00Z'],
    ['2026-11-26T10:00:00+0200', '2026-11-26T08:00:00Z'],
    ['2026-11-26 08:00:00', '2026-11-26T08:00:00Z'],
    ['2026-11-26', '2026-11-26T00:00:00Z'],
    ['1795680000', '2026-11-26T08:00:00Z'],
    ['26 noiembrie 2026 08:00', '2026-11-26T08:00:00Z'],
    ['joi, 26 noi. 2026', '2026-11-26T00:00:00Z'],
    ['Nov 26, 2026', '2026-11-26T00:00:00Z'],
    ['Thu, 31 Dec 2099 08:00:00 GMT', '2026-11-26T12:00:00Z'],
    ['Thu, 01 Jan 1970 00:00:00 GMT', null],
    ['recently', null],
    ['', null],
  ])('has dates in any form: %s', (date, at) => expect(dated(date)).toBe(at));

  it.each([
    [
      'UTF-8 with a mark',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(rss(item('<title>Țară</title>')))]),
      null,
    ],
    [
      'UTF-16, small end first',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rss(item('<title>Țară</title>')), 'utf16le')]),
      null,
    ],
    [
      'what HTTP says, against the document',
      Buffer.from(rss(item('<title>Țară</title>')).replace('UTF-8', 'iso-8859-1')),
      'text/xml; charset="utf-8"',
    ],
    ['an encoding that nobody knows', Buffer.from(rss(item('<title>Țară</title>')).replace('UTF-8', 'klingon')), null],
  ])('is written in %s', (_, bytes, contentType) =>
    expect(first(new Uint8Array(bytes), contentType)?.title).toBe('Țară'),
  );

  it('is written in Latin-2, as older Romanian sites do', () => {
    const text = rss(item('<title>\u00de@ar\u00e3</title>')).replace('UTF-8', 'iso-8859-2').replace('@', '');
    expect(first(new Uint8Array(Buffer.from(text, 'latin1')))?.title).toBe('Ţară');
  });

  it.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><head><title>x</title></head><body>no feed</body></html>'],
    ['text', 'just words'],
    ['other JSON', '{"items": 5}'],
    ['other XML', '<note><to>you</to></note>'],
    ['an image', '\u0089PNG\r\n'],
  ])('is refused where it is %s', (_, body) => expect(() => read(body)).toThrow(NoFeed));

  it('is empty where it has no items, and is named after its host where it has no name', () => {
    expect(read(rss('', '<title>Quiet</title>'))).toEqual({ title: 'Quiet', siteUrl: null, items: [] });
    expect(read(rss(plain, ''))).toMatchObject({ title: 'news.example.com', siteUrl: null });
  });

  it('is read up to where anybody would read', () => {
    const many = Array.from({ length: 500 }, (_, at) => item(`<title>Story ${at}</title>`)).join('');
    expect(read(rss(many)).items).toHaveLength(200);
    expect(titled('x'.repeat(5_000))?.length).toBe(300);
  });

  it.each([
    [
      'entities that grow',
      '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>',
      '&c;',
    ],
    ['entities from files', '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['entities from elsewhere', '<!DOCTYPE r [<!ENTITY x SYSTEM "http://169.254.169.254/latest/">]>', '&x;'],
    ['parameter entities', '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1/evil.dtd"> %p;]>', 'x'],
  ])('never follows %s', (_, doctype, reference) => {
    const feed = rss(item(`<title>${reference} end</title>`)).replace('?>', `?>${doctype}`);
    const outcome = (() => {
      try {
        return first(feed)?.title ?? '';
      } catch (error) {
        return (error as Error).name;
      }
    })();
    expect(outcome).not.toMatch(/root:|aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/);
  });

  it('is read soon, however many numeric references or nested tags it has', () => {
    const began = performance.now();
    first(rss(item(`<title>${'&#x41;'.repeat(150_000)}</title>`)));
    first(rss(item(`<description>${'&lt;b&gt;'.repeat(50_000)}</description>`)));
    try {
      read('<a>'.repeat(100_000));
    } catch {}
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
