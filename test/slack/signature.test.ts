import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { deskWith, ithelp } from './support/desk.js';
import { type Opened, openTo, someone } from './support/opened.js';
import { ANA, command } from './support/payloads.js';
import { SIGNING_SECRET } from './support/stub-slack.js';

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

const now = () => Math.floor(Date.now() / 1000);
const sign = (body: string, timestamp: string | number, secret = SIGNING_SECRET, version = 'v0') =>
  `${version}=${createHmac('sha256', secret).update(`${version}:${timestamp}:${body}`).digest('hex')}`;

/** Whoever isn't Slack, and knows all but the secret: what they might change in a request that Slack did sign. */
const forgeries: [string, (sent: Sent) => Sent][] = [
  ...(['x-slack-signature', 'x-slack-request-timestamp'] as const).flatMap((name): [string, (sent: Sent) => Sent][] => [
    [`${name} left out`, with_(name, undefined)],
    [`${name} empty`, with_(name, '')],
    [`${name} of one letter`, with_(name, 'v')],
    [`${name} of zeros`, with_(name, '0')],
  ]),
  ['another secret', signedAs((body, at) => sign(body, at, 'another-secret'))],
  ['an empty secret', signedAs((body, at) => sign(body, at, '\0'))],
  ['the body alone', signedAs((body) => `v0=${createHmac('sha256', SIGNING_SECRET).update(body).digest('hex')}`)],
  ['another version', signedAs((body, at) => sign(body, at, SIGNING_SECRET, 'v1'))],
  ['no version', signedAs((body, at) => sign(body, at).slice(3))],
  ['half of it', signedAs((body, at) => sign(body, at).slice(0, 35))],
  ['all but its last letter', signedAs((body, at) => sign(body, at).slice(0, -1))],
  ['one letter more', signedAs((body, at) => `${sign(body, at)}0`)],
  [
    'its last letter changed',
    signedAs((body, at) => sign(body, at).replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
  ],
  [
    'its first letter changed',
    signedAs((body, at) => sign(body, at).replace(/^v0=./, (first) => (first === 'v0=0' ? 'v0=1' : 'v0=0'))),
  ],
  ['capital letters', signedAs((body, at) => sign(body, at).toUpperCase())],
  ['a space before it', signedAs((body, at) => `v0= ${sign(body, at).slice(3)}`)],
  ['base64', signedAs((body, at) => `v0=${Buffer.from(sign(body, at).slice(3), 'hex').toString('base64')}`)],
  [
    'SHA-1',
    signedAs((body, at) => `v0=${createHmac('sha1', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex')}`),
  ],
  [
    'SHA-512',
    signedAs((body, at) => `v0=${createHmac('sha512', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex')}`),
  ],
  ['parts in another order', signedAs((body, at) => sign(`${at}:${body}`, ''))],
  [
    'no colon',
    signedAs((body, at) => `v0=${createHmac('sha256', SIGNING_SECRET).update(`v0${at}${body}`).digest('hex')}`),
  ],
  ['two signatures', with_('x-slack-signature', ['v0=00', 'v0=11'])],
  ...[-86_400 * 365, -86_400, -3_600, -600, -301].map((by): [string, (sent: Sent) => Sent] => [
    `a moment ${by} seconds away, signed`,
    at(() => now() + by),
  ]),
  ['a moment that is no number, signed', at(() => 'now')],
  ['a moment below zero, signed', at(() => -now())],
  ['a moment that is empty, signed', at(() => '')],
  ['the moment of a minute ago, not signed', (sent) => with_('x-slack-request-timestamp', String(now() - 60))(sent)],
  ['a word of the body changed', body((text) => text.replace('list', 'mine'))],
  ['a letter after the body', body((text) => `${text}x`)],
  ['a line break after the body', body((text) => `${text}\n`)],
  ['a field put before the body', body((text) => `user_id=U0BOSS&${text}`)],
  ['a field put behind the body', body((text) => `${text}&user_id=U0BOSS`)],
  ['the body’s fields in another order', body((text) => text.split('&').reverse().join('&'))],
  ['no body', body(() => '')],
  ['another body altogether', body(() => 'payload=%7B%22type%22%3A%22block_actions%22%7D')],
];

function with_(name: string, value: string | string[] | undefined) {
  return (sent: Sent): Sent => ({ ...sent, headers: { ...sent.headers, [name]: value } });
}
function signedAs(signature: (body: string, timestamp: string) => string) {
  return (sent: Sent): Sent =>
    with_('x-slack-signature', signature(sent.body, String(sent.headers['x-slack-request-timestamp'])))(sent);
}
function at(moment: () => string | number) {
  return (sent: Sent): Sent => {
    const timestamp = String(moment());
    const headers = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': sign(sent.body, timestamp) };
    return { ...sent, headers: { ...sent.headers, ...headers } };
  };
}
function body(change: (text: string) => string) {
  return (sent: Sent): Sent => ({ ...sent, body: change(sent.body) });
}

describe('a request over HTTP', () => {
  let office: Opened;
  beforeAll(async () => {
    office = await openTo([deskWith(ithelp())], { mode: 'http' });
    await office.people.remember(someone(ANA));
  });
  afterAll(() => office.close());

  const genuine = (): Sent => {
    const text = new URLSearchParams(command(office.slack.url, 'list') as unknown as Record<string, string>).toString();
    const timestamp = String(now());
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(text, timestamp),
    };
    return { method: 'POST', path: '/slack/events', headers, body: text };
  };
  const sends = ({ method, path, headers, body: text }: Sent): Promise<number> =>
    new Promise((resolve, reject) => {
      const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
      const call = request({ port: office.connection.port, method, path, headers: given }, (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      // The door may be shut before everything was said.
      call.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(0) : reject(error)));
      call.end(text);
    });

  it.each(forgeries)('that was forged changes nothing: %s', async (_how, forge) => {
    const status = await sends(forge(genuine()));
    expect([400, 401, 403]).toContain(status);
    await office.connection.idle();
    expect(office.slack.of('respond')).toEqual([]);
  });

  it.each([
    ['GET', '/slack/events'],
    ['PUT', '/slack/events'],
    ['POST', '/slack/events/'],
    ['POST', '/slack'],
    ['POST', '//slack/events'],
    ['POST', '/healthz'],
  ])('that comes another way isn’t taken: %s %s', async (method, path) => {
    const status = await sends({ ...genuine(), method, path });
    expect([0, 400, 401, 404, 405]).toContain(status);
    await office.connection.idle();
    expect(office.slack.of('respond')).toEqual([]);
  });

  it('that Slack signed is answered, and once, however often it is played back', async () => {
    const sent = genuine();
    for (let time = 0; time < 5; time++) expect(await sends(sent)).toBe(200);
    await office.connection.idle();
    expect(office.slack.of('respond')).toHaveLength(1);
  });
});
