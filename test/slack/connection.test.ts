import { setTimeout as pause } from 'node:timers/promises';
import { type NoSlack, reachSlack } from '../../src/slack/reach.js';
import { deskWith, ithelp } from './support/desk.js';
import { logInto, nobodysAddress, type Opened, openTo, settingsFor, someone } from './support/opened.js';
import { ANA, command } from './support/payloads.js';
import { SIGNING_SECRET, StubSlack, send, until } from './support/stub-slack.js';

let office: Opened;
const opening = async (mode: 'socket' | 'http', desk = deskWith(ithelp())) => {
  office = await openTo([desk], { mode });
  await office.people.remember(someone(ANA));
};
afterEach(() => office?.close());

/** A desk whose list takes as long as the test says. */
const slowDesk = (ms: number, done: string[]) => {
  const doors = ithelp();
  const [door] = doors.commands ?? [];
  if (!door) throw new Error('no command');
  const otherwise = async () => {
    await pause(ms);
    done.push('done');
    return { say: { text: 'late but here' } };
  };
  return deskWith({ commands: [{ ...door, otherwise }] });
};

describe('over sockets', () => {
  it('two lines stand, so that requests pass while Slack renews one of them', async () => {
    await opening('socket');
    expect(office.slack.sockets.size).toBe(2);
    const [first, second] = [...office.slack.sockets];
    first?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    await office.slack.overSocket('slash_commands', command(office.slack.url, 'list'), second);
    await until(
      () => office.slack.sockets.size === 2 && !office.slack.sockets.has(first as never),
      'a new line',
      2_000,
    );
    await office.slack.overSocket('slash_commands', command(office.slack.url, '42'), [...office.slack.sockets].at(-1));
    await office.slack.heard('respond', 2);
  });

  it('a line that drops is back soon', async () => {
    await opening('socket');
    const dropped = [...office.slack.sockets];
    for (const line of dropped) line.terminate();
    const standing = () => [...office.slack.sockets].filter((line) => !dropped.includes(line));
    await until(() => standing().length === 2, 'both lines again', 3_000);
    expect(await office.deliver('slash_commands', command(office.slack.url, 'list'))).toEqual({});
  });

  it('Slack may be away for a while and the office waits for it, without a crash', async () => {
    await opening('socket');
    const port = Number(new URL(office.slack.url).port);
    await office.slack.close();
    await pause(1_200);
    await office.slack.listen(port);
    await until(() => office.slack.sockets.size === 2, 'both lines again', 6_000);
    expect(office.lines.some(({ said }) => said === 'not connected to Slack yet')).toBe(true);
  });

  it('a stop lets what was begun be finished, and takes nothing new', async () => {
    const done: string[] = [];
    await opening('socket', slowDesk(300, done));
    await office.deliver('slash_commands', command(office.slack.url, 'something'));
    const stopped = office.connection.stop();
    const refused = office.deliver('slash_commands', command(office.slack.url, 'too late'));
    await expect(refused).rejects.toThrow('operation_timeout');
    expect(await stopped).toBe(true);
    expect(done).toEqual(['done']);
    expect(office.slack.of('respond')).toHaveLength(1);
    expect(office.slack.sockets.size).toBe(0);
  });

  it('says that it is well, where it is asked to', async () => {
    office = await openTo([deskWith(ithelp())], { port: 0 });
    expect((await fetch(`http://127.0.0.1:${office.connection.port}/healthz`)).status).toBe(200);
    for (const line of office.slack.sockets) line.terminate();
    await office.slack.close();
    const isWell = async () => (await fetch(`http://127.0.0.1:${office.connection.port}/healthz`)).status === 200;
    for (let tries = 0; tries < 100 && (await isWell()); tries++) await pause(20);
    expect(await isWell()).toBe(false);
  });

  it('a stop doesn’t wait for ever', async () => {
    await opening('socket', slowDesk(4_000, []));
    await office.deliver('slash_commands', command(office.slack.url, 'something'));
    const before = performance.now();
    expect(await office.connection.stop(100)).toBe(false);
    expect(performance.now() - before).toBeLessThan(3_500);
  });
});

