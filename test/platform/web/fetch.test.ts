import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Web } from '../../../src/platform/web/fetch.js';
import { WebProblem } from '../../../src/platform/web/problem.js';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin: string;
let web: Web;
let behaviours: Record<string, Behaviour>;
let asked: IncomingMessage[];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const behaviour = behaviours[new URL(request.url ?? '/', 'http://any').pathname];
    if (behaviour) behaviour(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  web = new Web(new Set([`127.0.0.1:${port}`]));
});
beforeEach(() => {
  behaviours = {};
  asked = [];
});
afterAll(async () => {
  await web.close();
  server.closeAllConnections();
  server.close();
});

const text = async (path: string, more = {}) =>
  new TextDecoder().decode((await web.fetch({ url: origin + path, ...more })).bytes);
const trouble = (path: string, more = {}): Promise<string> =>
  web.fetch({ url: origin + path, ...more }).then(
    () => 'fetched',
    (error: unknown) => (error instanceof WebProblem ? error.message : String(error)),
  );

describe('fetching from a server', () => {
  it.each([
    ['gzip', gzipSync('hello')],
    ['deflate', deflateSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['identity', Buffer.from('hello')],
  ])('reads what was packed with %s', async (encoding, body) => {
    behaviours['/feed'] = (_, response) => response.writeHead(200, { 'content-encoding': encoding }).end(body);
    expect(await text('/feed')).toBe('hello');
  });

  it('asks whether there is anything new, with what the server said last', async () => {
    behaviours['/feed'] = (request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"a"', 'last-modified': 'Thu, 26 Nov 2026 08:00:00 GMT' }).end('x');
    };
    const first = await web.fetch({ url: `${origin}/feed` });
    expect(first).toMatchObject({ status: 200, etag: '"a"', lastModified: 'Thu, 26 Nov 2026 08:00:00 GMT' });
    const { etag, lastModified } = first;
    expect(await web.fetch({ url: `${origin}/feed`, etag, lastModified })).toMatchObject({ status: 304 });
    expect(asked[1]?.headers['if-modified-since']).toBe('Thu, 26 Nov 2026 08:00:00 GMT');
    expect(asked[0]?.headers['if-none-match']).toBeUndefined();
  });

  it('doesn’t believe that nothing is new when it didn’t ask so', async () => {
    behaviours['/feed'] = (_, response) => response.writeHead(304).end();
    expect(await trouble('/feed')).toBe('status 304');
  });

  it('follows redirects, and tells where it is for good', async () => {
    const to =
      (status: number, location: string): Behaviour =>
      (_, response) =>
        response.writeHead(status, { location }).end();
    behaviours['/old'] = to(301, '/older?x=1');
    behaviours['/older'] = to(308, `${origin}/feed`);
    behaviours['/mixed'] = to(301, '/temporary');
    behaviours['/temporary'] = to(302, '/feed');
    behaviours['/feed'] = (_, response) => response.end('x');
    expect(await web.fetch({ url: `${origin}/old` })).toMatchObject({
      url: `${origin}/feed`,
      movedTo: `${origin}/feed`,
    });
    expect(await web.fetch({ url: `${origin}/mixed` })).toMatchObject({ url: `${origin}/feed`, movedTo: null });
    expect(await web.fetch({ url: `${origin}/feed` })).toMatchObject({ movedTo: null });
  });

  it('doesn’t walk in circles, and doesn’t follow where it must not go', async () => {
    const to =
      (location: string): Behaviour =>
      (_, response) =>
        response.writeHead(302, { location }).end();
    behaviours['/circle'] = to('/circle2');
    behaviours['/circle2'] = to('/circle');
    behaviours['/long'] = (request, response) => {
      const step = Number(new URL(request.url ?? '', origin).searchParams.get('step') ?? 0) + 1;
      response.writeHead(302, { location: `/long?step=${step}` }).end();
    };
    behaviours['/inside'] = to('http://127.0.0.1:1/admin');
    behaviours['/metadata'] = to('http://169.254.169.254/latest/');
    behaviours['/mapped'] = to('http://[::ffff:127.0.0.1]:80/');
    behaviours['/file'] = to('file:///etc/passwd');
    behaviours['/nowhere'] = (_, response) => response.writeHead(302).end();
    expect(await trouble('/circle')).toBe('redirects');
    expect(await trouble('/long')).toBe('redirects');
    expect(asked.filter(({ url }) => url?.startsWith('/long'))).toHaveLength(6);
    expect(await trouble('/inside')).toBe('address');
    expect(await trouble('/metadata')).toBe('address');
    expect(await trouble('/mapped')).toBe('address');
    expect(await trouble('/file')).toBe('scheme');
    expect(await trouble('/nowhere')).toBe('status 302');
  });

  it('doesn’t swallow what is too much, however small it was packed', async () => {
    behaviours['/bomb'] = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
    behaviours['/endless'] = (_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    };
    expect(await trouble('/bomb')).toBe('tooLarge');
    expect(await trouble('/endless')).toBe('tooLarge');
    expect(await trouble('/endless', { mostBytes: 10 })).toBe('tooLarge');
  });

  it('has no more patience than it was given', async () => {
    behaviours['/silent'] = () => undefined;
    behaviours['/slow'] = (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };
    expect(await trouble('/silent', { timeoutMs: 200 })).toBe('timeout');
    expect(await trouble('/slow', { timeoutMs: 200 })).toBe('timeout');
  });

  it('notices what is cut off, wrongly packed or no answer at all', async () => {
    behaviours['/short'] = (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('only this');
      setTimeout(() => response.destroy(), 20);
    };
    behaviours['/unpackable'] = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed');
    behaviours['/rude'] = (request) => request.socket.end('what?\r\n\r\n');
    behaviours['/gone'] = (request) => request.socket.destroy();
    expect(await trouble('/short')).toMatch(/broken|unreachable/);
    expect(await trouble('/unpackable')).toBe('broken');
    expect(await trouble('/rude')).toBe('broken');
    expect(await trouble('/gone')).toMatch(/broken|unreachable/);
    expect(await trouble('/missing')).toBe('status 404');
  });

  it('says how long to wait where the server does', async () => {
    behaviours['/busy'] = (_, response) => response.writeHead(429, { 'retry-after': '120' }).end();
    behaviours['/later'] = (_, response) =>
      response.writeHead(503, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }).end();
    const wait = (path: string) =>
      web.fetch({ url: origin + path }).catch((error: WebProblem) => [error.status, error.retryAfterMs]);
    expect(await wait('/busy')).toEqual([429, 120_000]);
    const [status, ms] = (await wait('/later')) as [number, number];
    expect(status).toBe(503);
    expect(ms).toBeGreaterThan(50_000);
    expect(ms).toBeLessThan(70_000);
  });
});
