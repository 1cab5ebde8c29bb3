import { writeFileSync } from 'node:fs';
import { readEuroRates } from '../../../../src/departments/research/digest/rules/ecb.js';
import { Temporal } from '../../../../src/platform/time.js';
import { command, filled, press, presses, send, shown, textOf } from '../../../support/visits.js';
import { CHANNEL, LINDEN, type OpenDigest, openDigest, refusal, rss, TOMA } from './open-digest.js';

let open: OpenDigest;
beforeAll(async () => {
  open = await openDigest();
});
beforeEach(() => open.begin());
afterAll(() => open.close());

describe('the digest', () => {
  it('is one message on working days at its hour, by topic, the most reported first', async () => {
    open.pages.set(
      '/a',
      rss('Alpha', [
        {
          title: 'Oil rises after pipeline outage in north',
          link: 'https://alpha.example/oil',
          at: '2026-11-26T04:00:00Z',
        },
        {
          title: 'Shares close higher on tech gains',
          link: 'https://alpha.example/shares',
          at: '2026-11-26T05:00:00Z',
        },
      ]),
    );
    open.pages.set(
      '/b',
      rss('Beta', [{ title: 'Pipeline outage in the north: oil rises', link: 'https://beta.example/1' }]),
    );
    open.pages.set(
      '/c',
      rss('Gamma', [{ title: 'Parliament adopts new tax on plastic packaging', link: 'https://gamma.example/t' }]),
    );
    await open.addFeed('/a');
    await open.addFeed('/b');
    await open.addFeed('/c', 'tax');
    await open.read();
    await open.runJob('post');
    expect(await open.saidTo(CHANNEL)).toEqual([]);
    open.at('2026-11-26T06:30:00Z');
    // Three replicas see at the same time that it is due.
    await Promise.all([open.runJob('post'), open.runJob('post'), open.runJob('post')]);
    const [message = '', ...rest] = await open.saidTo(CHANNEL);
    expect(rest).toEqual([]);
    expect(message).toContain('Digest – Thursday 26 November');
    expect(message.indexOf('Oil rises')).toBeLessThan(message.indexOf('Shares close'));
    expect(message).toContain('/a and one more');
    expect(message).not.toContain('Pipeline outage in the north: oil');
    expect(message.indexOf('*Market*')).toBeLessThan(message.indexOf('*Tax*'));
    expect(message).toContain('<https://gamma.example/t|Parliament adopts');
    // A replica, or the job an hour later, repeats nothing.
    await Promise.all([open.runJob('post'), open.runJob('post')]);
    expect(await open.saidTo(CHANNEL)).toHaveLength(1);
  });

  it('waits over the weekend, and tells nothing twice', async () => {
    open.at('2026-11-28T07:00:00Z');
    open.pages.set(
      '/a',
      rss('Alpha', [
        { title: 'Saturday’s story of ships', link: 'https://alpha.example/s', at: '2026-11-28T06:00:00Z' },
      ]),
    );
    await open.addFeed('/a');
    await open.read();
    await open.runJob('post');
    expect(await open.saidTo(CHANNEL)).toEqual([]);
    open.at('2026-11-30T07:00:00Z');
    await open.runJob('post');
    expect((await open.saidTo(CHANNEL))[0]).toContain('Saturday’s story');
    open.at('2026-12-01T07:00:00Z');
    open.pages.set(
      '/a',
      rss('Alpha', [
        { title: 'Saturday’s story of ships, corrected', link: 'https://alpha.example/s', at: '2026-11-28T06:00:00Z' },
      ]),
    );
    await open.read();
    await open.runJob('post');
    expect((await open.saidTo(CHANNEL))[1]).toContain('Nothing new');
    expect(await open.prisma.story.count()).toBe(1);
  });

  it('says nothing on a quiet day, where that is wished', async () => {
    await open.begin({ quietDay: 'skip' });
    open.at('2026-11-26T07:00:00Z');
    await open.runJob('post');
    expect(await open.saidTo(CHANNEL)).toEqual([]);
    expect(await open.prisma.digestEdition.count()).toBe(1);
  });

  it('may be an evening paper', async () => {
    await open.begin({ time: '19:00' });
    open.at('2026-11-26T16:59:00Z');
    await open.runJob('post');
    expect(await open.prisma.digestEdition.count()).toBe(0);
    open.at('2026-11-26T17:00:00Z');
    await open.runJob('post');
    expect(await open.prisma.digestEdition.count()).toBe(1);
  });

  it('is not made up for in the evening', async () => {
    open.at('2026-11-26T17:00:00Z');
    await open.runJob('post');
    expect(await open.prisma.digestEdition.count()).toBe(0);
  });

  it('puts what doesn’t fit into its thread', async () => {
    const many = Array.from({ length: 8 }, (_, at) => ({
      title: `Word${at}a word${at}b word${at}c`,
      link: `https://a.example/${at}`,
    }));
    open.pages.set('/a', rss('Alpha', many));
    await open.addFeed('/a');
    await open.read();
    open.at('2026-11-26T06:31:00Z');
    await open.runJob('post');
    const [message = '', thread = ''] = await open.saidTo(CHANNEL);
    expect(message.match(/• </g)).toHaveLength(5);
    expect(message).toContain('and 3 more below');
    expect(thread.match(/• </g)).toHaveLength(3);
  });

  it('shows titles as they were written, and where they really lead', async () => {
    open.pages.set(
      '/a',
      rss('Alpha', [
        {
          title: '&lt;!channel&gt; *bold* | https://bank.example login',
          link: 'https://evil.example/x?a=1&amp;b=%3E',
          summary: '&lt;@U0TOMA&gt;',
        },
      ]),
    );
    await open.addFeed('/a');
    await open.read();
    open.at('2026-11-26T06:31:00Z');
    await open.runJob('post');
    const [message = ''] = await open.saidTo(CHANNEL);
    expect(message).not.toContain('<!channel>');
    expect(message).toContain('(evil.example)');
    expect(message).not.toContain('<@U0TOMA>');
  });

  it('has a provider’s quotes beside them, and leaves out what isn’t quoted any more', async () => {
    open.pages.set(
      '/quotes.csv',
      'symbol;date;close;currency;volume\nNORD;2026-11-24;10,50;EUR;1\nNORD;2026-11-25;10,71;EUR;2\n=HYPER();2026-11-25;1;EUR;3\nBAD;2026-11-25;much;EUR;4\nOLD;2026-09-01;5;EUR;5\n',
    );
    const form = shown(await command(open, LINDEN, 'settings'));
    expect((await send(open, LINDEN, form, filled(form, { quotesUrl: 'javascript:x' })))?.errors).toHaveProperty(
      'quotesUrl',
    );
    await send(open, LINDEN, form, filled(form, { quotesUrl: open.url('/quotes.csv') }));
    const timers = (open.desk.timers ?? []).filter(({ name }) => name.endsWith('.rates'));
    for (const timer of timers) {
      const seen = await timer.look({ warn: () => undefined });
      await open.office.transact((tx) => timer.run(tx, seen));
    }
    open.at('2026-11-26T06:31:00Z');
    await open.runJob('post');
    const [message = ''] = await open.saidTo(CHANNEL);
    expect(message).toContain('*NORD EUR* 10.7100 ▲ 2 % _(127.0.0.1, 25 Nov)_');
    expect(message).not.toMatch(/HYPER|BAD|OLD/);
  });

  it('has a small picture of what moved, once there are days enough, and says it in words too', async () => {
    await open.begin({ currencies: ['USD', 'RON'] });
    const rates = ['16', '17', '18', '19', '20', '23', '24', '25'].flatMap((date, at) => {
      const day = Temporal.PlainDate.from(`2026-11-${date}`);
      return [
        { symbol: 'EUR/USD', day, value: 1.08 + at / 1000, source: 'ECB' },
        { symbol: 'EUR/RON', day, value: 5.09 - at / 100, source: 'ECB' },
      ];
    });
    await open.work((at) => at.markets.keep(rates));
    open.at('2026-11-26T06:31:00Z');
    await open.runJob('post');
    const letter = await open.prisma.letter.findFirstOrThrow({ where: { kind: 'document' } });
    const { source, ref, text } = letter.payload as { source: string; ref: string; text: string };
    expect(text).toBe('In 8 days: EUR/USD ▲ 0.65 %, EUR/RON ▼ 1.38 %');
    const file = await open.office.read(
      (look) => open.desk.documents?.[source]?.(look, ref, 'en') ?? Promise.resolve(null),
    );
    if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/rates.png`, file?.bytes ?? '');
    expect(Buffer.from(file?.bytes.subarray(1, 4) ?? []).toString()).toBe('PNG');
    expect(file?.title).toBe(text);
  });

  it('says what moved, with its day, from the bank’s own file', async () => {
    await open.begin({ currencies: ['USD', 'RON', 'BGN'] });
    const file = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
<Cube><Cube time='2026-11-25'><Cube currency='USD' rate='1.0832'/><Cube currency='RON' rate='5.0917'/><Cube currency='XYZ' rate='N/A'/></Cube></Cube>
</gesmes:Envelope>`;
    const days = readEuroRates(file);
    expect(days).toHaveLength(1);
    expect([...(days[0]?.rates ?? [])]).toEqual([
      ['USD', 1.0832],
      ['RON', 5.0917],
    ]);
    const day = (text: string) => Temporal.PlainDate.from(text);
    await open.work((at) =>
      at.markets.keep([
        { symbol: 'EUR/USD', day: day('2026-11-24'), value: 1.08, source: 'ECB' },
        { symbol: 'EUR/USD', day: day('2026-11-25'), value: 1.0832, source: 'ECB' },
        { symbol: 'EUR/RON', day: day('2026-11-25'), value: 5.0917, source: 'ECB' },
      ]),
    );
    open.at('2026-11-26T06:31:00Z');
    await open.runJob('post');
    const [message = ''] = await open.saidTo(CHANNEL);
    expect(message).toContain('*EUR/USD* 1.0832 ▲ 0.3 % _(ECB, 25 Nov)_');
    expect(message).toContain('*EUR/RON* 5.0917');
    expect(message).not.toContain('BGN');
    expect(await open.prisma.letter.count({ where: { kind: 'document' } })).toBe(0);
    expect(readEuroRates('<html>maintenance</html>')).toEqual([]);
  });
});

