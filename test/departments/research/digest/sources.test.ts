import {
  ECB,
  ECB_DAILY,
  fetchQuotes,
  fetchRates,
  ratesAddress,
} from '../../../../src/departments/research/digest/service/markets.js';
import { addFeed, changeFeed, findFeed } from '../../../../src/departments/research/digest/service/sources.js';
import { Temporal } from '../../../../src/platform/time.js';
import { Web } from '../../../../src/platform/web/fetch.js';
import { refusedAt } from '../../../support/visits.js';
import { type Entry, LINDEN, type OpenDigest, openDigest, refusal, rss, TOMA } from './open-digest.js';

let open: OpenDigest;
let web: Web;
beforeAll(async () => {
  open = await openDigest();
  web = new Web(new Set([new URL(open.url('/')).host]));
});
beforeEach(() => open.begin());
afterAll(async () => {
  await web.close();
  await open.close();
});

const recorded = async () => {
  const rows = await open.prisma.auditEntry.findMany({ orderBy: { seq: 'desc' }, take: 1 });
  return rows.map(({ actor, action, object, detail }) => ({ actor, action, object, detail: JSON.parse(detail) }))[0];
};
const find = (typed: string) => findFeed(web, typed, open.now());
const broken = (response: { destroy(): void }) => response.destroy();

describe('rates and quotes', () => {
  const rates = `<?xml version="1.0"?><gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"><Cube>
    <Cube time="2026-11-26"><Cube currency="USD" rate="1.0512"/><Cube currency="RON" rate="4.9765"/></Cube>
  </Cube></gesmes:Envelope>`;

  it('come with their day and where they are from', async () => {
    open.pages.set('/rates', rates);
    const day = Temporal.PlainDate.from('2026-11-26');
    expect(await fetchRates(web, open.url('/rates'))).toEqual([
      { symbol: 'EUR/USD', day, value: 1.0512, source: ECB },
      { symbol: 'EUR/RON', day, value: 4.9765, source: ECB },
    ]);
    open.pages.set('/quotes', 'Symbol,Date,Close,Currency\nBRENT,2026-11-26,81.5,USD\nTTF,2026-11-26,31.2,\n');
    expect(await fetchQuotes(web, open.url('/quotes'))).toEqual([
      { symbol: 'BRENT USD', day, value: 81.5, source: '127.0.0.1' },
      { symbol: 'TTF', day, value: 31.2, source: '127.0.0.1' },
    ]);
  });

  it('are waited for by nobody when they can’t be had', async () => {
    open.pages.set('/broken', broken);
    for (const fetch of [fetchRates, fetchQuotes]) {
      expect(await fetch(web, open.url('/broken'))).toBeNull();
      expect(await fetch(web, open.url('/nowhere'))).toBeNull();
    }
  });

  it('are asked for politely, as what they are', async () => {
    const accepted: unknown[] = [];
    open.pages.set('/rates', (response, headers) => {
      accepted.push(headers.accept);
      response.end(rates);
    });
    await fetchRates(web, open.url('/rates'));
    await fetchQuotes(web, open.url('/rates')).catch(() => null);
    expect(accepted).toEqual(['application/xml, text/xml', 'text/csv, text/plain']);
  });

  it('bring the past along the first time, from the bank alone', async () => {
    const address = (url: string) => open.look((at) => ratesAddress(at, url));
    expect(await address(ECB_DAILY)).toMatch(/hist-90d/);
    expect(await address('https://rates.example/daily.xml')).toBe('https://rates.example/daily.xml');
    const day = Temporal.PlainDate.from('2026-11-25');
    await open.work((at) => at.markets.keep([{ symbol: 'EUR/USD', day, value: 1.05, source: ECB }]));
    expect(await address(ECB_DAILY)).toBe(ECB_DAILY);
  });
});

describe('an address that somebody types', () => {
  const news = rss('Alpha', [{ title: 'Oil rises after pipeline outage' }]);

  it('may have spaces around it, and needs no protocol', async () => {
    open.pages.set('/a', news);
    expect((await find(`  ${open.url('/a')} `)).parsed.title).toBe('Alpha');
    const without = find('news.invalid/feed');
    expect(await refusedAt(without)).toBe('url');
  });

  it('is followed to where the feed has moved for good', async () => {
    open.pages.set('/old', (response) => response.writeHead(301, { location: '/a' }).end());
    open.pages.set('/a', news);
    expect((await find(open.url('/old'))).url).toBe(open.url('/a'));
  });

  it('of a site leads to the feed that its page names, passing over those that are broken', async () => {
    const link = (href: string) => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
    open.pages.set('/site', `<html><head>${link('/broken')}${link('/found')}</head></html>`);
    open.pages.set('/broken', broken);
    open.pages.set('/found', news);
    expect((await find(open.url('/site'))).url).toBe(open.url('/found'));
  });

  it('of a site without one is refused at the field, after a few tries', async () => {
    open.pages.set('/site', '<html><head></head></html>');
    const before = open.asked.length;
    expect(await refusedAt(find(open.url('/site')))).toBe('url');
    expect(open.asked.length - before).toBeLessThanOrEqual(5);
    expect(await refusal(find(open.url('/site')))).toContain('no feed');
  });

  it('that doesn’t answer, or with an error, is refused at the field', async () => {
    open.pages.set('/broken', broken);
    expect(await refusedAt(find(open.url('/broken')))).toBe('url');
    expect(await refusal(find(open.url('/nowhere')))).toContain('404');
  });
});

