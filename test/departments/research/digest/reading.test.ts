import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Feed } from '../../../../src/departments/research/digest/feed.js';
import {
  FeedReading,
  type ReadFeed,
  usualLimits,
} from '../../../../src/departments/research/digest/service/reading.js';
import { systemClock } from '../../../../src/platform/time.js';
import { Web } from '../../../../src/platform/web/fetch.js';
import { rss } from './open-digest.js';

describe('many feeds that are asked together', () => {
  let port: number;
  let open = 0;
  let most = 0;
  const held: ServerResponse[] = [];
  const server = createServer((request, response) => {
    open++;
    most = Math.max(most, open);
    response.on('close', () => open--);
    if (request.url?.startsWith('/hangs')) held.push(response);
    else setTimeout(() => response.end(rss('Paper', [{ title: `news of ${request.url}` }])), 10);
  });
  let web: Web;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    most = 0;
    held.length = 0;
    web = new Web(new Set(Array.from({ length: 60 }, (_, host) => `127.0.1.${host + 1}:${port}`)));
  });
  afterEach(() => web.close());
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const feed = (host: number, path = '/news') =>
    ({
      id: `${host}${path}`,
      url: `http://127.0.1.${host + 1}:${port}${path}`,
      etag: null,
      lastModified: null,
    }) as Feed;
  async function readAll(reading: FeedReading): Promise<ReadFeed[]> {
    const all: ReadFeed[] = [];
    while (reading.size > 0) all.push(...(await reading.next()));
    return all;
  }

  it('are all read, so many at once as is allowed and not more', async () => {
    const reading = new FeedReading(web, systemClock, { ...usualLimits, atOnce: 5, slowMs: 10_000 });
    reading.add(Array.from({ length: 40 }, (_, host) => feed(host)));
    const read = await readAll(reading);
    expect(new Set(read.map(({ feed: { id } }) => id)).size).toBe(40);
    expect(read.every(({ outcome }) => outcome.kind === 'news')).toBe(true);
    expect(most).toBeLessThanOrEqual(5);
  });

  it('of one host are asked two by two, while others go on', async () => {
    const reading = new FeedReading(web, systemClock, { ...usualLimits, slowMs: 10_000 });
    reading.add([...Array.from({ length: 12 }, (_, place) => feed(0, `/${place}`)), feed(1)]);
    expect(await readAll(reading)).toHaveLength(13);
    expect(most).toBeLessThanOrEqual(3);
  });

  it('don’t wait for those that hang, which are waited for beside them', async () => {
    const reading = new FeedReading(web, systemClock, { ...usualLimits, atOnce: 3, slowMs: 30 });
    reading.add([
      ...Array.from({ length: 6 }, (_, host) => feed(host, '/hangs')),
      ...Array.from({ length: 20 }, (_, host) => feed(host + 10)),
    ]);
    const first: ReadFeed[] = [];
    while (first.length < 20) first.push(...(await reading.next()));
    expect(first.every(({ feed: { url } }) => url.endsWith('/news'))).toBe(true);
    expect(held).toHaveLength(6);
    for (const response of held) response.end(rss('Late', [{ title: 'late' }]));
    expect(await readAll(reading)).toHaveLength(6);
  });

  it('are waited for by several at a time, of whom each hears when there is nothing more', async () => {
    const reading = new FeedReading(web, systemClock);
    reading.add([feed(0), feed(1), feed(2)]);
    const shares = await Promise.all([reading.next(), reading.next(), reading.next()]);
    expect(shares.flat()).toHaveLength(3);
    expect(reading.size).toBe(0);
  });

  it('that fail say so, and lose nobody', async () => {
    const reading = new FeedReading(web, systemClock);
    reading.add([
      feed(0),
      { ...feed(1), url: 'http://127.9.9.9:1/' } as Feed,
      { ...feed(2), url: `ftp://127.0.1.3:${port}/` } as Feed,
    ]);
    const read = await readAll(reading);
    expect(read.map(({ outcome }) => outcome.kind).sort()).toEqual(['failed', 'failed', 'news']);
    expect(await reading.next()).toEqual([]);
  });
});