describe('a source', () => {
  it('is asked every half hour for what is new, with what its server said', async () => {
    const seen: unknown[] = [];
    open.pages.set('/a', (response, headers) => {
      seen.push([headers['if-none-match'], headers['if-modified-since']]);
      if (headers['if-none-match'] === 'W/"1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: 'W/"1"', 'last-modified': 'x' })
          .end(rss('Alpha', [{ title: 'One big story here' }]));
    });
    await open.addFeed('/a');
    await open.read();
    open.pass(29);
    await open.read();
    open.pass(1);
    await open.read();
    expect(seen).toEqual([
      [undefined, undefined],
      ['W/"1"', 'x'],
    ]);
    expect(await open.prisma.story.count()).toBe(1);
  });

  it('is forgotten after a season, but for what is put aside or came without a date', async () => {
    const undated = rss('Alpha', [{ title: 'Without any date at all' }]).replace(/<pubDate>.*?<\/pubDate>/, '');
    open.pages.set('/a', undated);
    open.pages.set('/b', rss('Beta', [{ title: 'Dated and forgotten soon' }, { title: 'Put aside by somebody' }]));
    await open.addFeed('/a');
    await open.addFeed('/b');
    await open.read();
    const { id } = await open.prisma.story.findFirstOrThrow({ where: { title: 'Put aside by somebody' } });
    await open.work((at) => at.readers.putAside(TOMA, id));
    open.pass(100 * 24 * 60);
    await open.runJob('forget');
    await open.read();
    const titles = (await open.prisma.story.findMany({ orderBy: { title: 'asc' } })).map(({ title }) => title);
    expect(titles).toEqual(['Put aside by somebody', 'Without any date at all']);
    expect(await open.prisma.feedItem.count()).toBe(2);
  });

  it('brings nothing of years ago when it is first read', async () => {
    open.pages.set(
      '/a',
      rss('Alpha', [{ title: 'Ten years old story', at: '2016-11-26T05:00:00Z' }, { title: 'A new story of today' }]),
    );
    await open.addFeed('/a');
    await open.read();
    expect((await open.prisma.story.findMany()).map(({ title }) => title)).toEqual(['A new story of today']);
  });

  it('that breaks is asked ever less, told once, and once when it is back', async () => {
    const id = await open.addFeed('/a');
    for (let round = 0; round < 6; round++) {
      await open.read();
      open.pass(24 * 60);
    }
    const told = await open.saidTo(LINDEN);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('can’t be read');
    const feed = await open.prisma.feed.findUniqueOrThrow({ where: { id } });
    expect(feed.failures).toBe(6);
    expect(textOf(await command(open, LINDEN, 'sources'))).toContain('answered with an error');
    open.pages.set('/a', rss('Alpha', [{ title: 'Back again with news', at: '2026-12-02T05:00:00Z' }]));
    await open.read();
    expect((await open.saidTo(LINDEN))[1]).toContain('is back');
    expect(await open.prisma.feed.findUniqueOrThrow({ where: { id } })).toMatchObject({ failures: 0, trouble: null });
  });

  it('that is busy is left alone for as long as it says', async () => {
    open.pages.set('/a', (response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    const id = await open.addFeed('/a');
    await open.read();
    const { nextAt } = await open.prisma.feed.findUniqueOrThrow({ where: { id } });
    expect(nextAt.getTime() - open.now().epochMilliseconds).toBe(7_200_000);
  });

  it('that moved for good is asked where it is now, and never stops the others', async () => {
    open.pages.set('/old', (response) => response.writeHead(301, { location: '/new' }).end());
    open.pages.set('/new', rss('New home', [{ title: 'From the new home today' }]));
    open.pages.set('/bad', (response) => response.destroy());
    open.pages.set('/page', '<html>no feed</html>');
    const id = await open.addFeed('/old');
    await open.addFeed('/bad');
    await open.addFeed('/page');
    await open.read();
    expect((await open.prisma.feed.findUniqueOrThrow({ where: { id } })).url).toBe(open.url('/new'));
    expect(await open.prisma.story.count()).toBe(1);
    const troubles = await open.prisma.feed.findMany({ where: { trouble: { not: null } }, orderBy: { url: 'asc' } });
    expect(troubles.map(({ trouble }) => trouble)).toEqual(['broken', 'noFeed']);
  });

  it('is added by an editor in Slack, by its own address or its site’s', async () => {
    open.pages.set(
      '/site',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/found.xml"></head></html>',
    );
    open.pages.set('/found.xml', rss('Found', [{ title: 'Something found here' }]));
    expect(await refusal(command(open, TOMA, 'add', 'x.example'))).toContain('Only editors');
    const form = shown(await command(open, LINDEN, 'add', open.url('/site')));
    const view = shown(await send(open, LINDEN, form, filled(form, { topic: 'policy' })));
    expect(textOf(view)).toContain('Something found here');
    expect(await open.prisma.feed.findFirstOrThrow()).toMatchObject({
      url: open.url('/found.xml'),
      topic: 'policy',
      title: 'Found',
    });
    expect(await refusal(send(open, LINDEN, form, filled(form, {})))).toContain('already');
    expect(await refusal(send(open, LINDEN, form, filled(form, { url: open.url('/nothing') })))).toContain(
      'answered with an error',
    );
    expect(await refusal(send(open, LINDEN, form, filled(form, { url: 'http://169.254.169.254/' })))).toContain(
      'isn’t public',
    );
    expect(await refusal(send(open, LINDEN, form, filled(form, { url: 'file:///etc/passwd' })))).toContain('http://');
    expect((await send(open, LINDEN, form, filled(form, { url: '' })))?.errors).toHaveProperty('url');
  });

  it('comes and goes in lists that other readers understand', async () => {
    const list =
      '<opml version="2.0"><head><title>x</title></head><body><outline text="Tax"><outline type="rss" text="A &amp; B" xmlUrl="https://a.example/feed"/></outline><outline text="Other"><outline type="rss" text="C" xmlUrl="https://c.example/feed"/><outline text="evil" xmlUrl="javascript:x"/></outline></body></opml>';
    open.files.set('F1', new TextEncoder().encode(list));
    open.files.set('F2', new TextEncoder().encode('no list'));
    expect(await refusal(command(open, TOMA, 'import'))).toContain('Only editors');
    const form = shown(await command(open, LINDEN, 'import'));
    const withFile = (id: string) => ({ file: { answer: { type: 'file_input', files: [{ id, name: 'f.opml' }] } } });
    expect((await send(open, LINDEN, form, withFile('F2')))?.errors).toHaveProperty('file');
    expect((await send(open, LINDEN, form, withFile('F1')))?.say?.text).toContain('2 sources were added');
    expect((await send(open, LINDEN, form, withFile('F1')))?.say?.text).toContain('2 were there already');
    const feeds = await open.prisma.feed.findMany({ orderBy: { url: 'asc' } });
    expect(feeds.map(({ topic }) => topic)).toEqual(['tax', 'general']);
    await command(open, TOMA, 'export');
    const letter = await open.prisma.letter.findFirstOrThrow({ where: { kind: 'document' } });
    const { source, ref } = letter.payload as { source: string; ref: string };
    const file = await open.office.read(
      (look) => open.desk.documents?.[source]?.(look, ref, 'ro') ?? Promise.resolve(null),
    );
    const written = new TextDecoder().decode(file?.bytes);
    expect(written).toContain('xmlUrl="https://a.example/feed"');
    expect(written).toContain('A &amp; B');
  });

  it('is tried by anybody, muted, read at once and removed by who keeps it', async () => {
    open.pages.set('/a', rss('Alpha', [{ title: 'Quiet please everybody now' }]));
    expect(textOf(await command(open, TOMA, 'test', open.url('/a')))).toContain('Quiet please');
    const id = await open.addFeed('/a');
    await open.read();
    const list = shown(await command(open, LINDEN, 'sources'));
    const pressing = (act: string) =>
      press(open, LINDEN, `research.digest.feed:${act}`, `${act}/${id}`, {
        view: {
          id: 'V',
          hash: '',
          callbackId: '',
          privateMetadata: list.private_metadata ?? '0',
          values: {},
          blocks: [],
        },
      });
    expect(textOf(await pressing('mute'))).toContain('muted');
    open.at('2026-11-26T06:31:00Z');
    await open.runJob('post');
    expect((await open.saidTo(CHANNEL))[0]).toContain('Nothing new');
    await pressing('unmute');
    expect(await refusal(press(open, TOMA, 'research.digest.feed:x', `remove/${id}`))).toContain('Only editors');
    await pressing('remove');
    expect(await open.prisma.feed.count()).toBe(0);
    expect(textOf(await command(open, TOMA, 'sources'))).toContain('Nu e încă nicio sursă');
  });
});

describe('a reader', () => {
  const withNews = async () => {
    open.pages.set(
      '/a',
      rss('Alpha', [
        { title: 'Oil rises after pipeline outage', link: 'https://a.example/1', summary: 'Crude markets' },
        { title: 'New packaging tax adopted today', link: 'https://a.example/2' },
      ]),
    );
    await open.addFeed('/a');
    await open.read();
  };

  it('reads what is new, puts some aside, finds it again and is done with it', async () => {
    await withNews();
    const view = shown(await command(open, TOMA, null));
    expect(textOf(view)).toContain('Oil rises');
    const story = await open.prisma.story.findFirstOrThrow({ where: { title: { contains: 'Oil' } } });
    await presses(open, TOMA, `research.digest.later:${story.id}`, view);
    const later = shown(await command(open, TOMA, 'later'));
    expect(textOf(later)).toContain('Oil rises');
    expect(textOf(await command(open, LINDEN, 'later'))).toContain('You put nothing aside');
    await presses(open, TOMA, `research.digest.later:${story.id}`, later);
    expect(textOf(await command(open, TOMA, 'later'))).toContain('Nu ai pus nimic');
    expect(textOf(await command(open, TOMA, 'search', 'crude'))).toContain('Oil rises');
    expect(textOf(await command(open, TOMA, 'search', '100%'))).toContain('Nu s-a găsit nimic');
    expect(await refusal(command(open, TOMA, 'search', ''))).toContain('Write what to look for');
    expect(await refusal(press(open, TOMA, 'research.digest.later:x', 'aside/none'))).toContain('isn’t there any more');
  });

  it('follows topics by message at their own hour, once a day', async () => {
    await withNews();
    const form = shown(await command(open, TOMA, 'follow', 'piață'));
    const values = filled(form, { hour: '09:15' });
    values.topics = { answer: { type: 'multi_static_select', selected_options: [{ value: 'market' }] } };
    await send(open, TOMA, form, values);
    open.at('2026-11-26T07:14:00Z');
    await open.runJob('send-personal');
    expect(await open.saidTo(TOMA)).toEqual([]);
    open.at('2026-11-26T07:15:00Z');
    await open.runJob('send-personal');
    await open.runJob('send-personal');
    const said = await open.saidTo(TOMA);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Oil rises');
    expect(said[0]).toContain('Piață');
    expect(await refusal(command(open, TOMA, 'follow', 'sport'))).toContain('There is no topic');
  });

  it('is told at once of a word that must not be missed', async () => {
    const form = shown(await command(open, TOMA, 'watch', 'taxe'));
    expect((await send(open, TOMA, form, filled(form, { word: 'x' })))?.errors).toHaveProperty('word');
    await send(open, TOMA, form, filled(form, { word: 'pipeline' }));
    const again = shown(await send(open, TOMA, form, filled(form, { word: 'syntax' })));
    expect(textOf(again)).toContain('pipeline');
    await withNews();
    const said = await open.saidTo(TOMA);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('Oil rises');
  });

  it('who is an editor sets the hour, topics and currencies, and posts at once', async () => {
    await withNews();
    expect(await refusal(command(open, TOMA, 'settings'))).toContain('Only editors');
    expect(await refusal(command(open, TOMA, 'post'))).toContain('Only editors');
    const form = shown(await command(open, LINDEN, 'settings'));
    expect((await send(open, LINDEN, form, filled(form, { currencies: 'EURO' })))?.errors).toHaveProperty('currencies');
    await send(open, LINDEN, form, filled(form, { topics: 'Ships, market', currencies: 'usd', time: '07:00' }));
    expect(textOf(await command(open, LINDEN, 'add', ''))).toContain('ships');
    expect((await command(open, LINDEN, 'post'))?.say?.text).toContain('is posted');
    expect((await command(open, LINDEN, 'post'))?.say?.text).toContain('posted before');
  });
});