describe('sources', () => {
  const found = (path: string) => ({
    url: open.url(path),
    parsed: { title: 'Alpha', siteUrl: null, items: [] } as never,
  });

  it('are added once, which is on record, and the second time is refused at the field', async () => {
    const feed = await open.work((at) => addFeed(at, LINDEN, found('/a'), 'market'));
    expect(await recorded()).toMatchObject({
      ...{ actor: LINDEN, action: 'research.digest.add', object: `research.digest/feed/${feed.id}` },
    });
    const again = () => open.work((at) => addFeed(at, LINDEN, found('/a'), 'tax'));
    expect(await refusedAt(again())).toBe('url');
    expect(await refusal(again())).toContain('Alpha');
    expect(await refusal(open.work((at) => addFeed(at, TOMA, found('/b'), 'tax')))).toContain('Only editors');
  });

  it.each([
    ['mute', { isMuted: true }],
    ['unmute', { isMuted: false }],
    ['readNow', { nextAt: new Date('2026-11-26T06:10:00Z') }],
  ] as const)('%s does what it says, and is on record', async (act, after) => {
    const id = await open.addFeed('/a');
    if (act === 'unmute') await open.work((at) => changeFeed(at, LINDEN, id, 'mute'));
    open.pass(10);
    await open.work((at) => changeFeed(at, LINDEN, id, act));
    expect(await open.prisma.feed.findUniqueOrThrow({ where: { id } })).toMatchObject(after);
    expect(await recorded()).toMatchObject({ action: `research.digest.${act}`, object: `research.digest/feed/${id}` });
  });

  it('that are gone can’t be changed', async () => {
    const id = await open.addFeed('/a');
    await open.work((at) => changeFeed(at, LINDEN, id, 'remove'));
    expect(await recorded()).toMatchObject({ action: 'research.digest.remove' });
    expect(await refusal(open.work((at) => changeFeed(at, LINDEN, id, 'mute')))).toContain('isn’t there any more');
  });
});

describe('news by message', () => {
  const publish = async (entries: Entry[], topic = 'market') => {
    open.pages.set(`/${topic}`, rss('Alpha', entries));
    await open.addFeed(`/${topic}`, topic);
    await open.read();
  };
  const follow = (personId: string, changes: { hour?: string | null; topics?: string[] }) =>
    open.work((at) => at.readers.change(personId, changes));

  it('bring the digest’s own topics to who chose none', async () => {
    await publish([{ title: 'Oil rises after pipeline outage' }]);
    await follow(TOMA, { hour: '08:00' });
    open.at('2026-11-26T06:30:00Z');
    await open.runJob('send-personal');
    expect((await open.saidTo(TOMA)).join()).toContain('Oil rises');
  });

  it('bring only the topics that were chosen', async () => {
    await publish([{ title: 'Oil rises after pipeline outage' }]);
    await publish([{ title: 'New packaging tax adopted today' }], 'tax');
    await follow(TOMA, { hour: '08:00', topics: ['tax'] });
    open.at('2026-11-26T06:30:00Z');
    await open.runJob('send-personal');
    const said = (await open.saidTo(TOMA)).join();
    expect(said).toContain('packaging tax');
    expect(said).not.toContain('Oil rises');
  });

  it('come every day anew, and never to whoever left or wants none', async () => {
    await publish([{ title: 'Oil rises after pipeline outage' }]);
    await follow(TOMA, { hour: '08:00' });
    await follow(LINDEN, { hour: null });
    open.at('2026-11-26T06:30:00Z');
    await open.runJob('send-personal');
    open.pages.set('/market', rss('Alpha', [{ title: 'Oil falls again on Friday', at: '2026-11-27T05:00:00Z' }]));
    open.at('2026-11-27T06:30:00Z');
    await open.read();
    await open.runJob('send-personal');
    expect(await open.saidTo(TOMA)).toHaveLength(2);
    expect(await open.saidTo(LINDEN)).toEqual([]);
    await open.prisma.person.update({ where: { id: TOMA }, data: { deactivatedAt: new Date('2026-11-27') } });
    open.pages.set('/market', rss('Alpha', [{ title: 'Oil is quiet on Saturday', at: '2026-11-28T05:00:00Z' }]));
    open.at('2026-11-28T06:30:00Z');
    await open.read();
    await open.runJob('send-personal');
    expect(await open.saidTo(TOMA)).toHaveLength(2);
  });

  it('are forgotten with whoever followed', async () => {
    await publish([{ title: 'Oil rises after pipeline outage' }]);
    await follow(TOMA, { hour: '08:00' });
    const { id } = await open.prisma.story.findFirstOrThrow();
    await open.work((at) => at.readers.putAside(TOMA, id));
    expect(await open.look((at) => at.readers.countLater(TOMA))).toBe(1);
    const told = await open.office.transact((tx) => open.desk.forget?.(tx, TOMA) ?? Promise.resolve([]));
    expect(told).toEqual([{ fate: 'erased', what: 'forgotten', count: 2 }]);
    expect(await open.look((at) => at.readers.countLater(TOMA))).toBe(0);
  });
});

it('what the clock posts is on record as the clock’s, with its day and how much there was', async () => {
  open.pages.set('/a', rss('Alpha', [{ title: 'Oil rises after pipeline outage' }]));
  await open.addFeed('/a');
  await open.read();
  open.at('2026-11-26T06:31:00Z');
  await open.runJob('post');
  expect(await recorded()).toEqual({
    ...{ actor: 'system', action: 'research.digest.post', object: 'research.digest/2026-11-26', detail: { count: 1 } },
  });
});