describe('over HTTP', () => {
  const portOf = () => office.connection.port ?? 0;

  it('answers signed requests, and says that it is well', async () => {
    await opening('http');
    const { status } = await office.slack.overHttp(portOf(), 'slash_commands', command(office.slack.url, 'list'));
    expect(status).toBe(200);
    expect(await office.slack.heard('respond')).toMatchObject({ text: 'list:' });
    expect(await (await fetch(`http://127.0.0.1:${portOf()}/healthz`)).text()).toBe('ok');
    expect((await fetch(`http://127.0.0.1:${portOf()}/elsewhere`)).status).toBe(404);
  });

  it.each([
    ['signed with another secret', 'another-secret-altogether', Date.now()],
    ['signed an hour ago', SIGNING_SECRET, Date.now() - 3_600_000],
  ])('refuses what was %s', async (_, secret, at) => {
    await opening('http');
    const asked = command(office.slack.url, 'list');
    const { status } = await office.slack.overHttp(portOf(), 'slash_commands', asked, secret, at);
    expect(status).toBe(401);
    await office.connection.idle();
    expect(office.slack.of('respond')).toEqual([]);
  });

  it('does a request once that somebody plays back', async () => {
    await opening('http');
    const asked = command(office.slack.url, 'list');
    for (let time = 0; time < 3; time += 1) await office.deliver('slash_commands', asked);
    await office.connection.idle();
    expect(office.slack.of('respond')).toHaveLength(1);
  });

  it('a stop lets what was begun be finished, and sends new requests elsewhere', async () => {
    const done: string[] = [];
    await opening('http', slowDesk(300, done));
    const port = portOf();
    await office.deliver('slash_commands', command(office.slack.url, 'something'));
    const stopped = office.connection.stop();
    const { status } = await office.slack.overHttp(port, 'slash_commands', command(office.slack.url, 'too late'));
    expect(status).toBe(503);
    expect(await stopped).toBe(true);
    expect(done).toEqual(['done']);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });
});

describe('a start that can’t reach Slack says why', () => {
  let slack: StubSlack;
  beforeAll(async () => {
    slack = await StubSlack.open();
  });
  afterAll(() => slack.close());
  const why = (mode: 'socket' | 'http' = 'socket') =>
    reachSlack(settingsFor(slack, mode), logInto([])).then(
      () => '',
      ({ name, message }: NoSlack) => `${name}: ${message}`,
    );

  it.each([
    ['auth.test', 'invalid_auth', "Slack doesn't accept SLACK_BOT_TOKEN (invalid_auth)"],
    ['auth.test', 'token_revoked', "Slack doesn't accept SLACK_BOT_TOKEN (token_revoked)"],
    ['apps.connections.open', 'invalid_auth', "Slack doesn't accept SLACK_APP_TOKEN (invalid_auth)"],
    ['apps.connections.open', 'missing_scope', 'SLACK_APP_TOKEN needs the scope connections:write'],
  ])('%s answers %s', async (method, error, sentence) => {
    slack.fail(method, (response) => send(response, { ok: false, error }));
    expect(await why()).toContain(`NoSlack: ${sentence}`);
  });

  it('a server that isn’t Slack', async () => {
    slack.fail('auth.test', (response) => response.writeHead(502).end('<html>Bad gateway</html>'));
    expect(await why('http')).toContain(`Slack can't be reached at ${slack.apiUrl} (http_502)`);
  });

  it('a token of a person', async () => {
    slack.fail('auth.test', (response) => send(response, { ok: true, user_id: 'U1' }));
    expect(await why('http')).toContain('SLACK_BOT_TOKEN belongs to a person');
  });

  it('nobody there', async () => {
    const settings = { ...settingsFor(slack, 'http'), apiUrl: await nobodysAddress() };
    await expect(reachSlack(settings, logInto([]))).rejects.toThrow(`Slack can't be reached at ${settings.apiUrl}`);
  });
});
